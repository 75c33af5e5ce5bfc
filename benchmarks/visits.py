"""Times scheduling against HiGHS and CP-SAT on the exported model of the visits: benchmarks/run visits.

For each instance of `generate --profile bench` (100o is 100 over-full): the schedule by a worker of the program, then
`export` of the whole model of the visits as MPS, solved by each peer on one thread. Behind a peer's answer stands how
many times longer it took to come to it than we took to come to one as good: its proof against ours, or where it proved
nothing its best schedule against our first that costs no more. Ends with 1 where two prove different optima.
"""

import argparse
import pathlib
import tempfile

import chart
import page
import peers
from program import Program

HEAD = ["teams", "seed", "first, s", "ours, s", "ours", "memory", "HiGHS, s", "HiGHS", "CP-SAT, s", "CP-SAT",
        "rows × columns"]
PICTURE = page.PAGE.parent / "pictures/visits-over-time.svg"


def outcome(answer):
    if answer["objective"] is None:
        return "no schedule"
    if answer["proven"]:
        return f"{answer['objective']} proven"
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


def measure(program, installed, limit, size, seed, folder):
    """One instance: the cells of its row, the answers by name, and whether the optima agree."""
    overfull = size.endswith("o")
    teams = size.rstrip("o")
    programme = folder / "programme"
    program.generate(programme, teams, seed, overfull)
    ours = program.schedule(programme)
    answers = {"counterpart": ours}
    row = [f"{teams}{' over-full' if overfull else ''}", str(seed), f"{ours['first']:.4f}", f"{ours['seconds']:.3f}",
           outcome(ours), f"{ours['memory'] / 1024:.0f} MiB"]
    mps = folder / "visits.mps"
    isWritten = bool(installed) and program.export(programme, "visits", "mps", mps)
    shape = "the model is too large to write" if installed else ""
    for name in ("HiGHS", "CP-SAT"):
        peer = installed.get(name)
        if peer is None or not isWritten:
            row += ["", "absent" if peer is None else ""]
            continue
        answer = peer.solve(mps, limit)
        answers[name] = answer
        row += [f"{answer['seconds']:.3f}", outcome(answer) + ratio(ours, answer)]
        if "rows" in answer:
            shape = f"{answer['rows']} × {answer['columns']}"
    proven = {answer["objective"] for answer in answers.values() if answer["proven"]}
    return [*row, shape], answers, len(proven) < 2


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="benchmarks/run visits", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--sizes", default="30,60,100,100o,156,400")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--limit", type=float, default=10, help="seconds for us")
    parser.add_argument("--peer-limit", type=float, default=60, help="seconds for each of the others")
    parser.add_argument("--alone", type=int, default=400, help="from so many teams on, the others are left out")
    parser.add_argument("--write", action="store_true")
    wishes = parser.parse_args(arguments)
    program, load = Program(wishes.program, wishes.limit), page.Load()
    installed = {peer.name: peer for peer in peers.install(["HiGHS", "CP-SAT"])}
    rows, failed, drawn = [], False, None
    print("\n".join(page.table(HEAD, [])), flush=True)
    for size in wishes.sizes.split(","):
        others = installed if int(size.rstrip("o")) < wishes.alone else {}
        for seed in wishes.seeds.split(","):
            with tempfile.TemporaryDirectory() as folder:
                row, answers, agree = measure(
                    program, others, wishes.peer_limit, size, seed, pathlib.Path(folder))
            load.look()
            rows.append(row)
            failed = failed or not agree
            if others:
                drawn = (f"{row[0]} teams, seed {seed}", answers)
            print(page.table(HEAD, [row])[-1] + ("" if agree else " THE OPTIMA DIFFER"), flush=True)
    named = ", ".join(str(peer) for peer in installed.values()) or "no other solver"
    foot = (f"{page.today()}, {page.machine()}; {load}; {named}, one thread each, CP-SAT at linearization level 2; limit "
            f"{wishes.limit:g} s for us and {wishes.peer_limit:g} s for the others; Timefold is left out.")
    print("\n" + foot)
    if wishes.write and not failed:
        lines = [*page.table(HEAD, rows), "", foot]
        if drawn:
            PICTURE.parent.mkdir(exist_ok=True)
            PICTURE.write_text(chart.over_time(*drawn))
            lines += ["", f"![Objective and bound over time, {drawn[0]}](pictures/{PICTURE.name})"]
        page.replace_block("visits", lines)
    return 1 if failed else 0
