"""Times pairing against other solvers on the instances of `generate --profile bench`: benchmarks/run pairing.

Plain, the matching peers get the list of scored pairs and the others the exported model; with a travel budget, worst
first and with one team more, which asks for a trio, there is nothing for the matching peers to solve. Figures of an
instance are medians of several runs where these are short, those of a size medians over its seeds. A peer that met
the limit at one size is left out of the larger ones.
"""

import argparse
import csv
import math
import pathlib
import statistics
import tempfile

import instances
import page
import peers
from program import Program
from race import STOPPED, Run, race, ratio_shown, shown

MATCHING = ["LEMON", "rustworkx", "networkx"]
MODELS = ["HiGHS", "CP-SAT"]
OURS = "ours"

# The least ratio of a peer's seconds to ours that we want, by size.
WANTED = {
    "HiGHS": {30: 5, 100: 20, 156: 25, 300: 50, 500: 80},
    "rustworkx": {100: 1, 156: 1.3, 300: 1.5, 500: 5, 1000: 8},
    "LEMON": {100: 1 / 3, 156: 1 / 3, 300: 1 / 3, 500: 1 / 1.5, 1000: 1 / 1.2},
}
WANTED_WITH_SIDE_ROWS = {"HiGHS": 9}
SIDE_ROWS_FROM = 100
# Larger ones take long to write for the others, and ours reads diaries for minutes.
SIDE_ROWS_TO = 300
WANTED_MEMORY = {1000: 400}

# Trios of more teams are too many for the program to write out.
TRIO_MODELS_TO = 120
# Not every odd number of teams makes one: after the seed asked for others are tried, so much further.
TRIO_SEEDS = range(0, 1000, 100)

BUDGET, WORST, WORST_GIVEN, TRIO = "travel budget", "worst first", "worst first, least score given", "a trio"


def has_trio(pairs):
    with open(pairs, newline="") as rows:
        return any(row["team_c"] for row in csv.DictReader(rows))


class Bench:
    """One run over sizes and seeds: what was measured so far, and what was wrong with it."""

    def __init__(self, program, installed, share):
        self.program = program
        self.peers = {peer.name: peer for peer in installed}
        self.share = share
        # By task, size and solver: the seconds of each seed.
        self.seconds = {}
        self.memory = {}
        self.shape = {}
        # By size, the seeds at which one team more makes a trio.
        self.trio_seeds = {}
        # By task and peer, the size at which the limit came first.
        self.stopped = {}
        self.notes = {}
        self.quarrels = []

    def measure(self, teams, seed, scratch):
        programme = scratch / "programme"
        self.program.generate(programme, teams, seed)
        plain = self.plain(programme, teams, seed, scratch)
        if teams > SIDE_ROWS_TO:
            return
        if plain is not None:
            with open(plain["pairs"], newline="") as rows:
                minutes = sum(int(row["travel_minutes"]) for row in csv.DictReader(rows))
            self.budget(minutes, teams, seed, scratch)
        self.worst_first(teams, seed, scratch)
        self.trio(teams, seed, scratch)

    def plain(self, programme, teams, seed, scratch):
        graph_file, data, mps = scratch / "graph.txt", scratch / "data.dat", scratch / "plain.mps"
        self.program.export(programme, "pairing", "mathprog", data)
        graph = instances.Graph(data.read_text())
        graph.write(graph_file)
        self.shape.setdefault(teams, []).append(len(graph.edges))

        def match(peer):
            answer = peer.solve(graph_file, self.program.limit)
            if answer is None:
                return STOPPED
            optimum = graph.objective(answer["edges"])
            return Run(answer["seconds"], "no matching" if optimum is None else optimum)

        contestants = {name: lambda peer=self.peers[name]: match(peer)
                       for name in MATCHING if self.takes_part("", name, teams)}
        contestants |= self.on_model("", programme, teams, mps, MODELS)
        return self.race("", programme, teams, seed, scratch, contestants)

    def budget(self, minutes, teams, seed, scratch):
        programme = scratch / "budget"
        self.program.generate(programme, teams, seed)
        instances.with_settings(programme, {"travel_budget_hours": round(minutes * self.share / 60, 2)})
        contestants = self.on_model(BUDGET, programme, teams, scratch / "budget.mps", MODELS)
        self.race(BUDGET, programme, teams, seed, scratch, contestants)

    def worst_first(self, teams, seed, scratch):
        programme = scratch / "worst"
        self.program.generate(programme, teams, seed)
        instances.with_settings(programme, {"fairness": "worst_first"})
        given = self.on_model(WORST_GIVEN, programme, teams, scratch / "worst.mps", MODELS)
        contestants = {(WORST_GIVEN, name): solve for name, solve in given.items()}
        if self.takes_part(WORST, "HiGHS", teams) and (scratch / "plain.mps").exists():
            contestants[WORST, "HiGHS"] = self.solving("HiGHS", scratch / "plain.mps", "--worst-first")
        self.race(WORST, programme, teams, seed, scratch, contestants)

    def trio(self, teams, seed, scratch):
        is_written = teams < TRIO_MODELS_TO
        for drawn in (seed + further for further in (TRIO_SEEDS if is_written else TRIO_SEEDS[:1])):
            programme = scratch / f"trio-{drawn}"
            self.program.generate(programme, teams + 1, drawn)
            answer = self.program.pair(programme, scratch)
            if answer is None or has_trio(answer["pairs"]):
                break
        else:
            self.notes[TRIO, teams] = "no trio was made: the program left a team without a partner"
            return
        self.trio_seeds.setdefault(teams, []).append(drawn)
        contestants = self.on_model(TRIO, programme, teams, scratch / "trio.mps", MODELS) if is_written else {}
        if not is_written:
            for name in MODELS:
                self.notes[TRIO, teams, name] = "model too large to write"
        self.race(TRIO, programme, teams, drawn, scratch, contestants)

    def takes_part(self, task, name, teams):
        return name in self.peers and teams <= self.stopped.get((task, name), math.inf)

    def on_model(self, task, programme, teams, mps, names):
        """The peers that solve the exported model of a programme, those that still take part."""
        names = [name for name in names if self.takes_part(task, name, teams)]
        if not names:
            return {}
        if not self.program.export(programme, "pairing", "mps", mps):
            for name in names:
                self.notes[task, teams, name] = "model not written"
            return {}
        return {name: self.solving(name, mps) for name in names}

    def solving(self, name, file, *options):
        def solve():
            answer = self.peers[name].solve(file, self.program.limit, *options)
            if answer is None or not answer["proven"]:
                return STOPPED
            return Run(answer["seconds"], answer["objective"])
        return solve

    def race(self, task, programme, teams, seed, scratch, contestants):
        """Lets ours and the contestants take turns; a contestant's name may have a task of its own before it."""
        answers = []

        def ours():
            answer = self.program.pair(programme, scratch)
            if answer is None:
                return STOPPED
            answers.append(answer)
            return Run(answer["seconds"], answer["pairing"]["objective"])

        medians, quarrels = race({OURS: ours, **contestants})
        self.quarrels += [f"{teams} teams, seed {seed}, {task or 'plain'}: {quarrel}" for quarrel in quarrels]
        for contestant, seconds in medians.items():
            of_task, name = contestant if isinstance(contestant, tuple) else (task, contestant)
            self.seconds.setdefault((of_task, teams, name), []).append(seconds)
            if math.isinf(seconds):
                self.stopped.setdefault((of_task, name), teams)
        told = ", ".join(f"{' '.join(name) if isinstance(name, tuple) else name} {shown(seconds)}"
                         for name, seconds in medians.items())
        print(f"{teams} teams, seed {seed}, {task or 'plain'}: {told}", flush=True)
        if answers and not task:
            self.memory.setdefault(teams, []).append(max(answer["memory"] for answer in answers))
        return answers[-1] if answers else None

    # What a reader sees.

    def median(self, task, teams, name):
        seconds = self.seconds.get((task, teams, name))
        return None if seconds is None else statistics.median(seconds)

    def cell(self, task, teams, name, ours, wanted):
        """A peer's seconds and, in brackets, how many times ours; bold where that is less than wanted."""
        if (note := self.notes.get((task, teams, name))) is not None:
            return note
        seconds = self.median(task, teams, name)
        if seconds is None:
            return "–"
        limit = self.program.limit
        time = f"> {limit:g}" if math.isinf(seconds) else shown(seconds)
        if ours is None or math.isinf(ours):
            return time
        ratio = min(seconds, limit) / max(ours, 1e-6)
        text = ("> " if math.isinf(seconds) else "") + ratio_shown(ratio)
        missed = wanted is not None and ratio < wanted
        return f"{time} (**{text}**, not {ratio_shown(wanted)})" if missed else f"{time} ({text})"

    def own(self, task, teams):
        seconds = self.median(task, teams, OURS)
        if seconds is None:
            return "–"
        return f"> {self.program.limit:g}" if math.isinf(seconds) else shown(seconds)

    def plain_table(self, sizes):
        rows = []
        for teams in sizes:
            ours = self.median("", teams, OURS)
            memory = max(self.memory.get(teams, [0])) / 1024
            wanted = WANTED_MEMORY.get(teams)
            told = f"{memory:.0f} MiB"
            if wanted is not None and memory > wanted:
                told = f"**{told}**, not {wanted}"
            rows.append([
                str(teams), f"{statistics.median(self.shape[teams]):.0f}", self.own("", teams),
                *(self.cell("", teams, name, ours, WANTED.get(name, {}).get(teams)) for name in MATCHING + MODELS),
                told,
            ])
        return page.table(["teams", "possible pairs", "ours, s", *MATCHING, *MODELS, "our memory"], rows)

    def side_table(self, sizes):
        rows = []
        for teams in (size for size in sizes if size <= SIDE_ROWS_TO):
            for task in (BUDGET, WORST, WORST_GIVEN, TRIO):
                size = teams + 1 if task == TRIO else teams
                own = WORST if task == WORST_GIVEN else task
                ours = self.median(own, teams, OURS)
                if (note := self.notes.get((task, teams))) is not None:
                    rows.append([str(size), task, note, "", ""])
                    continue
                seeds = ", ".join(map(str, self.trio_seeds.get(teams, [])))
                told = f"{task}, seed {seeds}" if task == TRIO else task
                wanted = WANTED_WITH_SIDE_ROWS if teams >= SIDE_ROWS_FROM else {}
                rows.append([
                    str(size), told, self.own(own, teams),
                    *(self.cell(task, teams, name, ours, wanted.get(name)) for name in MODELS),
                ])
        return page.table(["teams", "with", "ours, s", *MODELS], rows)


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="benchmarks/run pairing", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--sizes", default="30,100,156,300,500,1000")
    parser.add_argument("--seeds", default="1")
    parser.add_argument("--limit", type=float, default=60, help="seconds for each solve")
    parser.add_argument("--budget", type=float, default=0.85, help="share of the best pairs' travel that is allowed")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/benchmarks.md")
    wishes = parser.parse_args(arguments)
    # Small ones first: who met the limit there is spared the large ones.
    sizes = sorted(int(size) for size in wishes.sizes.split(","))
    load = page.Load()
    bench = Bench(Program(wishes.program, wishes.limit), peers.install(MATCHING + MODELS), wishes.budget)
    for teams in sizes:
        for seed in wishes.seeds.split(","):
            with tempfile.TemporaryDirectory() as folder:
                bench.measure(teams, int(seed), pathlib.Path(folder))
            load.look()
    absent = [name for name in MATCHING + MODELS if name not in bench.peers]
    foot = (f"{page.today()}, {page.machine()}; {load}. {', '.join(map(str, bench.peers.values()))}"
            f"{''.join(f', {name} absent' for name in absent)}; one thread each, CP-SAT at linearization level 2; "
            f"limit {wishes.limit:g} s each; seed {wishes.seeds}; travel budget {100 * wishes.budget:g} % of the best "
            "pairs' travel.")
    lines = [*bench.plain_table(sizes), "", *bench.side_table(sizes), "", foot]
    print("\n".join(["", *lines]))
    for quarrel in bench.quarrels:
        print(quarrel)
    if wishes.write and not bench.quarrels:
        page.replace_block("pairing", lines)
    return 1 if bench.quarrels else 0
