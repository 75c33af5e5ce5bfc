"""kill -9 of the daemon, or of one of its workers, at random moments while files are dropped."""

import threading
import time

import feeds
import promises
from daemon import Daemon, kill
from drops import Drops
from findings import tell
from promises import Dropped

PROGRAMME = "tut"
EVERY = 25


class Reader(threading.Thread):
    """Reads what is published all the while, as subscribers do."""

    def __init__(self, published):
        super().__init__(daemon=True)
        self.published = published
        self.looks = self.calendars = 0
        self.faults = []
        self.is_over = threading.Event()

    def run(self):
        while not self.is_over.wait(0.1):
            self.look()

    def look(self):
        faults, count = feeds.look(self.published)
        self.looks += 1
        self.calendars += count
        self.faults += faults

    def end(self):
        self.is_over.set()
        self.join()
        self.look()


def run(trial, findings):
    cycles = trial.amount(500, 25)
    dice = trial.dice("kill")
    root = trial.root("kill")
    root.fill(PROGRAMME)
    heap, dropped = Drops(trial.seed), Dropped(root, PROGRAMME)
    reader = Reader(root.folder("published", PROGRAMME))
    reader.start()
    killed = {"daemon": 0, "worker": 0}
    midway, unsound = [], []
    daemon, ended = None, []
    for cycle in range(cycles):
        tell(f"kill: {cycle} of {cycles}")
        if daemon is None:
            daemon = Daemon(root, "--settle", "0", "--quiet-seconds", "0", log=trial.folder / "daemon.log")
        aims_at_worker = dice.random() < 0.4
        time.sleep(dice.uniform(0, 0.3))
        if aims_at_worker or dice.random() < 0.6:
            dropped.drop(*heap.next())
        if not aims_at_worker:
            time.sleep(dice.uniform(0, 0.5))
        worker = catch_worker(daemon, dice) if aims_at_worker else None
        if worker and kill(worker):
            killed["worker"] += 1
            if not daemon.is_up():
                ended.append(f"cycle {cycle}: its worker was killed, the daemon ended with {daemon.process.returncode}")
                daemon = None
            continue
        if not daemon.is_up():
            ended.append(f"cycle {cycle}: the daemon ended with {daemon.process.returncode} by itself")
        daemon.kill()
        killed["daemon"] += 1
        daemon = None
        if cycle % EVERY == EVERY - 1:
            midway += [f"after cycle {cycle}: {fault}" for fault in dropped.lost_or_doubled(may_wait=True)]
            unsound += [f"after cycle {cycle}: {fault}" for fault in root.status() + root.ledger().doubled()]
    if daemon is not None:
        daemon.kill()
    dropped.drop("order", "last.job", b"job: plan\nreason: the last\n")
    last = root.serve_until_done()
    reader.end()
    report(findings, root, dropped, reader, last, killed, midway, unsound, ended)


def catch_worker(daemon, dice):
    """A worker at a random moment of its life; None where none comes within a second."""
    end = time.monotonic() + 1
    # The first reads the file, a later one plans.
    passes, seen = dice.choice((0, 0, 1, 2)), set()
    while time.monotonic() < end:
        workers = [number for number in daemon.workers() if number not in seen]
        if workers and len(seen) >= passes:
            time.sleep(dice.uniform(0, 0.1))
            return dice.choice(workers)
        seen.update(workers)
        time.sleep(0.005)
    return None


def report(findings, root, dropped, reader, last, killed, midway, unsound, ended):
    ledger = root.ledger()
    tried = f"{killed['daemon']} kills of the daemon, {killed['worker']} of a worker"
    states = {}
    for row in ledger.jobs():
        states[row["state"]] = states.get(row["state"], 0) + 1
    findings.say("nothing but kill -9 ends the daemon, and it starts again", tried,
                 ended + ([] if last.returncode == 0
                          else [f"the last start ended with {last.returncode}: {last.stderr[-300:]}"]))
    findings.say("no dropped file is lost or taken twice", f"{len(dropped.files)} files, {tried}",
                 midway + dropped.lost_or_doubled(may_wait=False))
    findings.say("no job is lost", f"{len(ledger.jobs())} jobs",
                 dropped.unrecorded(ledger) + ledger.unended() + promises.unplanned(ledger, "tut"),
                 "none; at the end " + ", ".join(f"{count} {state}" for state, count in sorted(states.items())))
    findings.say("no release is made twice", f"{len(ledger.releases())} releases", unsound + ledger.doubled()
                 + promises.unlike_the_ledger(root, ledger, ["tut"]))
    findings.say("no calendar is torn, `current` always leads to a whole release",
                 f"{reader.looks} looks, {reader.calendars} calendars", reader.faults + promises.torn(root, ["tut"]))
    findings.say("the ledger is sound", f"every {EVERY} cycles and at the end", unsound + root.status())
