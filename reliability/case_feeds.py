"""Calendars read back by two libraries of others, and held against the tables that the same plan wrote."""

import collections
import csv
import datetime
import json
import pathlib
import subprocess
import sys
import zoneinfo

import packages
from findings import tell

HERE = pathlib.Path(__file__).resolve().parent
READERS = HERE / "readers"
INSTALLED = HERE / ".readers"
PYTHON = INSTALLED / "bin/python"
SCENARIOS = HERE.parent / "scenarios"
STATUS = {"draft": "TENTATIVE", "tentative": "TENTATIVE", "confirmed": "CONFIRMED", "held": "CONFIRMED",
          "cancelled": "CANCELLED"}


def run(trial, findings):
    if not is_installed():
        findings.note("other libraries read every calendar", "-", "icalendar and vobject could not be installed")
        return
    count = trial.amount(1000, 100)
    scenarios = ["tutorial"] if trial.is_short else ["tutorial", "england-30", "odd", "overfull", "national-118"]
    tally = collections.Counter()
    against = {"read": [], "same": [], "told": []}
    for name in scenarios:
        tell(f"feeds: {name}")
        look(trial, SCENARIOS / name, name, tally, against)
    drawn = 0
    for number in range(count):
        if drawn >= count:
            break
        tell(f"feeds: {drawn} of {count}")
        folder, dice = trial.folder / f"drawn-{number}", trial.dice("feeds", number)
        order(trial, "generate", folder, "--teams", dice.randint(2, 12), "--seed", trial.seed * 1000 + number)
        change(folder, dice)
        drawn += look(trial, folder, f"drawn {number}", tally, against)
    tried = f"{tally['feeds']} calendars: every one of {', '.join(scenarios)}, and {drawn} drawn"
    findings.say("icalendar and vobject read every calendar without complaint", tried, against["read"])
    findings.say("both read the same", f"{tally['entries']} entries", against["same"])
    findings.say("visits.csv, attendance.csv and agenda.csv say the same, entry by entry",
                 f"{tally['visits']} times a visit, {tally['sessions']} times a session", against["told"])


def is_installed():
    return packages.from_pypi(INSTALLED, READERS / "requirements.txt",
                              lambda: packages.succeeds(PYTHON, "-c", "import icalendar, vobject"))


def order(trial, *arguments):
    done = subprocess.run([trial.program, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode not in (0, 3):
        sys.exit(f"{arguments}: status {done.returncode}\n{done.stderr}")


def change(folder, dice):
    """Other zones, names and details than a drawn programme has by itself."""
    settings = folder / "programme.yaml"
    text = settings.read_text()
    zone = dice.choice(["Europe/London", "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])
    text = text.replace("time_zone: Europe/London", f"time_zone: {zone}")
    if "\npublish:" not in text:
        text += (f"\npublish: {{detail: {dice.choice(['titles', 'titles', 'full'])}, organiser_name: 'A; B, \"C\"', "
                 f"organiser_email: {dice.choice(['office@example.org', ''])!r}}}\n")
    settings.write_text(text)
    teams = rows(folder / "teams.csv")
    strange = ["Sainte-Anne d’Évreux", "A, B; C\\D", "“North” & South", "團隊 " + "長" * 40, "Ünïted: \\n no break"]
    for team in teams:
        if dice.random() < 0.4:
            team["team_name"] = dice.choice(strange) + " " + team["team_id"]
    with open(folder / "teams.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(teams[0]))
        writer.writeheader()
        writer.writerows(teams)


def look(trial, folder, name, tally, against):
    """Plans, reads all calendars, compares; how many calendars there are."""
    out = trial.folder / "out"
    order(trial, "plan", folder, "--out", out, "--quiet")
    tables = Tables(folder, out)
    answer = subprocess.run([PYTHON, "-B", READERS / "read.py", out / "feeds"], capture_output=True, text=True, check=True)
    libraries = json.loads(answer.stdout)
    feeds = sorted(file.name for file in (out / "feeds").iterdir())
    for feed in feeds:
        tally["feeds"] += 1
        read = [libraries[library][feed] for library in ("icalendar", "vobject")]
        faults = [one["fault"] for one in read if "fault" in one]
        against["read"] += [f"{name}, {feed}: {fault}" for fault in faults]
        if faults:
            continue
        tally["entries"] += len(read[0]["entries"])
        if read[0] != read[1]:
            pairs = zip(read[0]["entries"], read[1]["entries"])
            first = next((pair for pair in pairs if pair[0] != pair[1]), "the number or title differs")
            against["same"].append(f"{name}, {feed}: {first}")
        against["told"] += [f"{name}, {feed}: {fault}" for fault in tables.faults(feed, read[0]["entries"], tally)]
    return len(feeds)


def rows(file):
    with open(file, newline="", encoding="utf-8-sig") as text:
        return list(csv.DictReader(text))


class Tables:
    """What the tables of a plan say that a reader's calendar must hold."""

    def __init__(self, folder, out):
        self.visits = {row["visit_id"]: row for row in rows(out / "visits.csv") if row["date"]}
        self.attendance = rows(out / "attendance.csv")
        self.agenda = rows(out / "agenda.csv")
        self.site = {row["team_id"]: row["site_id"] for row in rows(folder / "teams.csv")}
        self.rooms = {row["room_id"]: row["room_name"] for row in rows(folder / "rooms.csv")}
        lines = (folder / "programme.yaml").read_text().splitlines()
        settings = dict(line.split(":", 1) for line in lines if line[:1].isalpha() and ":" in line)
        self.programme = settings["id"].strip()
        self.zone = zoneinfo.ZoneInfo(settings["time_zone"].split("#")[0].strip())

    def time(self, date, clock):
        hour, minute = map(int, clock.split(":"))
        # 24:00 is the next midnight.
        day = datetime.datetime.fromisoformat(date) + datetime.timedelta(days=hour // 24)
        local = day.replace(hour=hour % 24, minute=minute, tzinfo=self.zone)
        return local.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    def faults(self, feed, entries, tally):
        kind, _, reader = feed.removesuffix(".ics").partition("-")
        found = {uid.removeprefix(self.programme + "~").removesuffix("@counterpart"): rest for uid, *rest in entries}
        seen = {uid: rest for uid, rest in found.items() if "~" not in uid and not uid.startswith("event~")}
        wanted = {visit: row for visit, row in self.visits.items() if self.concerns(kind, reader, visit, row)}
        tally["visits"] += len(wanted)
        for visit in sorted(set(seen) ^ set(wanted)):
            yield f"{visit} is {'missing' if visit in wanted else 'too many'}"
        for visit in sorted(set(seen) & set(wanted)):
            start, end, sequence, status, transparency, summary, location, text = seen[visit]
            row = wanted[visit]
            told = (start, end, sequence, status)
            want = (self.time(row["date"], row["start"]), self.time(row["date"], row["end"]), int(row["sequence"]),
                    STATUS[row["status"]])
            if told != want:
                yield f"{visit}: {told} and not {want}"
            if row["room_id"] in self.rooms and self.rooms[row["room_id"]] not in location:
                yield f"{visit}: {location!r} without {self.rooms[row['room_id']]!r}"
        sessions = {uid: rest for uid, rest in found.items() if "~session~" in uid}
        agenda = {f"{item['visit_id']}~session~{item['session_id']}": item for item in self.agenda
                  if self.has_session(kind, reader, item)}
        tally["sessions"] += len(agenda)
        for uid in sorted(set(sessions) ^ set(agenda)):
            # Whoever misses some sessions has fewer, and attendance.csv says only how many.
            if not (kind == "person" and uid in agenda and self.misses(reader, agenda[uid]["visit_id"])):
                yield f"{uid} is {'missing' if uid in agenda else 'too many'}"
        for uid in sorted(set(sessions) & set(agenda)):
            item, date = agenda[uid], self.visits[agenda[uid]["visit_id"]]["date"]
            want = (self.time(date, item["start"]), self.time(date, item["end"]))
            if tuple(sessions[uid][:2]) != want:
                yield f"{uid}: {sessions[uid][:2]} and not {want}"

    def concerns(self, kind, reader, visit, row):
        if kind == "programme":
            return True
        if kind == "team":
            return reader in [row["host"], *row["visitor"].split(";")]
        if kind == "facilitator":
            return reader == row["facilitator_id"]
        if kind == "site":
            return reader == self.site[row["host"]]
        if kind == "person":
            return self.comes(reader, visit)
        return False

    def comes(self, person, visit):
        return any(row["visit_id"] == visit and row["person_id"] == person and row["attends"] != "no"
                   and row["side"] != "facilitator" for row in self.attendance)

    def misses(self, person, visit):
        return any(row["visit_id"] == visit and row["person_id"] == person and row["sessions_missed"] not in ("", "0")
                   for row in self.attendance)

    def has_session(self, kind, reader, item):
        row = self.visits.get(item["visit_id"])
        if row is None or kind in ("programme", "facilitator"):
            return False
        if kind == "room":
            return item["room_id"] == reader
        return self.concerns(kind, reader, item["visit_id"], row)
