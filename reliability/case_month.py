"""A month of four programmes: drops and changes in a drawn order, a new day now and then, with restarts.

The program's clock is the machine's and is left alone; the day that counts, `today` of programme.yaml, moves on.
"""

import datetime
import time

import promises
from daemon import Daemon
from drops import Drops
from findings import tell
from promises import Dropped
from root import tutorial

PROGRAMMES = ["north", "south", "east", "west"]
FIRST = datetime.date(2026, 12, 28)
DAYS = 30
KINDS = ("absence", "absence", "absence", "data", "data", "order", "mistake", "reply", "archive")
# Looking at every file and at the ledger with a reader of our own takes longer than the steps: so often.
EVERY = 20


def run(trial, findings):
    wanted = trial.amount(2000, 60)
    dice = trial.dice("month")
    root = trial.root("month")
    heaps = {name: Drops(f"{trial.seed} {name}") for name in PROGRAMMES}
    dropped = {name: Dropped(root, name) for name in PROGRAMMES}
    for name in PROGRAMMES:
        root.fill(name, policy=dice.choice(("automatic", "review")), today=FIRST)
    count = step = 0
    day = FIRST
    unsound, lost, doubled, ends = [], [], [], {"by itself": 0, "told to end": 0, "killed": 0}
    checks = deep = 0
    began, limit = time.monotonic(), 60 * (trial.minutes or float("inf"))
    while count < wanted and (taken := time.monotonic() - began) < limit:
        tell(f"month: {count} of {wanted} drops, {day}")
        if (today := FIRST + datetime.timedelta(int(max(count / wanted, taken / limit) * DAYS))) != day:
            day = today
            root.serve_once()
            for name in PROGRAMMES:
                policy = dice.choice(("automatic", "automatic", "review"))
                dropped[name].drop("data", "programme.yaml", tutorial("programme.yaml", name, policy, day))
                count += 1
        way = dice.choices(list(ends), (7, 2, 1))[0]
        daemon = None if way == "by itself" else Daemon(
            root, "--settle", "0", "--quiet-seconds", "0", log=trial.folder / "month.log")
        for _ in range(dice.randint(1, 9)):
            name = dice.choice(PROGRAMMES)
            dropped[name].drop(*heaps[name].next(*KINDS))
            count += 1
            if daemon:
                time.sleep(dice.uniform(0, 0.15))
        ends[way] += 1
        step += 1
        if way == "by itself":
            run = root.serve_once()
            if run.returncode != 0:
                unsound.append(f"step {step}: the daemon ended with {run.returncode}: {run.stderr[-200:]}")
        elif way == "killed":
            daemon.kill()
        elif (status := daemon.end()) != 0:
            unsound.append(f"step {step}: told to end, the daemon ended with {status}")
        checks += 1
        unsound += [f"step {step}: {fault}" for fault in root.status()]
        lost += [f"step {step}: {fault}" for fault in promises.torn(root, PROGRAMMES)]
        if step % EVERY == 0:
            deep += 1
            for name in PROGRAMMES:
                lost += [f"step {step}, {name}: {fault}" for fault in dropped[name].lost_or_doubled(may_wait=True)]
            doubled += [f"step {step}: {fault}" for fault in root.ledger().doubled()]
    for name in PROGRAMMES:
        dropped[name].drop("order", "last.job", f"job: plan\nreason: the last of {name}\n".encode())
    last = root.serve_until_done()
    ledger = root.ledger()
    for name in PROGRAMMES:
        lost += [f"{name}: {fault}" for fault in dropped[name].lost_or_doubled(may_wait=False)]
        lost += [f"{name}: {fault}" for fault in dropped[name].unrecorded(ledger) + promises.unplanned(ledger, name)]
    files = sum(len(one.files) for one in dropped.values())
    tried = (f"{files} drops over {(day - FIRST).days} days, {len(ledger.jobs())} jobs, {len(ledger.releases())} releases; "
             + ", ".join(f"{number} runs {end}" for end, number in ends.items()))
    findings.say("the ledger is sound after every step", f"{checks} steps; {tried}",
                 unsound + root.status()
                 + ([] if last.returncode == 0 else [f"the last run ended with {last.returncode}"]))
    findings.say("no file and no job is lost, no calendar torn", f"after every step, every {EVERY} steps file by file",
                 lost + ledger.unended())
    findings.say("no release is made twice", f"{deep + 1} times",
                 doubled + ledger.doubled() + promises.unlike_the_ledger(root, ledger, PROGRAMMES))
