"""A daemon's root folder for a trial: made, filled, worked on by the real program, looked into."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import time

from ledger import Ledger

TUTORIAL = pathlib.Path(__file__).resolve().parent.parent / "scenarios/tutorial"
ENVIRONMENT = os.environ | {"SWIFT_BACKTRACE": "enable=no", "COLUMNS": "80"}
# Its own answers, which nobody dropped.
ANSWERS = (".receipt.txt", ".why.txt")


class Broken(Exception):
    """The program did what no trial can go on after."""


class Root:
    """The root folder at a path, and the program that works in it."""

    def __init__(self, program, path):
        self.program = program
        self.path = pathlib.Path(path)

    def copy(self, path):
        shutil.copytree(self.path, path, symlinks=True)
        return Root(self.program, path)

    def run(self, *arguments, **more):
        return subprocess.run(
            [self.program, *map(str, arguments)], env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, errors="replace", **more)

    def serve_command(self, *more):
        return [self.program, "serve", "--root", str(self.path), "--time-limit", "10", *map(str, more)]

    def serve_once(self):
        """Lets the daemon work until nothing is left to do."""
        return self.run(*self.serve_command("--settle", "0", "--once")[1:], timeout=300)

    def serve_until_done(self, seconds=400):
        """Serves again and again until no job waits for a next try; the last run."""
        end = time.monotonic() + seconds
        while True:
            run = self.serve_once()
            waits = [job for job in self.ledger().jobs() if job["state"] in ("queued", "running")]
            if run.returncode != 0 or not waits or time.monotonic() > end:
                return run
            due = min(job["not_before"] or 0 for job in waits) / 1000
            time.sleep(max(0.2, due - time.time() + 0.1))

    def status(self):
        """What is wrong with the ledger by the program's own word, a sentence each."""
        run = self.run("status", self.path, "--check", timeout=120)
        if run.returncode == 0 and "The ledger is sound." in run.stdout:
            return []
        return [f"status --check ended with {run.returncode}: {(run.stderr or run.stdout).strip()[:300]}"]

    def ledger(self):
        return Ledger(self.path / "state")

    def folder(self, kind, programme):
        return self.path / kind / programme

    def fill(self, programme="tut", policy="automatic", today=None):
        """Drops the tutorial, under the programme's name."""
        for file in sorted(TUTORIAL.iterdir()):
            if file.suffix in (".csv", ".yaml"):
                self.drop(programme, file.name, tutorial(file.name, programme, policy, today))

    def drop(self, programme, name, data):
        """Drops a file whole, by renaming; where the name is taken, under the next free one. Returns its path."""
        folder = self.folder("incoming", programme)
        folder.mkdir(parents=True, exist_ok=True)
        number = next(number for number in range(1, 10_000) if not (folder / numbered(name, number)).exists())
        draft, path = folder / ".drop.tmp", folder / numbered(name, number)
        draft.write_bytes(data)
        draft.rename(path)
        return path

    def files(self, kind, programme):
        """What people find in accepted or rejected, less the answers."""
        folder = self.folder(kind, programme)
        return [file for file in sorted(folder.iterdir()) if not file.name.endswith(ANSWERS)] if folder.exists() else []

    def waiting(self, programme):
        """What lies in incoming."""
        folder = self.folder("incoming", programme)
        return [file for place in (folder, folder / "new") if place.exists() for file in sorted(place.iterdir())
                if file.name not in ("tmp", "new") and not file.name.startswith(".")]

    def on_their_way(self):
        """Originals that a crash left between incoming and where they go."""
        return sorted((self.path / "state/claims").glob("*/original"))


def numbered(name, number):
    stem, dot, suffix = name.rpartition(".")
    return name if number == 1 else f"{stem}-{number}{dot}{suffix}"


def tutorial(name, programme, policy="automatic", today=None):
    """The bytes of a file of the tutorial; programme.yaml with another id and its `publish` settings."""
    text = (TUTORIAL / name).read_text()
    if name == "programme.yaml":
        text = text.replace("id: tutorial", f"id: {programme}").replace("name: Tutorial", f"name: Tutorial {programme}")
        if today is not None:
            text = text.replace("today: 2026-11-23", f"today: {today}")
        text += f"\npublish: {{policy: {policy}, freeze_days: 14}}\n"
    return text.encode()


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()
