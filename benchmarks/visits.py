"""Times scheduling against HiGHS on the exported model of the visits: benchmarks/run visits.

For each instance of `generate --profile bench` (100o is 100 over-full): `plan`, then `export` of the whole model of the
visits as MPS, solved by HiGHS on one thread. Both get the same limit. The ratio is HiGHS's seconds over ours; where
HiGHS proved nothing in the limit, it is at least that, and so marked.
"""

import argparse
import pathlib
import tempfile

import page
import peers
from program import Program

HEAD = ["teams", "seed", "ours, s", "ours", "HiGHS, s", "HiGHS", "ratio", "rows × columns"]


def outcome(objective, bound, proven):
    if objective is None:
        return "no answer"
    if proven:
        return f"{objective} proven"
    gap = 100 * (objective - bound) / max(1, abs(objective))
    return f"{objective}, gap {gap:.2f} %"


def measure(program, highs, size, seed, folder):
    """One instance: the cells of its row, and whether the optima agree."""
    overfull = size.endswith("o")
    teams = size.rstrip("o")
    programme = folder / "programme"
    program.generate(programme, teams, seed, overfull)
    plan, timings = program.plan(programme, folder / "out")
    ours, seconds = plan["visits"], timings["visits"]["seconds"]["solving"]
    row = [f"{teams}{' over-full' if overfull else ''}", str(seed), f"{seconds:.4f}",
           outcome(ours["objective"], ours["bound"], ours["proven"])]
    if highs is None:
        return [*row, "", "absent", "", ""], True
    mps = folder / "visits.mps"
    if not program.export(programme, "visits", "mps", mps):
        return [*row, "", "the model is too large to write", "", ""], True
    peer = highs.solve(mps, program.limit)
    row += [f"{peer['seconds']:.3f}", outcome(peer["objective"], peer["bound"], peer["proven"]),
            f"{'' if peer['proven'] else '≥ '}{peer['seconds'] / max(seconds, 1e-6):.0f}×",
            f"{peer['rows']} × {peer['columns']}"]
    agree = not (peer["proven"] and ours["proven"]) or peer["objective"] == ours["objective"]
    return row, agree


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="benchmarks/run visits", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--sizes", default="30,60,100,100o")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--write", action="store_true")
    wishes = parser.parse_args(arguments)
    program, load = Program(wishes.program, wishes.limit), page.Load()
    highs = next(iter(peers.install(["HiGHS"])), None)
    rows, failed = [], False
    print("\n".join(page.table(HEAD, [])), flush=True)
    for size in wishes.sizes.split(","):
        for seed in wishes.seeds.split(","):
            with tempfile.TemporaryDirectory() as folder:
                row, agree = measure(program, highs, size, seed, pathlib.Path(folder))
            load.look()
            rows.append(row)
            failed = failed or not agree
            print(page.table(HEAD, [row])[-1] + ("" if agree else " THE OPTIMA DIFFER"), flush=True)
    foot = (f"{page.today()}, {page.machine()}; {load}; {highs or 'HiGHS absent'}, one thread; "
            f"limit {wishes.limit:g} s each.")
    print("\n" + foot)
    if wishes.write and not failed:
        page.replace_block("visits", [*page.table(HEAD, rows), "", foot])
    return 1 if failed else 0
