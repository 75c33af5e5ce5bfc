"""Times scheduling against HiGHS, CP-SAT and Timefold on the exported model of the visits: benchmarks/run visits.

For each instance of `generate --profile bench` (100o is 100 over-full): the schedule by a worker of the program, then
`export` of the whole model of the visits as MPS, solved by each peer on one thread. Behind a peer's answer stands how
many times longer it took to come to it than we took to come to one as good: its proof against ours, or where it proved
nothing its best schedule against our first that costs no more. Timefold proves nothing; behind its objective stands
how far that is from ours. Each answer is held against every row of the model. Ends with 1 where two prove different
optima, or an answer breaks a row, has another cost than it says, or costs less than a proven optimum.
"""

import argparse
import pathlib
import tempfile

import answers
import chart
import page
import peers
from program import Program

NAMES = ["HiGHS", "CP-SAT", "Timefold"]
HEAD = ["teams", "seed", "first, s", "ours, s", "ours", "memory",
        *(cell for name in NAMES for cell in (f"{name}, s", name)), "rows × columns"]
PICTURE = page.PAGE.parent / "pictures/visits-over-time.svg"


def outcome(answer, ours):
    if answer["objective"] is None:
        return "no schedule"
    if answer["proven"]:
        return f"{answer['objective']} proven"
    if answer["bound"] is None:
        more = 100 * (answer["objective"] - ours["objective"]) / max(1, abs(ours["objective"]))
        return f"{answer['objective']}, {abs(more):.3f} % {'below' if more < 0 else 'above'} ours"
    gap = 100 * (answer["objective"] - answer["bound"]) / max(1, abs(answer["objective"]))
    return f"{answer['objective']}, gap {gap:.3f} %"


def seconds_to(trace, objective):
    """When a search first had a schedule that costs no more; `None` where it never had."""
    return next((seconds for seconds, best, _ in trace if best is not None and round(best) <= objective), None)


def ratio(ours, peer):
    """How many times longer the peer took to the quality that it reached, in words."""
    if peer["objective"] is None:
        return ""
    if peer["proven"]:
        took, mine = peer["seconds"], ours["seconds"] if ours["proven"] else None
    else:
        took = seconds_to(peer["trace"], peer["objective"]) or peer["seconds"]
        mine = seconds_to(ours["trace"], peer["objective"])
    return " (we do not get there)" if mine is None else f" ({peers_times(took / max(mine, 1e-6))})"


def peers_times(factor):
    return f"{factor:.0f}×" if factor >= 10 else f"{factor:.1f}×"


def measure(program, installed, limits, size, seed, folder):
    """One instance, with the peers that have a limit: the cells of its row, the answers by name, and what is wrong."""
    overfull = size.endswith("o")
    teams = size.rstrip("o")
    programme = folder / "programme"
    program.generate(programme, teams, seed, overfull)
    ours = program.schedule(programme)
    found = {"counterpart": ours}
    row = [f"{teams}{' over-full' if overfull else ''}", str(seed), f"{ours['first']:.4f}", f"{ours['seconds']:.3f}",
           outcome(ours, ours), f"{ours['memory'] / 1024:.0f} MiB"]
    mps = folder / "visits.mps"
    asked = [name for name in NAMES if name in installed and name in limits]
    isWritten = bool(asked) and program.export(programme, "visits", "mps", mps)
    model = answers.Model(mps) if isWritten else None
    shape = "the model is too large to write" if asked and not isWritten else ""
    faults = []
    for name in NAMES:
        if name not in asked or not isWritten:
            row += ["", "absent" if name not in installed else "–"]
            continue
        answer = installed[name].solve(mps, limits[name])
        found[name] = answer
        row += [f"{answer['seconds']:.3f}", outcome(answer, ours) + ratio(ours, answer)]
        if answer["objective"] is not None:
            faults += [f"{name}: {fault}" for fault in model.faults(answer)]
        if "rows" in answer:
            shape = f"{answer['rows']} × {answer['columns']}"
    optima = {answer["objective"] for answer in found.values() if answer["proven"]}
    if len(optima) > 1:
        faults.append("the optima differ")
    faults += [f"{name} has a schedule below a proven optimum" for name, answer in found.items()
               if answer["objective"] is not None and answer["objective"] < min(optima, default=answer["objective"])]
    return [*row, shape], found, faults


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="benchmarks/run visits", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--sizes", default="30,60,100,100o,156,400")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--limit", type=float, default=10, help="seconds for us")
    parser.add_argument("--peer-limit", type=float, default=60, help="seconds for each of the others")
    parser.add_argument("--alone", type=int, default=400,
                        help="from so many teams on, HiGHS and CP-SAT are left out, and Timefold has our limit")
    parser.add_argument("--write", action="store_true")
    wishes = parser.parse_args(arguments)
    program, load = Program(wishes.program, wishes.limit), page.Load()
    installed = {peer.name: peer for peer in peers.install(NAMES)}
    rows, failed, drawn = [], False, None
    print("\n".join(page.table(HEAD, [])), flush=True)
    for size in wishes.sizes.split(","):
        alone = int(size.rstrip("o")) >= wishes.alone
        limits = {"Timefold": wishes.limit} if alone else dict.fromkeys(NAMES, wishes.peer_limit)
        for seed in wishes.seeds.split(","):
            with tempfile.TemporaryDirectory() as folder:
                row, found, faults = measure(program, installed, limits, size, seed, pathlib.Path(folder))
            load.look()
            rows.append(row)
            failed = failed or bool(faults)
            if not alone and len(found) > 1:
                drawn = (f"{row[0]} teams, seed {seed}", found)
            print("\n".join([page.table(HEAD, [row])[-1], *(f"WRONG: {fault}" for fault in faults[:10])]), flush=True)
    named = ", ".join(str(peer) for peer in installed.values()) or "no other solver"
    foot = (f"{page.today()}, {page.machine()}; {load}; {named}, one thread each, CP-SAT at linearization level 2; "
            f"limit {wishes.limit:g} s for us and {wishes.peer_limit:g} s for the others, from {wishes.alone} teams on "
            f"{wishes.limit:g} s for Timefold too.")
    print("\n" + foot)
    if wishes.write and not failed:
        lines = [*page.table(HEAD, rows), "", foot]
        if drawn:
            PICTURE.parent.mkdir(exist_ok=True)
            PICTURE.write_text(chart.over_time(*drawn))
            lines += ["", f"![Objective and bound over time, {drawn[0]}](pictures/{PICTURE.name})"]
        page.replace_block("visits", lines)
    return 1 if failed else 0
