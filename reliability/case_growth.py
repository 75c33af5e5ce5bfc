"""A long day's work in one run of the daemon: its memory, descriptors and threads must not grow."""

import statistics
import time

from daemon import Daemon
from drops import Drops
from findings import tell
from promises import Dropped

PROGRAMME = "tut"
MINUTES, SHORT_MINUTES = 20, 1
# Buffers and pools are filled in the beginning; what comes before this share of the time is not looked at.
WARM = 0.1
# What the last quarter may have more than the first: KiB and a tenth, descriptors, threads.
MEMORY, DESCRIPTORS, THREADS = 4096, 2, 2


def run(trial, findings):
    minutes = trial.minutes if trial.minutes is not None else SHORT_MINUTES if trial.is_short else MINUTES
    dice = trial.dice("growth")
    root = trial.released().copy(trial.folder / "growth")
    heap, dropped = Drops(trial.seed), Dropped(root, PROGRAMME)
    daemon = Daemon(root, "--settle", "0.2", "--quiet-seconds", "0", log=trial.folder / "growth.log")
    daemon.waits_until(daemon.has_lock)
    began = time.monotonic()
    samples, next_drop = [], began
    while (now := time.monotonic() - began) < minutes * 60 and daemon.is_up():
        tell(f"growth: {now / 60:.1f} of {minutes} minutes, {len(dropped.files)} files")
        if time.monotonic() >= next_drop:
            dropped.drop(*heap.next())
            next_drop = time.monotonic() + dice.uniform(0.1, 1.5)
        if sample := daemon.sample():
            samples.append(sample)
        time.sleep(0.25)
    was_up = daemon.is_up()
    daemon.waits_until(lambda: not root.waiting(PROGRAMME), 60)
    status = daemon.end() if was_up else daemon.process.returncode
    last = root.serve_until_done()
    ledger = root.ledger()
    (trial.folder / "samples.txt").write_text("".join(f"{' '.join(map(str, sample))}\n" for sample in samples))
    samples = samples[int(len(samples) * WARM):]
    quarter = max(1, len(samples) // 4)
    tried = (f"{minutes:g} minutes, {len(dropped.files)} files, {len(ledger.jobs())} jobs, {len(ledger.releases())} "
             f"releases, {len(samples)} looks")
    for place, (what, measure, word, more) in enumerate((
            ("memory in KiB", statistics.median, "median", lambda value: value // 10 + MEMORY),
            # A worker at work takes some, so the least tells what is never given back.
            ("open descriptors", min, "least", lambda _: DESCRIPTORS),
            ("threads", statistics.median, "median", lambda _: THREADS))):
        first, later = (int(measure(sample[place] for sample in part))
                        for part in (samples[:quarter], samples[-quarter:]))
        most = max(sample[place] for sample in samples)
        words = f"{first} in the first quarter, {later} in the last, at most {most}"
        findings.say(f"{what}: the {word} of the last quarter is at most that of the first and {more(first)}", tried,
                     [words] if later > first + more(first) else [], words)
    findings.say("the daemon works on and loses nothing", tried,
                 ([] if was_up and status == 0 and last.returncode == 0
                  else [f"it ended with {status}, then {last.returncode}"])
                 + dropped.lost_or_doubled(may_wait=False) + dropped.unrecorded(ledger) + ledger.unended()
                 + ledger.doubled() + root.status())
