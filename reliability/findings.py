"""What a case found: a line for each promise, with what was tried and what was seen."""

import sys
import time


class Findings:
    """The lines of one case; a promise is kept where nothing speaks against it."""

    def __init__(self, case):
        self.case = case
        self.rows = []
        self.failures = 0
        self.began = time.monotonic()

    def say(self, promise, tried, against, seen="none"):
        """`against` is what speaks against the promise, a sentence each; `seen` is shown where there is nothing."""
        kept = not against
        self.failures += not kept
        self.rows.append([promise, tried, seen if kept else f"{len(against)}: {first(against)}",
                          "yes" if kept else "**failed**"])
        print(f"{self.case}: {'kept' if kept else 'FAILED'}: {promise} ({tried}): {seen if kept else len(against)}",
              flush=True)
        for sentence in against[:20]:
            print(f"  {sentence}", flush=True)

    def note(self, what, tried, why):
        """Something that could not be tried here."""
        self.rows.append([what, tried, why, "not tried"])
        print(f"{self.case}: not tried: {what}: {why}", flush=True)

    @property
    def minutes(self):
        return (time.monotonic() - self.began) / 60


def first(sentences):
    return sentences[0].replace("|", "/").replace("\n", " ")[:200]


def tell(text):
    """How far a long case is, for whoever watches a terminal."""
    if sys.stderr.isatty():
        print(f"\r{text:78}", end="", file=sys.stderr, flush=True)
