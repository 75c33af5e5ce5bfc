"""Published calendars, read through `current` as a subscriber's web server would."""

import hashlib
import os
import re


def look(published):
    """What is torn in the release that `current` leads to, a sentence each; and how many calendars were read.

    The folder is opened once, and everything read in it: that is one look, whatever is switched meanwhile. No
    `current` at all is only right while there is no release.
    """
    current = published / "current"
    try:
        folder = os.open(current, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        lost = current.is_symlink() or (published / "releases/1/complete").exists()
        return ([f"{current.name} leads nowhere"] if lost else []), 0
    faults, count = [], 0
    try:
        mark = read(folder, "complete")
        if mark is None:
            return ["the release has no file 'complete'"], 0
        for line in mark.decode().splitlines():
            wanted, name = line.split("  ", 1)
            data = read(folder, name)
            if data is None or hashlib.sha256(data).hexdigest() != wanted:
                faults.append(f"{name} is {'missing' if data is None else 'not what complete says'}")
            elif name.endswith(".ics"):
                count += 1
                faults += [f"{name}: {fault}" for fault in torn(data)]
    finally:
        os.close(folder)
    return faults, count


def read(folder, name):
    try:
        file = os.open(name, os.O_RDONLY, dir_fd=folder)
    except FileNotFoundError:
        return None
    with open(file, "rb") as stream:
        return stream.read()


def torn(data):
    """What keeps these bytes from being one complete calendar, by RFC 5545 sections 3.1, 3.4 and 3.6.1."""
    if not data.endswith(b"\r\n"):
        return ["does not end with a line end"]
    lines = data[:-2].split(b"\r\n")
    if any(b"\n" in line or b"\r" in line or len(line) > 75 for line in lines):
        return ["has a line that is too long or not ended by CRLF"]
    whole = []
    for line in lines:
        if line[:1] in (b" ", b"\t") and whole:
            whole[-1] += line[1:]
        else:
            whole.append(line)
    if whole[0] != b"BEGIN:VCALENDAR" or whole[-1] != b"END:VCALENDAR":
        return ["does not begin and end as a calendar"]
    faults, within, entries = [], [], []
    for number, line in enumerate(whole):
        name, _, value = line.partition(b":")
        if name == b"BEGIN":
            within.append((value, []))
        elif name == b"END":
            begun, seen = within.pop() if within else (None, [])
            if begun != value:
                faults.append(f"{value.decode()} ends and has not begun")
            if value == b"VEVENT" and [seen.count(name) for name in (b"UID", b"DTSTAMP", b"DTSTART")] != [1, 1, 1]:
                faults.append("an entry has not one UID, DTSTAMP and DTSTART")
            if not within and number + 1 < len(whole):
                faults.append("goes on after its end")
        elif within:
            within[-1][1].append(name.split(b";")[0])
            if name == b"UID":
                entries.append(value)
    if len(set(entries)) < len(entries):
        faults.append("an entry is there twice")
    return faults + [f"{value.decode()} does not end" for value, _ in within]


def meaning(data):
    """A calendar without the moments at which it was written."""
    text = data.decode().replace("\r\n ", "")
    kept = []
    for line in text.split("\r\n"):
        if not line.startswith(("DTSTAMP", "LAST-MODIFIED")):
            is_text = line.startswith(("DESCRIPTION", "X-WR-CALDESC"))
            kept.append(re.split(r"Plan (?:made|[0-9]+\\?, issued)", line)[0] if is_text else line)
    return "\n".join(kept)
