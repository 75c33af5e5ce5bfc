"""A fault, or the end of the daemon, at each system call by which files are taken and releases published.

strace changes what a call answers: the N-th call of one kind in each thread of the daemon fails, or the daemon is
killed at it. Its workers are let alone. After each such run the daemon works undisturbed, and the end must be that of
a root in which nothing ever went wrong.
"""

import collections
import concurrent.futures
import os
import shutil
import signal
import subprocess
import time

import feeds
import promises
from findings import tell
from root import ENVIRONMENT, Broken
from systemcalls import CALLS, calls, has_strace, plain, strace, traced

PROGRAMME = "tut"
# What each call can answer when the machine fails; `+` goes on failing from then on, as a full disk does.
ERRORS = {
    "openat": ["EMFILE", "EIO", "ENOSPC", "EMFILE+", "KILL"],
    "write": ["ENOSPC", "EIO", "ENOSPC+", "KILL"],
    "pwrite64": ["ENOSPC", "EIO", "ENOSPC+", "KILL"],
    "fsync": ["EIO", "ENOSPC", "EIO+", "KILL"],
    "fdatasync": ["EIO", "ENOSPC", "EIO+", "KILL"],
}
OTHERS = ["ENOSPC", "EIO", "ENOSPC+", "KILL"]
SHORT = 40
# Seconds after which a run that should end by itself is ended; undisturbed it takes one or two,
# and where a fault lasts it gives up after three looks of ten seconds each.
PATIENCE = 60


def run(trial, findings):
    if not has_strace():
        return findings.note("a fault at any call costs nothing", "-", "strace could not be installed")
    ready = prepared(trial)
    places = traced(ready.copy(trial.folder / "traced"), trial.folder / "trace")
    if not places:
        raise Broken("strace showed no call about the root")
    clean = ready.copy(trial.folder / "clean")
    if clean.serve_until_done().returncode != 0:
        raise Broken("the undisturbed run failed")
    wanted = outcome(clean)
    tasks = tasks_for(places, trial)
    done = Sweep(trial, ready, wanted).go(tasks)
    report(findings, places, len(tasks), done)


FILES = [
    # Moves a published visit, so that a release follows.
    ("absence", "leave.csv", b"person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n"),
    ("mistake", "wrong.csv", b"person_id,date,status\nPEN-nurse,2027-02-30,unavailable\n"),
    ("order", "ask.job", b"job: what_if\nchanges:\n  - {id: GLO--HEB, change: not_on, value: 2027-01-28}\n"),
]


def prepared(trial):
    """A root with a release, where three files wait: one that makes a release, one that is wrong, and a question."""
    root = trial.released().copy(trial.folder / "ready")
    for _, name, data in FILES:
        root.drop(PROGRAMME, name, data)
    return root


def tasks_for(places, trial):
    """Which call, which number of it, and what happens to it: each in turn over the numbers, so that all come up."""
    tasks = []
    for call in CALLS:
        if trial.calls and call not in trial.calls:
            continue
        kinds = ERRORS.get(call, OTHERS)
        for turn, number in enumerate(sorted(places[call])):
            tasks.append((call, number, kinds[(turn + trial.seed) % len(kinds)]))
    if trial.is_short or trial.count is not None:
        return trial.dice("faults").sample(tasks, min(len(tasks), trial.amount(0, SHORT)))
    tasks = tasks[::max(1, trial.share)]
    # Where the time is over before all were tried, those that were are of all kinds.
    trial.dice("faults").shuffle(tasks)
    return tasks


class Sweep:
    """Tries faults, some at a time; what waits for the next try of its job is looked at again when that is due."""

    def __init__(self, trial, ready, wanted):
        self.trial, self.ready, self.wanted = trial, ready, wanted
        self.faults = []
        self.tried = []
        self.hit = collections.defaultdict(set)
        self.missed = self.waited = 0
        self.ends = collections.Counter()

    def go(self, tasks):
        end = time.monotonic() + 60 * (self.trial.minutes or float("inf"))
        with concurrent.futures.ThreadPoolExecutor(2 * (os.cpu_count() or 1)) as pool:
            pending = [pool.submit(self.disturb, index, task, end) for index, task in enumerate(tasks)]
            roots = []
            for index, future in enumerate(pending):
                tell(f"faults: {index} of {len(tasks)}")
                roots.append(future.result())
            # Most of what waits half a minute is due by now.
            found = pool.map(lambda left: self.settle(*left), filter(None, roots))
            for index, answer in enumerate(found):
                tell(f"faults: {index} looked at")
                self.faults += answer
        return self

    def disturb(self, index, task, end):
        """Makes one fault happen; the task and its root, to be settled later, None where nothing came of it."""
        if time.monotonic() > end:
            return None
        self.tried.append(task)
        call, number, kind = task
        root = self.ready.copy(self.trial.folder / f"fault-{index}")
        log = self.trial.folder / f"fault-{index}.trace"
        what = "signal=KILL" if kind == "KILL" else f"error={kind.rstrip('+')}"
        when = f"{number}+" if kind.endswith("+") else str(number)
        command = strace(log, call, f"inject={call}:{what}:when={when}")
        run = subprocess.Popen(
            command + root.serve_command("--settle", "0", "--once"), env=ENVIRONMENT, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        lasted = False
        try:
            run.wait(PATIENCE)
            self.ends["killed" if run.returncode in (-9, 137) else f"ended with {run.returncode}"] += 1
        except subprocess.TimeoutExpired:
            # strace and the daemon: the daemon alone would go on.
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
            lasted = True
            self.ends["did not end"] += 1
            self.faults.append(f"{self.words(task)} ({root.path.name}): serve --once had not ended after {PATIENCE} s")
        was_killed = run.returncode in (-9, 137)
        was_hit = False
        for name, count, arguments in calls(log):
            # A call that ends the process has no answer in the trace; one of several threads may have been interrupted
            # in writing its line down.
            if (was_killed and count == number) if kind == "KILL" else (
                    count == number or kind.endswith("+") and count > number):
                was_hit = True
                if place := plain(name, arguments, root):
                    self.hit[call].add(place)
        # What did not end is looked into by hand.
        if not lasted:
            log.unlink()
        if not was_hit:
            self.missed += 1
            shutil.rmtree(root.path)
            return None
        torn = promises.torn(root, [PROGRAMME])
        self.faults += [f"{self.words(task)}: at once: {fault}" for fault in torn]
        first = root.serve_once()
        return task, root, first

    def words(self, task):
        call, number, kind = task
        return f"{call} {number}{'+' if kind.endswith('+') else ''} {kind.rstrip('+')}"

    def settle(self, task, root, first):
        """What differs from a root in which nothing went wrong."""
        began = time.monotonic()
        last = root.serve_until_done() if first.returncode == 0 else first
        self.waited += time.monotonic() - began > 20
        faults = []
        if last.returncode != 0:
            faults.append(f"the next run ended with {last.returncode}: {last.stderr.strip()[-200:]}")
        else:
            faults += root.status() + promises.torn(root, [PROGRAMME])
            ledger = root.ledger()
            faults += ledger.doubled() + ledger.unended() + promises.unlike_the_ledger(root, ledger, [PROGRAMME])
            is_like = outcome(root)
            faults += [f"{key}: {is_like.get(key)!r:.150} instead of {self.wanted.get(key)!r:.150}"
                       for key in sorted(set(is_like) | set(self.wanted)) if is_like.get(key) != self.wanted.get(key)]
        if not faults:
            shutil.rmtree(root.path)
        return [f"{self.words(task)} ({root.path.name}): {fault}" for fault in faults]


def outcome(root):
    """All that people can find in the end, without the moments at which it was written.

    Of the answer to a question only the names of its files: what it compares with is the schedule of its moment, and
    that may be the one before or after a plan that had to be tried again.
    """
    found = {"releases": [row["number"] for row in root.ledger().releases()],
             "accepted": sorted(file.name for file in root.files("accepted", PROGRAMME)),
             "rejected": sorted(file.name for file in root.files("rejected", PROGRAMME)),
             "answers": sorted(file.name for kind in ("accepted", "rejected")
                               for file in root.folder(kind, PROGRAMME).glob("*.txt")),
             "incoming": [file.name for file in root.waiting(PROGRAMME)],
             "claims": sorted(file.name for file in (root.path / "state/claims").iterdir()),
             "stuck": sorted(file.name for file in (root.path / "state/stuck").iterdir()),
             "set aside": sorted(file.name for file in (root.path / "state/set-aside").glob("*"))}
    done = [row for row in root.ledger().jobs() if row["state"] == "done"]
    found["done"] = sorted({row["kind"] for row in done})
    for kind in found["done"]:
        last = [row["id"] for row in done if row["kind"] == kind][-1]
        folder = root.folder("results", PROGRAMME) / f"J{last:06}"
        found[f"files of the last {kind}"] = sorted(str(file.relative_to(folder)) for file in folder.rglob("*"))
        if kind == "plan":
            found["visits.csv"] = (folder / "visits.csv").read_text() if (folder / "visits.csv").exists() else None
    for file in sorted((root.folder("published", PROGRAMME) / "current/feeds").iterdir()):
        found[file.name] = feeds.meaning(file.read_bytes())
    return found


def report(findings, places, count, done):
    kinds = collections.Counter(kind for _, _, kind in done.tried)
    asked = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    every = {(call, place) for call in {task[0] for task in done.tried}
             for found in places[call].values() for place in found}
    hit = {(call, place) for call, found in done.hit.items() for place in found}
    ends = ", ".join(f"{count} {end}" for end, count in sorted(done.ends.items()))
    findings.say("a fault at any call by which files are taken and releases published loses, doubles and tears "
                 "nothing, and the next run comes to the end of an undisturbed one",
                 f"{len(done.tried)} of {count}: {asked}; {done.missed} met no call", done.faults,
                 f"none; the disturbed runs {ends}; {done.waited} waited for a job's next try")
    findings.say("the calls that were hit", f"{len(every)} kinds of call about the root",
                 [] if hit else ["none was hit"],
                 f"{len(hit & every)} of {len(every)} hit, and {len(hit - every)} that only a disturbed run makes")
