"""What subscribers live through: a daemon that serves the tutorial's calendars, a visit that moves, one that is cancelled."""

import csv
import datetime
import re
import socket
import urllib.request

from daemon import Daemon
from root import Root


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
        self.root = Root(program, folder / "root")
        self.root.fill()
        address = f"127.0.0.1:{free_port()}"
        self.daemon = Daemon(self.root, "--settle", 0, "--quiet-seconds", 0, "--listen", address, "--public-url",
                             f"http://{address}", log=folder / "daemon.log")
        self.awaits(lambda: self.release() == 1 and self.links())

    def drop(self, name, text):
        self.root.drop("tut", name, text.encode())

    def release(self):
        current = self.root.folder("published", "tut") / "current"
        return int(current.readlink().name) if current.is_symlink() else 0

    def links(self):
        """The secret link of each feed, as the manager is given it once."""
        found = {}
        for file in self.root.folder("results", "tut").glob("*/feed-links.csv"):
            with open(file, newline="", encoding="utf-8-sig") as text:
                found.update({row["feed"]: row["https"] for row in csv.DictReader(text)})
        return found

    def awaits(self, is_so):
        if not self.daemon.waits_until(is_so):
            raise SystemExit("the daemon has ended, or did not do what was waited for")

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
        self.daemon.end()
