"""Holds the reading of calendars against two libraries of Python: benchmarks/run diaries.

Calendars are drawn at random: events of many zones, rules, exceptions, moved and cancelled repetitions. icalendar and
recurring-ical-events say what each comes to, and a test of Tests/DiariesTests says whether Diaries reads the same.
Rules that RFC 5545 leaves undefined are not drawn; where the libraries differ from it for a known reason, `draw` says so.
"""

import argparse
import datetime
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import zoneinfo

import peers

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIRST, LAST = datetime.date(2027, 1, 11), datetime.date(2027, 12, 19)
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
ZONES = ["", "UTC", "Europe/London", "Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Sydney",
         "GMT Standard Time", "Romance Standard Time", "Somewhere"]
SOMEWHERE = """BEGIN:VTIMEZONE
TZID:Somewhere
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


class Drawing:
    """One calendar."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//counterpart//benchmarks//EN", *SOMEWHERE.split("\n")]
        for number in range(self.dice.randint(1, 5)):
            self.series(f"{seed}-{number}")
        self.lines.append("END:VCALENDAR")

    def text(self):
        ending = self.dice.choice(["\r\n", "\n"])
        return "".join(self.fold(line, ending) + ending for line in self.lines)

    def fold(self, line, ending):
        if self.dice.random() < 0.8:
            return line
        width = self.dice.randint(20, 75)
        return (ending + " ").join(line[i:i + width] for i in range(0, len(line), width))

    def chance(self, share):
        return self.dice.random() < share

    def series(self, uid):
        dice = self.dice
        whole, zone = self.chance(0.25), dice.choice(ZONES)
        start = self.start(whole)
        rule = self.rule(start, whole, zone) if self.chance(0.75) else None
        length = dice.choice([15, 30, 60, 60, 90, 480, 1439, 1440, 2000])
        self.begin(uid, start, whole, zone, length)
        if rule:
            self.lines.append("RRULE:" + rule)
        # Of several times of one day the peer loses one beside an exception.
        exceptions = [] if rule and "BYHOUR" in rule else [self.near(start, rule) for _ in range(dice.randint(0, 3))] if rule else []
        for moment in exceptions:
            self.lines.append(self.time("EXDATE", moment, whole, zone))
        if self.chance(0.2):
            self.lines.append(self.time("RDATE", self.moment(whole, start), whole, zone))
        # What is called off as a whole keeps none of its parts here, and the moved ones there.
        cancelled = self.state() == "STATUS:CANCELLED"
        self.lines.append("END:VEVENT")
        # A repetition that an exception took out and a change brings back is one of the things on which programs differ.
        for moment in {self.near(start, rule) for _ in range(dice.randint(0, 2))} - set(exceptions) if rule and not cancelled else ():
            self.change(uid, moment, whole, zone)

    def change(self, uid, moment, whole, zone):
        shift = datetime.timedelta(minutes=0 if whole else self.dice.choice([0, 30, 90, -60]), days=self.dice.randint(-3, 3))
        self.begin(uid, moment + shift, whole, zone, self.dice.choice([30, 60, 120]))
        self.lines.append(self.time("RECURRENCE-ID", moment, whole, zone))
        self.lines.append(self.dice.choice(["STATUS:CANCELLED", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "STATUS:TENTATIVE"]))
        self.lines.append("END:VEVENT")

    def begin(self, uid, start, whole, zone, length):
        self.lines += ["BEGIN:VEVENT", "UID:" + uid, "DTSTAMP:20260101T000000Z", "SUMMARY:Drawn; nobody's"]
        self.lines.append(self.time("DTSTART", start, whole, zone))
        if whole:
            days = self.dice.randint(1, 4)
            self.lines.append(self.dice.choice([
                self.time("DTEND", start + datetime.timedelta(days=days), whole, zone), f"DURATION:P{days}D"]))
        else:
            # Durations by the stopwatch are drawn where no clock changes in between; that is tried by hand.
            self.lines.append(self.time("DTEND", start + datetime.timedelta(minutes=length), whole, zone))

    def state(self):
        state = self.dice.choice([
            "STATUS:TENTATIVE", "STATUS:CANCELLED", "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
            "X-MICROSOFT-CDO-BUSYSTATUS:OOF", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", *["STATUS:CONFIRMED"] * 8])
        self.lines.append(state)
        return state

    def time(self, name, moment, whole, zone):
        if whole:
            return f"{name};VALUE=DATE:{moment:%Y%m%d}"
        if zone == "UTC":
            return f"{name}:{moment:%Y%m%dT%H%M%S}Z"
        return f"{name}{f';TZID={zone}' if zone else ''}:{moment:%Y%m%dT%H%M%S}"

    def moment(self, whole, start):
        day = FIRST + datetime.timedelta(days=self.dice.randint(0, (LAST - FIRST).days))
        return datetime.datetime.combine(day, start.time())

    def start(self, whole):
        year = self.dice.choice([1990, 1999, 2015, 2025, 2026, 2027, 2027, 2027])
        day = datetime.datetime(year, 1, 1) + datetime.timedelta(days=self.dice.randint(0, 360))
        # Not in the hours that a change of the clocks leaves out or brings twice; these are tried by hand.
        return day if whole else day.replace(hour=self.dice.randint(4, 23), minute=self.dice.choice([0, 0, 15, 30, 45]))

    def near(self, start, rule):
        """A repetition in or near the window."""
        after = datetime.datetime.combine(FIRST, datetime.time()) + datetime.timedelta(days=self.dice.randint(-5, 300))
        found = dateutil_rule(rule, start).after(max(after, start), inc=True)
        return found or start

    def rule(self, start, whole, zone):
        """A rule that gives its start, since without that RFC 5545 leaves undefined what it means."""
        for _ in range(200):
            rule = self.draw(whole)
            found = dateutil_rule(rule, start).after(start, inc=True)
            if found == start:
                return self.end(rule, start, whole, zone)
        return "FREQ=WEEKLY"

    def draw(self, whole):
        dice = self.dice
        parts = [f"INTERVAL={dice.randint(2, 5)}"] if self.chance(0.4) else []
        frequency = dice.choice(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "YEARLY"])
        some = ",".join(dice.sample(DAYS, dice.randint(1, 4)))
        if frequency == "DAILY" and self.chance(0.4):
            parts.append(dice.choice(["BYDAY=" + some, "BYMONTH=1,3,10", "BYMONTHDAY=1,15,-1"]))
        if frequency == "WEEKLY" and self.chance(0.7):
            parts.append("BYDAY=" + some)
            if self.chance(0.3):
                parts.append("WKST=" + dice.choice(DAYS))
        if frequency == "MONTHLY" and self.chance(0.8):
            parts.append(dice.choice([
                f"BYDAY={dice.choice([1, 2, 3, 4, -1])}{dice.choice(DAYS)}", f"BYMONTHDAY={dice.randint(1, 31)}",
                f"BYMONTHDAY=-{dice.randint(1, 5)}", f"BYDAY={some};BYSETPOS={dice.choice([1, 2, -1])}",
                f"BYDAY={some};BYMONTH=2,3,7", "BYDAY=FR;BYMONTHDAY=13"]))
        if frequency == "YEARLY" and self.chance(0.8):
            parts.append(dice.choice([
                f"BYMONTH={dice.randint(1, 12)};BYDAY={dice.choice([1, 2, -1])}{dice.choice(DAYS)}",
                f"BYMONTH={dice.randint(1, 12)};BYMONTHDAY={dice.randint(1, 28)}", f"BYYEARDAY={dice.choice([1, 100, -1, 200])}",
                f"BYWEEKNO={dice.randint(2, 51)};BYDAY={dice.choice(DAYS)}", f"BYDAY={dice.choice([20, -3])}{dice.choice(DAYS)}"]))
        if not whole and frequency != "YEARLY" and self.chance(0.1):
            parts.append("BYHOUR=7,12,20")
        return ";".join([f"FREQ={frequency}", *parts])

    def end(self, rule, start, whole, zone):
        kind = self.dice.choice(["none", "count", "until"])
        if kind == "count":
            return f"{rule};COUNT={self.dice.choice([1, 3, 40, 700, 9000])}"
        if kind == "until":
            until = max(start, self.near(start, rule))
            if whole:
                return f"{rule};UNTIL={until:%Y%m%d}"
            if zone in ("", "Somewhere", "GMT Standard Time", "Romance Standard Time"):
                return f"{rule};UNTIL={until + datetime.timedelta(days=1):%Y%m%dT%H%M%S}Z" if zone else f"{rule};UNTIL={until:%Y%m%dT%H%M%S}"
            utc = until.replace(tzinfo=zoneinfo.ZoneInfo(zone)).astimezone(datetime.timezone.utc)
            return f"{rule};UNTIL={utc:%Y%m%dT%H%M%S}Z"
        return rule


def dateutil_rule(rule, start):
    import dateutil.rrule
    parts = [part for part in rule.split(";") if not part.startswith("UNTIL")]
    return dateutil.rrule.rrulestr(";".join(parts), dtstart=start)


def main(arguments):
    parser = argparse.ArgumentParser(prog="benchmarks/run diaries")
    parser.add_argument("program", nargs="?", help="not needed: a test of the room reads the calendars")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--package", type=pathlib.Path, default=ROOT, help="where `swift test` is run")
    parser.add_argument("--keep", type=pathlib.Path, help="a folder for the calendars, to look at them afterwards")
    options = parser.parse_args(arguments)
    peer = peers.script("recurring_ical_events", "ical_stretches.py")()
    if peer is None:
        peers.say("recurring-ical-events is absent and could not be installed; nothing is compared")
        return 0
    # dateutil comes with it.
    if pathlib.Path(sys.prefix) != peers.INSTALLED:
        os.execv(peers.PYTHON, [str(peers.PYTHON), "-B", str(ROOT / "benchmarks/run"), "diaries", *arguments])
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(options.count):
            text = Drawing(options.seed * 100_000 + number).text()
            (folder / f"{number:05}.ics").write_bytes(text.encode())
        said = subprocess.run([*peer, folder, FIRST.isoformat(), LAST.isoformat()], check=True, capture_output=True, text=True)
        peers.say(f"{options.count} calendars read by {said.stdout.strip()}")
        environment = {**os.environ, "COUNTERPART_DIARIES": str(folder), "COUNTERPART_DIARY_DAYS": f"{FIRST} {LAST}"}
        return subprocess.run(
            ["swift", "test", "--filter", "DiaryPeerTests"], cwd=options.package, env=environment).returncode
