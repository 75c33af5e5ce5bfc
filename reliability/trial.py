"""What every case is given: the program, how far to go, a seed, and a folder of its own."""

import dataclasses
import pathlib
import random

from root import Broken, Root


@dataclasses.dataclass
class Trial:
    program: str
    folder: pathlib.Path
    seed: int
    is_short: bool
    # None where the case decides.
    count: int | None = None
    minutes: float | None = None
    share: int = 1
    calls: tuple = ()

    def dice(self, *name):
        return random.Random(f"{self.seed} {name}")

    def amount(self, full, short):
        return self.count if self.count is not None else short if self.is_short else full

    def root(self, name):
        return Root(self.program, self.folder / name)

    def released(self):
        """A root in which the tutorial has become release 1; made once, to be copied."""
        root = self.root("released")
        if not root.path.exists():
            root.fill()
            run = root.serve_once()
            if run.returncode != 0 or not (root.folder("published", "tut") / "current/complete").exists():
                raise Broken(f"the tutorial was not published: {run.stderr[:500]}")
        return root
