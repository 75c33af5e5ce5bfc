"""A job that ends its worker each time, among others that are sound."""

import sqlite3
import time

from daemon import Daemon, kill
from findings import tell
from promises import Dropped

PROGRAMME = "tut"
# Four tries with 30, 60 and 120 seconds between, and time for the others.
PATIENCE = 420
POISON = b"job: what_if\nreason: poison\nchanges:\n  - {id: GLO--HEB, change: not_on, value: 2027-01-28}\n"


def run(trial, findings):
    good = trial.amount(50, 10)
    root = trial.released().copy(trial.folder / "poison")
    before = len(root.ledger().jobs())
    dropped = Dropped(root, PROGRAMME)
    for number in range(good):
        if number == good // 3:
            dropped.drop("order", "poison.job", POISON)
        text = (f"job: what_if\nreason: good {number}\nchanges:\n"
                f"  - {{id: PEN--ILK, change: not_on, value: 2027-02-{number % 28 + 1:02}}}\n")
        dropped.drop("order", f"good-{number}.job", text.encode())
    daemon = Daemon(root, "--settle", "0", "--quiet-seconds", "0", log=trial.folder / "poison.log")
    daemon.waits_until(daemon.has_lock)
    kills, tries = 0, set()
    end = time.monotonic() + PATIENCE
    database = sqlite3.connect(f"file:{root.path}/state/ledger.sqlite?mode=ro", uri=True, timeout=5)
    states = []
    while time.monotonic() < end and daemon.is_up():
        rows = database.execute(
            "SELECT state, tries, json_extract(request, '$.reason') FROM jobs WHERE id > ?", (before,)).fetchall()
        states = [(state, tries) for state, tries, _ in rows]
        ill = [(state, count) for state, count, reason in rows if reason == "poison"]
        if ill and ill[0][0] == "running":
            for worker in daemon.workers():
                # Read again: the job may have ended while its worker was looked for.
                if database.execute("SELECT 1 FROM jobs WHERE state = 'running' AND json_extract(request, '$.reason') "
                                    "= 'poison'").fetchone() and kill(worker):
                    kills += 1
                    tries.add(ill[0][1])
        if len(rows) == good + 1 and all(state not in ("queued", "running") for state, _ in states):
            break
        tell(f"poison: {sum(state == 'done' for state, _ in states)} done, {kills} workers killed")
        time.sleep(0.01)
    database.close()
    was_up = daemon.is_up()
    status = daemon.end() if was_up else daemon.process.returncode
    ledger = root.ledger()
    counts = {}
    for row in ledger.jobs()[before:]:
        counts[row["state"]] = counts.get(row["state"], 0) + 1
    against = [] if was_up and status == 0 else [f"the daemon ended with {status}"]
    if counts != {"done": good, "held": 1}:
        against.append(f"the jobs are {counts}, {kills} workers killed in tries {sorted(tries)}")
    held = [row for row in ledger.jobs() if row["state"] == "held"]
    if held and (held[0]["tries"] != 4 or not ledger.all("SELECT 1 FROM job_logs WHERE job = ?", held[0]["id"])):
        against.append(f"the held job was tried {held[0]['tries']} times, or has no log")
    against += dropped.lost_or_doubled(may_wait=False) + dropped.unrecorded(ledger) + root.status()
    findings.say("a job that ends its worker costs itself only, and is held after four tries",
                 f"1 poison job whose worker is killed each time, among {good} good ones", against,
                 f"none; {good} done, 1 held, {kills} workers killed")
