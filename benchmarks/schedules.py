"""Holds schedules against HiGHS on the exported model: benchmarks/run schedules.

Programmes of 12 to 40 teams are drawn with settings of the visits at random: limits a week, days between visits, one
facilitator for both, what a change, an imbalance, a drive or a missing date costs, and facilitators with limits of
their own. Where both prove their optimum, it must be the same to the unit; where HiGHS proves nothing in the limit, its
bound must not be above ours, nor its schedule cheaper.
"""

import argparse
import collections
import pathlib
import random
import tempfile

import page
import peers
from program import Program


class Draw:
    """A programme drawn from a number, always the same."""

    def __init__(self, number):
        self.dice = random.Random(number)
        self.number = number
        self.teams = self.dice.randrange(12, 41, 2)

    def write(self, program, folder):
        program.run("generate", folder, "--teams", self.teams, "--seed", self.number)
        dice = self.dice
        least = dice.choice([1, 2, 7, 14, 28])
        visits = {
            "max_per_week": dice.choice(["1", "2", "3", "null"]),
            "gap_days": f"{{min: {least}, max: {least + dice.choice([20, 40, 60])}}}",
            "same_facilitator": dice.choice(["required", "preferred", "preferred", "ignored"]),
            "travel": f"{{evening_limit_minutes: {dice.choice([60, 150, 300])}}}",
        }
        costs = {
            "facilitator_change": dice.choice([1, 2, 10]), "facilitator_imbalance": dice.choice([0, 1, 8]),
            "facilitator_travel_per_hour": dice.choice([0, 1, 4]), "unscheduled": dice.choice([20, 100, 5000]),
        }
        file = folder / "programme.yaml"
        before, _, _ = file.read_text().partition("\nvisits:\n")
        lines = [before, "visits:", *(f"  {key}: {value}" for key, value in visits.items()),
                 "costs:", *(f"  {key}: {value}" for key, value in costs.items())]
        file.write_text("\n".join(lines) + "\n")
        self.limit_facilitators(folder / "facilitators.csv")

    def limit_facilitators(self, file):
        """Now and then a limit a week or in all for a facilitator."""
        head, *rows = file.read_text().splitlines()
        week, total = (head.split(",").index(column) for column in ("max_visits_per_week", "max_visits"))
        drawn = []
        for row in rows:
            # Names have commas of their own; the columns behind them do not.
            cells = row.rsplit(",", len(head.split(",")) - 2)
            if self.dice.random() < 0.5:
                cells[week - 1] = self.dice.choice(["1", "2", ""])
                cells[total - 1] = self.dice.choice(["4", "8", ""])
            drawn.append(",".join(cells))
        file.write_text("\n".join([head, *drawn]) + "\n")


def compare(program, highs, draw, scratch):
    """What was compared, in words, and what does not agree or `None`."""
    folder, mps = scratch / "programme", scratch / "visits.mps"
    draw.write(program, folder)
    ours = program.plan(folder, scratch / "out")[0]["visits"]
    if not program.export(folder, "visits", "mps", mps):
        return "the model is too large to write", None
    theirs = highs.solve(mps, program.limit)
    if ours["proven"] and theirs["proven"]:
        fault = None if ours["objective"] == theirs["objective"] else "the optima differ"
        return f"HiGHS, proven by {'duals' if ours['proof'] == 'dual' else 'search'}", fault
    fault = None
    if ours["proven"] and theirs["objective"] is not None and theirs["objective"] < ours["objective"]:
        fault = "HiGHS has a cheaper schedule"
    if theirs["bound"] > ours["objective"] + 0.5:
        fault = "HiGHS has a bound above our schedule"
    return "HiGHS stopped at the limit" if ours["proven"] else "we stopped at the limit", fault


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="benchmarks/run schedules", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--limit", type=float, default=60, help="seconds for each solve")
    parser.add_argument("--write", action="store_true", help="write the result into docs/benchmarks.md")
    wishes = parser.parse_args(arguments)
    highs = next(iter(peers.install(["HiGHS"])), None)
    if highs is None:
        return 1
    program, compared, faults = Program(wishes.program, wishes.limit), collections.Counter(), []
    numbers = range(wishes.first, wishes.first + wishes.count)
    for number in numbers:
        draw = Draw(number)
        with tempfile.TemporaryDirectory() as folder:
            told, fault = compare(program, highs, draw, pathlib.Path(folder))
        compared[told] += 1
        if fault:
            faults.append(f"{number}: {draw.teams} teams: {fault}")
        print(f"{number}: {draw.teams} teams: {fault or told}", flush=True)
    lines = page.table(["the same optimum as, or", f"of {wishes.count} programmes"],
                       [[what, str(count)] for what, count in sorted(compared.items())])
    lines += ["", f"{page.today()}; numbers {numbers[0]} to {numbers[-1]}; {highs}; limit {wishes.limit:g} s each."]
    print("\n".join(["", *lines, *faults]))
    if wishes.write and not faults:
        page.replace_block("schedules", lines)
    return 1 if faults else 0
