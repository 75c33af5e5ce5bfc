"""Holds what-if against HiGHS and against the plan as it stands: benchmarks/run whatif.

For each programme a plan is made and taken as published, some of it pinned or confirmed, and changes are drawn at
random. Each change is written into a copy of the programme's own tables by this script, which knows nothing of how
`what-if` does it: closures of one visit, rows of availability, bookings of rooms. The model of that copy is exported
and solved by HiGHS. The answer of `what-if` must cost the same to the unit where HiGHS proves its own, must move
nothing that is pinned, and must not cost more than leaving every visit where it is, where that is still possible.
"""

import argparse
import collections
import concurrent.futures
import csv
import datetime
import json
import pathlib
import random
import shutil
import statistics
import tempfile

import page
import peers
from program import Program

HEAD = ["programme", "changes", "proven", "ours, s: median, most", "HiGHS, s: median, most", "ratio of medians",
        "visits moved: median, most", "left without a date", "compared", "faults"]
ONE_DAY = datetime.timedelta(days=1)


def rows(file):
    with open(file, newline="", encoding="utf-8-sig") as text:
        return list(csv.DictReader(text))


def write(file, table):
    columns = list(dict.fromkeys(column for row in table for column in row))
    with open(file, "w", newline="", encoding="utf-8") as text:
        writer = csv.DictWriter(text, columns, restval="")
        writer.writeheader()
        writer.writerows(table)


def append(file, table):
    write(file, (rows(file) if file.exists() else []) + table)


def day(text):
    return datetime.date.fromisoformat(text)


class Instance:
    """A programme with a schedule that people know."""

    def __init__(self, program, folder, dice):
        self.folder = folder
        out = folder.parent / "plan"
        plan, _ = program.plan(folder, out)
        self.today = day(plan["today"])
        self.pairs = out / "pairs.csv"
        self.visits = rows(out / "visits.csv")
        for visit in self.visits:
            visit["status"] = dice.choice(["tentative"] * 8 + ["confirmed"])
            visit["release"] = "1"
            if dice.random() < 0.1:
                visit["pinned"], visit["pinned_by"] = "yes", "the manager"
        shutil.copy(self.pairs, folder.parent / "pairs.csv")
        write(folder / "visits.csv", self.visits)
        self.people = rows(folder / "people.csv")
        self.facilitators = rows(folder / "facilitators.csv")
        self.rooms = rows(folder / "rooms.csv")
        days = sorted(day(visit["date"]) for visit in self.visits)
        self.first, self.last = days[0], days[-1]

    def moves(self, visit):
        return visit["pinned"] != "yes"

    def draw(self, dice):
        """A change, as a row of whatif.csv."""
        kind = dice.choice(["not_before", "not_on", "move_to", "person", "room", "facilitator", "facilitator"])
        visit = dice.choice([visit for visit in self.visits if self.moves(visit)])
        date = day(visit["date"])
        if kind == "not_before":
            return {"id": visit["visit_id"], "change": kind, "value": date + dice.choice([7, 14, 28]) * ONE_DAY}
        if kind == "not_on":
            return {"id": visit["visit_id"], "change": kind, "value": date - dice.randint(0, 7) * ONE_DAY,
                    "until": date + dice.randint(0, 10) * ONE_DAY}
        if kind == "move_to":
            return {"id": visit["visit_id"], "change": kind, "value": date + dice.choice([-7, 7, 14, 21]) * ONE_DAY}
        who = {"person": [p["person_id"] for p in self.people], "room": [r["room_id"] for r in self.rooms],
               "facilitator": [f["facilitator_id"] for f in self.facilitators]}[kind]
        start = date - dice.randint(0, 5) * ONE_DAY
        return {"id": dice.choice(who), "change": "away", "value": start,
                "until": start + dice.choice([0, 4, 13, 20]) * ONE_DAY}

    def changed(self, change, folder):
        """A copy of the programme's folder in which the change has happened."""
        shutil.copytree(self.folder, folder)
        subject, kind, value = change["id"], change["change"], change["value"]
        until = change.get("until", value)
        if kind == "away":
            days = [value + n * ONE_DAY for n in range((until - value).days + 1)]
            if any(room["room_id"] == subject for room in self.rooms):
                # The whole day is a row that takes the place of what is booked from the first minute on.
                bookings = folder / "room_bookings.csv"
                write(bookings, [row for row in rows(bookings) if row["room_id"] != subject or day(row["date"]) not in days]
                      + [{"room_id": subject, "date": str(date), "status": "booked", "reference": "taken"} for date in days])
            else:
                append(folder / "availability.csv", [
                    {"person_id": subject, "date": str(date), "status": "unavailable"} for date in days])
            return
        far = datetime.date(2020, 1, 1), datetime.date(2040, 1, 1)
        closed = {"not_before": [(far[0], value - ONE_DAY)], "not_on": [(value, until)],
                  "move_to": [(far[0], value - ONE_DAY), (value + ONE_DAY, far[1])]}[kind]
        append(folder / "closures.csv", [
            {"date_from": str(a), "date_to": str(b), "scope": subject} for a, b in closed])
        visits = [dict(visit) for visit in self.visits]
        for visit in visits:
            if visit["visit_id"] == subject and visit["status"] == "confirmed":
                visit["status"] = "tentative"
        write(folder / "visits.csv", visits)


def ask(program, instance, change, scratch):
    """The comparison that `what-if` writes, the plan behind it, and the seconds it took."""
    question, out = scratch / "question.csv", scratch / "answer"
    write(question, [{key: str(value) for key, value in change.items()}])
    shutil.rmtree(out, ignore_errors=True)
    program.run("what-if", instance.folder, "--changes", question, "--out", out, "--quiet", "--time-limit",
                program.limit, allowed=(0, 3))
    comparison = json.loads((out / "comparison.json").read_text())["scenarios"][0]
    comparison["seconds"] = json.loads((out / "timings.json").read_text())["scenarios"][0]["seconds"]
    return comparison, rows(out / "scenarios" / "question" / "visits.csv")


def faults(program, instance, change, highs, scratch):
    """What is wrong with the answer to one change, and what HiGHS made of it."""
    found, visits = ask(program, instance, change, scratch)
    wrong = []
    now = {visit["visit_id"]: visit for visit in visits}
    for visit in instance.visits:
        isFixed = not instance.moves(visit) or (visit["status"] == "confirmed" and visit["visit_id"] != change["id"])
        new = now.get(visit["visit_id"])
        if isFixed and (new is None or any(new[c] != visit[c] for c in ["date", "start", "facilitator_id"])):
            wrong.append(f"{visit['visit_id']} is fixed and moved")
    folder = scratch / "changed"
    shutil.rmtree(folder, ignore_errors=True)
    instance.changed(change, folder)
    # As it stands, if that is still possible: every visit pinned; its costs are what staying would cost.
    stays = scratch / "stays"
    shutil.rmtree(stays, ignore_errors=True)
    shutil.copytree(folder, stays)
    pinned = [dict(visit, pinned="yes") for visit in rows(stays / "visits.csv")]
    write(stays / "visits.csv", pinned)
    kept, _ = program.plan(stays, scratch / "kept")
    isPossible = not any("Standing breach" in warning for warning in kept["warnings"])
    if isPossible and found["objective"] > kept["visits"]["objective"]:
        wrong.append(f"costs {found['objective']}, and staying {kept['visits']['objective']}")
    if highs is None:
        return wrong, found, "HiGHS absent"
    mps = scratch / "visits.mps"
    status, _, _ = program.run("export", folder, "--model", "visits", "--format", "mps", "--out", mps, "--pairs",
                               instance.pairs, "--quiet", allowed=(0, 1, 4))
    if status != 0:
        return wrong, found, "not exported"
    answer = highs.solve(mps, 30)
    found["highs"] = answer["seconds"]
    if not answer["proven"]:
        return wrong, found, "HiGHS met its limit"
    if found["proven"] and answer["objective"] != found["objective"]:
        wrong.append(f"costs {found['objective']}, and HiGHS {answer['objective']}")
    return wrong, found, "the same as HiGHS" if found["proven"] else "ours not proven"


def middle_and_most(seconds):
    return f"{statistics.median(seconds):.3g}, {max(seconds):.3g}" if seconds else ""


def examined(program, highs, seed, name, count):
    """The table's row of one programme, and whether something was wrong."""
    dice = random.Random(seed)
    outcomes, moved, proven, lost, wrong = collections.Counter(), [], 0, 0, 0
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        folder = scratch / "programme"
        if name.isdigit():
            program.generate(folder, name, seed)
        else:
            shutil.copytree(pathlib.Path(__file__).resolve().parent.parent / "scenarios" / name, folder)
        instance = Instance(program, folder, dice)
        for number in range(count):
            change = instance.draw(dice)
            found_faults, found, outcome = faults(program, instance, change, highs, scratch)
            outcomes[outcome] += 1
            moved.append(len(found["moves"]))
            ours.append(found["seconds"])
            if "highs" in found:
                theirs.append(found["highs"])
            proven += found["proven"]
            lost += len(found["lost"])
            wrong += len(found_faults)
            for fault in found_faults:
                print(f"{name}, change {number} {change}: {fault}", flush=True)
    row = [name, str(count), str(proven), middle_and_most(ours), middle_and_most(theirs),
           f"{statistics.median(theirs) / statistics.median(ours):.0f}×" if theirs else "",
           f"{statistics.median(moved):g}, {max(moved)}", str(lost),
           "; ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items())), str(wrong)]
    return row, wrong > 0


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="benchmarks/run whatif", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=100, help="changes for each programme")
    parser.add_argument("--programmes", default="england-30,100,60:20,156:20",
                        help="a scenario, or teams of a bench instance; after a colon its own count of changes")
    parser.add_argument("--beside", type=int, default=1, help="how many programmes are examined at a time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=10)
    parser.add_argument("--write", action="store_true")
    wishes = parser.parse_args(arguments)
    program, load = Program(wishes.program, wishes.limit), page.Load()
    highs = next(iter(peers.install(["HiGHS"])), None)
    asked = [(name, int(count or wishes.count)) for name, _, count in
             (entry.partition(":") for entry in wishes.programmes.split(","))]
    table, failed = [], False
    with concurrent.futures.ThreadPoolExecutor(wishes.beside) as pool:
        for row, wrong in pool.map(lambda one: examined(program, highs, wishes.seed, *one), asked):
            load.look()
            failed = failed or wrong
            table.append(row)
            print("\n".join(page.table(HEAD, table)), flush=True)
    foot = (f"{page.today()}, {page.machine()}; {load}; {highs or 'HiGHS absent'}, 30 s; seed {wishes.seed}; "
            f"{wishes.beside} programmes at a time.")
    print(foot)
    if wishes.write and not failed:
        page.replace_block("whatif", [*page.table(HEAD, table), "", foot])
    return 1 if failed else 0
