"""A daemon that works until it is told to end, seen from outside through /proc."""

import atexit
import os
import pathlib
import signal
import subprocess
import time

from root import ENVIRONMENT


class Daemon:
    """`counterpart serve` in a root, started when this value is made."""

    def __init__(self, root, *options, user=None, log=None):
        more = {} if user is None else {"user": user, "group": user, "extra_groups": []}
        self.log = open(log, "ab") if log else subprocess.DEVNULL
        self.process = subprocess.Popen(
            root.serve_command(*options), env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=self.log, **more)
        self.root = root
        # Where a case breaks off, nothing goes on working.
        atexit.register(lambda: self.is_up() and self.kill())

    @property
    def number(self):
        return self.process.pid

    def is_up(self):
        return self.process.poll() is None

    def waits_until(self, condition, seconds=60):
        """Whether the condition came true in time while the daemon was up."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.is_up():
            if condition():
                return True
            time.sleep(0.05)
        return condition()

    def has_lock(self):
        try:
            return (self.root.path / "state/lock").read_text() == f"{self.number}\n"
        except OSError:
            return False

    def hears(self):
        """Whether SIGTERM reaches its own code by now: a process that was only just begun has none yet."""
        try:
            lines = pathlib.Path(f"/proc/{self.number}/status").read_text().splitlines()
        except OSError:
            return False
        caught = next((line.split()[1] for line in lines if line.startswith("SigCgt:")), "0")
        return bool(int(caught, 16) >> (signal.SIGTERM - 1) & 1)

    def workers(self):
        """The processes that it started, by number."""
        found = []
        for task in pathlib.Path(f"/proc/{self.number}/task").glob("*/children"):
            try:
                found += map(int, task.read_text().split())
            except OSError:
                pass
        return found

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.close()

    def end(self, seconds=30):
        """Told to end in good order, once it is there to be told; the exit status."""
        self.waits_until(self.hears, 10)
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return "nothing within {} s".format(seconds)
        finally:
            self.close()

    def close(self):
        if self.log is not subprocess.DEVNULL:
            self.log.close()

    def sample(self):
        """Resident memory in KiB, open descriptors, threads; None once it has ended."""
        try:
            lines = pathlib.Path(f"/proc/{self.number}/status").read_text().splitlines()
            values = dict(line.split(":", 1) for line in lines)
            return (int(values["VmRSS"].split()[0]), len(os.listdir(f"/proc/{self.number}/fd")),
                    int(values["Threads"]))
        except (OSError, KeyError):
            return None


def kill(number):
    """Kills one process; whether it was there."""
    try:
        os.kill(number, signal.SIGKILL)
        return True
    except ProcessLookupError:
        return False
