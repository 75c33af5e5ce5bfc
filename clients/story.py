"""What subscribers live through: a daemon that serves the tutorial's calendars, a visit that moves, one that is cancelled."""

import csv
import datetime
import pathlib
import re
import socket
import subprocess
import time
import urllib.request

TUTORIAL = pathlib.Path(__file__).resolve().parent.parent / "scenarios/tutorial"
SETTINGS = "\npublish: {policy: automatic, freeze_days: 14, quiet_seconds: 0}\n"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_visit(title):
    """Whether an entry is a visit itself. Not every client keeps UIDs: vdirsyncer makes its own of what it fetches."""
    return title.removeprefix("Cancelled: ").startswith("Peer review visit: ")


class Story:
    """A daemon at work, with the tutorial published as release 1."""

    def __init__(self, program, folder):
        self.root = folder / "root"
        self.incoming = self.root / "incoming/tut"
        self.incoming.mkdir(parents=True)
        port = free_port()
        address = f"127.0.0.1:{port}"
        self.daemon = subprocess.Popen(
            [program, "serve", "--root", self.root, "--settle", "0", "--quiet-seconds", "0", "--listen", address,
             "--public-url", f"http://{address}"], stderr=open(folder / "daemon.log", "w"))
        for file in sorted(TUTORIAL.iterdir()):
            if file.suffix in (".csv", ".yaml"):
                text = file.read_text()
                self.drop(file.name, text + SETTINGS if file.suffix == ".yaml" else text)
        self.awaits(lambda: self.release() == 1 and self.links())

    def drop(self, name, text):
        (self.incoming / name).write_text(text)

    def release(self):
        current = self.root / "published/tut/current"
        return int(current.readlink().name) if current.is_symlink() else 0

    def links(self):
        """The secret link of each feed, as the manager is given it once."""
        found = {}
        for file in self.root.glob("results/tut/*/feed-links.csv"):
            with open(file, newline="", encoding="utf-8-sig") as text:
                found.update({row["feed"]: row["https"] for row in csv.DictReader(text)})
        return found

    def awaits(self, is_so, seconds=60):
        for _ in range(seconds * 10):
            if is_so():
                return
            if self.daemon.poll() is not None:
                raise SystemExit(f"the daemon ended with {self.daemon.returncode}")
            time.sleep(0.1)
        raise SystemExit("the daemon did not do what was waited for")

    def chapters(self):
        """What happens, step by step; before each step the chapter's name, and what it is about."""
        yield "subscribed", "four visits"
        self.drop("leave.csv", "person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n")
        self.awaits(lambda: self.release() == 2)
        yield "moved", "the visit to Penistone is on another day"
        self.drop("cancel.job", "job: cancel_visit\nvisits: [GLO--HEB]\nreason: the host has no room\n")
        self.awaits(lambda: self.release() == 3)
        yield "cancelled", "the visit to Glossop is cancelled"

    def visits(self, feed):
        """What the calendar served for `feed` says of visits: start in local time and status by title."""
        text = urllib.request.urlopen(self.links()[feed]).read().decode().replace("\r\n ", "")
        found = {}
        for block in text.split("BEGIN:VEVENT\r\n")[1:]:
            title = re.search(r"^SUMMARY:(.*)\r$", block, re.M)[1]
            if is_visit(title):
                start = re.search(r"^DTSTART;TZID=[^:]*:(\d{8}T\d{6})\r$", block, re.M)[1]
                moment = datetime.datetime.strptime(start, "%Y%m%dT%H%M%S")
                found[title] = (moment, re.search(r"^STATUS:(.*)\r$", block, re.M)[1])
        return found

    def end(self):
        self.daemon.terminate()
        self.daemon.wait(20)
