"""Solvers against each other on one instance: who takes how long, and whether they agree."""

import dataclasses
import math
import statistics


@dataclasses.dataclass
class Run:
    """One solve: its seconds, infinite where the limit came first, and the optimum that it proved, or a complaint."""

    seconds: float
    optimum: int | str | None


STOPPED = Run(math.inf, None)


def repeats(seconds):
    """How often a solve is timed: what takes no time is soon disturbed by something else."""
    return 5 if seconds < 0.05 else 3 if seconds < 2 else 1


def race(contestants):
    """The median seconds of each contestant, by name, and the sentences on those that disagree.

    `contestants` are functions that solve once. They take turns, so that whatever else the machine does meets all of
    them; the slow ones drop out first.
    """
    runs = {name: [solve()] for name, solve in contestants.items()}
    for turn in range(1, repeats(0)):
        for name, solve in contestants.items():
            if turn < repeats(runs[name][0].seconds):
                runs[name].append(solve())
    optima = {name: {run.optimum for run in of_one} - {None} for name, of_one in runs.items()}
    found = set().union(*optima.values())
    quarrels = []
    if len(found) > 1:
        told = [f"{name} {sorted(of_one, key=str)}" for name, of_one in optima.items() if of_one]
        quarrels.append(f"the optima differ: {', '.join(told)}")
    return {name: statistics.median(run.seconds for run in of_one) for name, of_one in runs.items()}, quarrels


def shown(seconds):
    """Seconds with three figures."""
    if seconds == 0 or math.isinf(seconds):
        return str(seconds)
    return f"{seconds:.{min(6, max(0, 2 - math.floor(math.log10(seconds))))}f}"


def ratio_shown(ratio):
    return f"{ratio:.0f}×" if ratio >= 10 else f"{ratio:.1f}×" if ratio >= 1 else f"{ratio:.2f}×"
