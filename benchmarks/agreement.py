"""Holds pairings against networkx and HiGHS, and reckons each proof by duals again: benchmarks/run agreement.

Programmes of 31 to 200 teams are drawn with rules and settings at random: networks apart or not, limits of travel,
level gap and gain, common dates, forbidden and forced pairs, weights. A third are plain and go to networkx; the others
have a travel budget, worst first or an odd team that makes a trio, and go to HiGHS as exported. Every objective must
be the same to the unit. Where duals prove a pairing, proof.py adds them up again, over every pair and trio.
"""

import argparse
import collections
import pathlib
import random
import tempfile

import instances
import page
import peers
import proof
from program import Program

KINDS = ["plain", "travel budget", "worst first", "a trio"]


class Draw:
    """A programme drawn from a number, always the same."""

    def __init__(self, number):
        self.dice = random.Random(number)
        self.number = number
        self.kind = KINDS[0] if number % 5 < 2 else KINDS[number % 5 - 1]
        # The models of trios are large: a column for every three teams.
        most = 41 if self.kind == "a trio" else 200 if self.kind == "plain" else 110
        self.teams = self.dice.randint(31, most)
        if self.kind == "a trio" and self.teams % 2 == 0:
            self.teams -= 1

    def settings(self):
        dice = self.dice
        drawn = {
            "max_level_gap": dice.choice(["null", 0.8, 1.5, 2.5]),
            "min_gain": dice.choice(["null", 0, 0.1, 0.3]),
            "max_travel_minutes": dice.choice(["null", 90, 180, 240]),
            "min_common_dates": dice.choice([0, 3, 8]),
            "level_weight": dice.choice([0, 0.25, 0.5, 1]),
            "travel_weight_per_hour": dice.choice([0, 0.05, 0.2]),
            "keep_apart": dice.choice(["[]", "[network]", "[network, organisation]"]),
            "odd_team": "trio" if self.kind == "a trio" else dice.choice(["leave_out", "leave_out", "trio"]),
        }
        if self.kind == "worst first" or (self.teams > 41 and self.teams % 2 == 1):
            # HiGHS looks for the least score among pairs alone, and models of trios are large.
            drawn["odd_team"] = "leave_out"
        return drawn

    def rules(self, teams):
        """Rows of pair_rules.csv: some pairs forbidden, some partners of an earlier round, now and then one forced."""
        rows, dice = [], self.dice
        others = list(teams)
        dice.shuffle(others)
        if dice.random() < 0.3 and len(others) >= 8:
            rows.append((others.pop(), others.pop(), "force"))
        for _ in range(dice.randint(0, len(teams) // 2)):
            a, b = dice.sample(others, 2)
            if {(a, b), (b, a)}.isdisjoint((row[0], row[1]) for row in rows):
                rows.append((a, b, dice.choice(["forbid", "previous"])))
        return rows

    def write(self, program, folder):
        program.generate(folder, self.teams, self.number)
        instances.with_settings(folder, self.settings())
        teams = [line.split(",")[0] for line in (folder / "teams.csv").read_text().splitlines()[1:]]
        lines = ["team_a,team_b,rule,reason", *(f"{a},{b},{rule}," for a, b, rule in self.rules(teams))]
        (folder / "pair_rules.csv").write_text("\n".join(lines) + "\n")


class Agreement:
    """What was compared so far, and what did not agree."""

    def __init__(self, program, installed):
        self.program = program
        self.peers = {peer.name: peer for peer in installed}
        self.compared = collections.Counter()
        self.proofs = collections.Counter()
        self.alone = 0
        self.faults = []

    def compare(self, draw, scratch):
        folder, data, mps = scratch / "programme", scratch / "pairing.dat", scratch / "pairing.mps"
        draw.write(self.program, folder)
        plain = self.program.pair(folder, scratch)
        if plain is None:
            raise proof.Unproven("nothing proven within the limit")
        answer = plain["pairing"]
        options = []
        if draw.kind == "travel budget":
            minutes = sum(pair["travel_minutes"] for pair in answer["pairs"])
            hours = round(minutes * draw.dice.uniform(0.5, 0.95) / 60, 2)
            instances.with_settings(folder, {"travel_budget_hours": hours})
        if draw.kind == "worst first":
            # HiGHS finds the least score for itself.
            self.program.export(folder, "pairing", "mps", mps)
            options = ["--worst-first"]
            instances.with_settings(folder, {"fairness": "worst_first"})
        if draw.kind in ("travel budget", "worst first"):
            solved = self.program.pair(folder, scratch)
            if solved is None:
                raise proof.Unproven("nothing proven within the limit")
            answer = solved["pairing"]
        self.program.export(folder, "pairing", "mathprog", data)
        graph = instances.Graph(data.read_text())
        self.alone += bool(answer["unpaired"])
        if not answer["proven"]:
            raise proof.Unproven("nothing proven within the limit")
        if answer["proof"] == "dual":
            proof.verify(answer, graph)
        self.proofs[draw.kind, answer["proof"]] += 1
        if draw.kind == "plain" and not graph.allows_trio:
            self.with_networkx(graph, answer, scratch / "graph.txt")
        else:
            if not mps.exists():
                self.program.export(folder, "pairing", "mps", mps)
            self.with_highs(draw, answer, mps, options)

    def with_networkx(self, graph, answer, file):
        if (peer := self.peers.get("networkx")) is None:
            return
        graph.write(file)
        theirs = peer.solve(file, self.program.limit)
        if theirs is None:
            self.compared["networkx stopped at the limit"] += 1
            return
        objective = graph.objective(theirs["edges"])
        if objective != answer["objective"]:
            raise proof.Unproven(f"networkx finds {objective}, ours is {answer['objective']}")
        self.compared["networkx"] += 1

    def with_highs(self, draw, answer, file, options):
        if (peer := self.peers.get("HiGHS")) is None:
            return
        theirs = peer.solve(file, self.program.limit, *options)
        if theirs is None or not theirs["proven"]:
            self.compared["HiGHS stopped at the limit"] += 1
            return
        if theirs["objective"] != answer["objective"]:
            raise proof.Unproven(f"HiGHS finds {theirs['objective']}, ours is {answer['objective']}")
        self.compared[f"HiGHS, {draw.kind}"] += 1


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="benchmarks/run agreement", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--limit", type=float, default=60, help="seconds for each solve")
    parser.add_argument("--write", action="store_true", help="write the result into docs/benchmarks.md")
    wishes = parser.parse_args(arguments)
    agreement = Agreement(Program(wishes.program, wishes.limit), peers.install(["networkx", "HiGHS"]))
    numbers = range(wishes.first, wishes.first + wishes.count)
    for number in numbers:
        draw = Draw(number)
        with tempfile.TemporaryDirectory() as folder:
            try:
                agreement.compare(draw, pathlib.Path(folder))
                told = "agrees"
            except proof.Unproven as fault:
                agreement.faults.append(f"{number}: {draw.teams} teams, {draw.kind}: {fault}")
                told = str(fault)
        print(f"{number}: {draw.teams} teams, {draw.kind}: {told}", flush=True)
    rows = [[what, str(count)] for what, count in sorted(agreement.compared.items())]
    for how in ("dual", "search"):
        count = sum(number for (_, proved), number in agreement.proofs.items() if proved == how)
        rows.append(["proven by duals, each added up again" if how == "dual" else "proven by search", str(count)])
    rows.append(["with teams left alone", str(agreement.alone)])
    lines = page.table(["the same optimum as, or", f"of {wishes.count} programmes"], rows)
    versions = ", ".join(map(str, agreement.peers.values()))
    lines += ["", f"{page.today()}; numbers {numbers[0]} to {numbers[-1]}; {versions}; limit {wishes.limit:g} s each."]
    print("\n".join(["", *lines]))
    print(*agreement.faults, sep="\n")
    if wishes.write and not agreement.faults:
        page.replace_block("agreement", lines)
    return 1 if agreement.faults else 0
