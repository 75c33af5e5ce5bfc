"""The checks themselves: a sound root is spoilt in one way after another, and what looks at it must complain."""

import hashlib
import os
import shutil
import sqlite3

import feeds
import promises
from promises import Dropped
from root import digest

PROGRAMME = "tut"


def run(trial, findings):
    sound = trial.released().copy(trial.folder / "sound")
    dropped = Dropped(sound, PROGRAMME)
    dropped.drop("absence", "leave.csv", b"person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n")
    dropped.drop("order", "ask.job", b"job: what_if\nchanges:\n  - {id: GLO--HEB, change: not_on, value: 2027-01-28}\n")
    sound.serve_until_done()
    complaints = against(sound, dropped)
    findings.say("a sound root is found sound", "1 root", complaints)
    silent = []
    for number, (name, spoil) in enumerate(WAYS.items()):
        root = sound.copy(trial.folder / f"spoilt-{number}")
        spoil(root)
        spoilt = Dropped(root, PROGRAMME)
        spoilt.files = dropped.files
        if not against(root, spoilt):
            silent.append(f"{name}: no check complains")
    good = (sound.folder("published", PROGRAMME) / "current/feeds/programme.ics").read_bytes()
    for name, data in (("cut short", good[:-40]), ("cut at a line", good[: good.rindex(b"END:VCALENDAR")]),
                       ("of two halves", good[: len(good) // 2] + good[len(good) // 3:]), ("empty", b"\r\n"),
                       ("twice", good + good), ("without UID", good.replace(b"\r\nUID:", b"\r\nUIX:", 1))):
        if not feeds.torn(data):
            silent.append(f"a calendar {name}: no check complains")
    findings.say("each check complains of what it is there for", f"{len(WAYS)} spoilt roots, 6 torn calendars", silent)


def against(root, dropped):
    """All that is looked at in any case."""
    faults = root.status() + promises.torn(root, [PROGRAMME]) + dropped.lost_or_doubled(may_wait=False)
    ledger = root.ledger()
    return faults + (dropped.unrecorded(ledger) + ledger.doubled() + ledger.unended()
                     + promises.unplanned(ledger, PROGRAMME) + promises.unlike_the_ledger(root, ledger, [PROGRAMME]))


def accepted(root, name="leave.csv"):
    return root.folder("accepted", PROGRAMME) / name


def current(root):
    return root.folder("published", PROGRAMME) / "current"


def point(root, number):
    current(root).unlink()
    current(root).symlink_to(f"releases/{number}")


def sql(*lines):
    def spoil(root):
        with sqlite3.connect(root.path / "state/ledger.sqlite") as database:
            database.execute("PRAGMA foreign_keys = OFF")
            for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f"DROP TRIGGER {row[0]}")
            for line in lines:
                database.execute(line)
        database.close()
    return spoil


def tear(root):
    feed = current(root) / "feeds/programme.ics"
    feed.write_bytes(feed.read_bytes()[:-100])


def tear_unseen(root):
    """Torn, and the mark of completeness says so: only reading the calendar finds it."""
    feed, mark = current(root) / "feeds/programme.ics", current(root) / "complete"
    before = digest(feed)
    feed.write_bytes(feed.read_bytes()[:-100])
    mark.write_text(mark.read_text().replace(before, hashlib.sha256(feed.read_bytes()).hexdigest()))


WAYS = {
    "an accepted file is lost": lambda root: accepted(root).unlink(),
    "an accepted file has other bytes": lambda root: accepted(root).write_text("person_id\n"),
    "a receipt is lost": lambda root: accepted(root, "leave.csv.receipt.txt").unlink(),
    "a file is there twice": lambda root: shutil.copy(accepted(root), accepted(root, "leave (2).csv")),
    "a file is accepted and rejected": lambda root: shutil.copy(accepted(root), root.folder("rejected", PROGRAMME)),
    "a file lies in incoming still": lambda root: os.rename(
        accepted(root), root.folder("incoming", PROGRAMME) / "leave.csv"),
    "a calendar is torn": tear,
    "a calendar is torn before its digest was taken": tear_unseen,
    "a calendar is missing": lambda root: (current(root) / "feeds/programme.ics").unlink(),
    "a release is not complete": lambda root: (current(root) / "complete").unlink(),
    "current leads nowhere": lambda root: point(root, 9),
    "current leads to an old release": lambda root: point(root, 1),
    "current is missing": lambda root: current(root).unlink(),
    "a release that nobody knows": lambda root: shutil.copytree(
        current(root).resolve(), current(root).parent / "releases/3"),
    "an input is missing": sql("DELETE FROM inputs WHERE name = 'leave.csv'"),
    "an input is there twice": sql(
        "INSERT INTO inputs (programme, sha256, name, size, received_at, fate, receipt, again_of) SELECT programme, "
        "sha256, name, size, received_at, fate, receipt, sequence FROM inputs WHERE name = 'leave.csv'"),
    "an order's job is missing": sql("DELETE FROM jobs WHERE kind = 'what_if'"),
    "a job waits": sql("UPDATE jobs SET state = 'queued', ended_at = NULL, summary = NULL WHERE kind = 'what_if'"),
    "the last plan failed": sql("UPDATE jobs SET state = 'failed', summary = NULL, error = 'x' "
                                "WHERE id = (SELECT MAX(id) FROM jobs WHERE kind = 'plan')"),
    "a release is made twice": sql(
        "INSERT INTO releases SELECT programme, 3, job, state, prepared_at, published_at, plan, plan_sha256, "
        "base_input, restores FROM releases WHERE number = 2",
        "INSERT INTO feeds SELECT programme, 3, owner_kind, owner, file, sha256, changed FROM feeds WHERE release = 2"),
    "a release is told twice": sql("INSERT INTO audit (at, who, what, programme, job, details) SELECT at, who, what, "
                                   "programme, job, details FROM audit WHERE what = 'release_published'"),
}
