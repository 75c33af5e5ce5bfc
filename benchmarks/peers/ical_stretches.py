"""Reads the calendars of a folder with icalendar and recurring-ical-events, and writes beside each what it comes to.

    ical_stretches.py FOLDER FIRST LAST

For each NAME.ics a NAME.txt: a line for each stretch of London's time from FIRST to LAST, both included, as in
`2027-03-01 09:00 to 10:30 unavailable`.
"""

import datetime
import importlib.metadata
import pathlib
import sys
import zoneinfo

import icalendar
import recurring_ical_events

LONDON = zoneinfo.ZoneInfo("Europe/London")
UTC = datetime.timezone.utc
EPOCH = datetime.datetime(1970, 1, 1)
MINUTE = datetime.timedelta(minutes=1)


def number(wall):
    """Whole minutes since 1970 on the wall."""
    return (wall - EPOCH) // MINUTE


def local(time):
    return time.astimezone(LONDON).replace(tzinfo=None)


def status(event):
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return None
    outlook = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper()
    if outlook in ("FREE", "WORKINGELSEWHERE"):
        return None
    if outlook in ("BUSY", "OOF"):
        return "unavailable"
    if outlook == "TENTATIVE":
        return "if_needed"
    if str(event.get("TRANSP", "")).upper() == "TRANSPARENT":
        return None
    return "if_needed" if str(event.get("STATUS", "")).upper() == "TENTATIVE" else "unavailable"


def minutes(event):
    """The minutes on London's wall that an event takes, one by one."""
    start, end = event.start, event.end
    if not isinstance(start, datetime.datetime):
        first = number(datetime.datetime.combine(start, datetime.time()))
        last = number(datetime.datetime.combine(end, datetime.time()))
        return range(first, max(last, first + 1440))
    if start.tzinfo is None:
        start, end = start.replace(tzinfo=LONDON), end.replace(tzinfo=LONDON)
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    taken = set()
    now = start.replace(second=0)
    before = None
    while now < end:
        wall = number(local(now))
        # Minutes that the clock leaves out lie between two that are taken.
        taken.update(range(before + 1 if before is not None and before < wall - 1 else wall, wall + 1))
        before = wall
        now += MINUTE
    return taken


def stretches(file, first, last):
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    margin = datetime.timedelta(days=3)
    wanted = recurring_ical_events.of(calendar, skip_bad_series=False).between(first - margin, last + margin)
    sheet = {}
    low = number(datetime.datetime.combine(first, datetime.time()))
    high = number(datetime.datetime.combine(last, datetime.time())) + 1440
    for event in wanted:
        said = status(event)
        if said is None:
            continue
        for minute in minutes(event):
            if low <= minute < high and sheet.get(minute) != "unavailable":
                sheet[minute] = said
    lines, begin = [], None
    for minute in sorted(sheet) + [None]:
        if begin is not None and (minute != previous + 1 or sheet[minute] != sheet[begin]):
            lines.append(shown(begin, previous + 1, sheet[begin]))
            begin = None
        if begin is None:
            begin = minute
        previous = minute
    return lines


def shown(start, end, said):
    start, end = EPOCH + start * MINUTE, EPOCH + end * MINUTE
    until = end.strftime("%H:%M" if start.date() == end.date() else "%Y-%m-%d %H:%M")
    return f"{start:%Y-%m-%d %H:%M} to {until} {said}"


def main():
    folder = pathlib.Path(sys.argv[1])
    first, last = map(datetime.date.fromisoformat, sys.argv[2:4])
    for file in sorted(folder.glob("*.ics")):
        lines = stretches(file, first, last)
        file.with_suffix(".txt").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    names = ["icalendar", "recurring-ical-events"]
    print(", ".join(f"{name} {importlib.metadata.version(name)}" for name in names))


if __name__ == "__main__":
    main()
