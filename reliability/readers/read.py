"""Reads calendars with two libraries that share nothing: `icalendar`, which looks a zone up by its name, and `vobject`,
which takes it from the VTIMEZONE in the file. Prints JSON: by library and file, every entry, or why it could not be read.

    read.py FOLDER
"""

import datetime
import json
import logging
import pathlib
import sys
import warnings

import icalendar
import vobject

logging.disable(logging.CRITICAL)
warnings.simplefilter("error")


def moment(value):
    """A day as it is, a time in UTC; one without a zone is marked, since nobody knows when it is."""
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    if value.tzinfo is None:
        return value.isoformat() + " in no zone"
    return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def by_icalendar(data):
    calendars = icalendar.Calendar.from_ical(data, multiple=True)
    if len(calendars) != 1:
        raise ValueError(f"{len(calendars)} calendars")
    faults = [str(fault) for part in calendars[0].walk() for fault in part.errors]
    if faults:
        raise ValueError("; ".join(faults))
    # It leaves what it does not know as it stands, and NAME is one of these; it is text, as a SUMMARY is.
    title = icalendar.Event.from_ical(f"BEGIN:VEVENT\r\nSUMMARY:{calendars[0]['NAME']}\r\nEND:VEVENT")["SUMMARY"]
    return str(title), [
        [str(entry["UID"]), moment(entry["DTSTART"].dt), moment(entry["DTEND"].dt), int(entry["SEQUENCE"]),
         str(entry["STATUS"]), str(entry["TRANSP"]), str(entry["SUMMARY"]), str(entry.get("LOCATION", "")),
         str(entry.get("DESCRIPTION", ""))]
        for entry in calendars[0].walk("VEVENT")]


def by_vobject(data):
    calendars = list(vobject.readComponents(data.decode(), validate=True))
    if len(calendars) != 1:
        raise ValueError(f"{len(calendars)} calendars")
    title = calendars[0].contents["name"][0].value
    if calendars[0].x_wr_calname.value != title:
        raise ValueError(f"X-WR-CALNAME {calendars[0].x_wr_calname.value!r} is not NAME {title!r}")
    return title, [
        [entry.uid.value, moment(entry.dtstart.value), moment(entry.dtend.value), int(entry.sequence.value),
         entry.status.value, entry.transp.value, entry.summary.value,
         entry.location.value if hasattr(entry, "location") else "",
         entry.description.value if hasattr(entry, "description") else ""]
        for entry in calendars[0].contents.get("vevent", [])]


def main():
    answers = {}
    for name, reader in (("icalendar", by_icalendar), ("vobject", by_vobject)):
        answers[name] = {}
        for file in sorted(pathlib.Path(sys.argv[1]).glob("*.ics")):
            try:
                title, entries = reader(file.read_bytes())
                answers[name][file.name] = {"title": title, "entries": sorted(entries)}
            except Exception as fault:
                answers[name][file.name] = {"fault": f"{type(fault).__name__}: {fault}"}
    json.dump(answers, sys.stdout)


main()
