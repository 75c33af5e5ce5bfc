"""khal shows what vdirsyncer fetches over HTTP."""

import collections
import datetime
import os
import pathlib
import subprocess

import packages
from story import is_visit

HERE = pathlib.Path(__file__).resolve().parent
INSTALLED = HERE / ".installed/bin"
FIELDS = "{start-long}|{status}|{title}"


def is_installed():
    return packages.from_pypi(HERE / ".installed", HERE / "requirements.txt",
                              lambda: all((INSTALLED / name).exists() for name in ("khal", "vdirsyncer")))


class Khal:
    name = "khal with vdirsyncer"

    def __init__(self, folder, link):
        self.folder = folder / "khal"
        self.items = self.folder / "items"
        self.items.mkdir(parents=True)
        (self.folder / "vdirsyncer").write_text(f"""[general]
status_path = "{self.folder}/status"
[pair feed]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "{self.items}"
fileext = ".ics"
[storage there]
type = "http"
url = "{link}"
""")
        (self.folder / "khal.conf").write_text(f"""[calendars]
[[visits]]
path = {self.items}
readonly = True
[locale]
local_timezone = Europe/London
default_timezone = Europe/London
timeformat = %H:%M
dateformat = %d.%m.
longdateformat = %Y-%m-%d
datetimeformat = %d.%m. %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {self.folder}/khal.db
""")
        self.run("vdirsyncer", "--config", self.folder / "vdirsyncer", "discover")

    def run(self, program, *arguments):
        done = subprocess.run([INSTALLED / program, *map(str, arguments)], capture_output=True, text=True,
                              env={**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}, input="y\n")
        if done.returncode != 0:
            raise SystemExit(f"{program}: {done.stderr}")
        return done.stdout

    def shown(self, expected):
        """Start and status of each visit by title, and how often each stands there."""
        self.run("vdirsyncer", "--config", self.folder / "vdirsyncer", "sync")
        # Many-day listings repeat nothing that lies within one day.
        lines = self.run("khal", "--config", self.folder / "khal.conf", "list", "--notstarted", "--day-format", "",
                         "--format", FIELDS, "2027-01-01", "200d").splitlines()
        visits, count = {}, collections.Counter()
        for line in lines:
            start, status, title = line.split("|", 2)
            if is_visit(title):
                visits[title] = (datetime.datetime.strptime(start.strip(), "%Y-%m-%d %H:%M"), status.strip())
                count[title] += 1
        return visits, count

    def picture(self, file):
        text = self.run("khal", "--config", self.folder / "khal.conf", "list", "2027-01-01", "60d")
        pathlib.Path(file).with_suffix(".txt").write_text(text)

    def end(self):
        pass
