"""docs/reliability.md: its tables that a run writes, and the line that says where and when it was."""

import datetime
import os
import pathlib
import platform

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs/reliability.md"
HEAD = ["promise", "tried", "against it", "kept"]


def write(case, lines):
    """Replaces what stands between the marks of a case."""
    begin, end = f"<!-- {case}:begin: written by Scripts/soak {case} --write -->", f"<!-- {case}:end -->"
    before, rest = PAGE.read_text().split(begin)
    after = rest.split(end)[1]
    PAGE.write_text("\n".join([before + begin, *lines, end + after]))


def table(rows):
    return ["| " + " | ".join(cells) + " |" for cells in [HEAD, ["---"] * len(HEAD), *rows]]


def line(findings, form):
    model = "unknown processor"
    if pathlib.Path("/proc/cpuinfo").exists():
        names = [text.split(":", 1)[1].strip() for text in open("/proc/cpuinfo") if text.startswith("model name")]
        model = names[0] if names else model
    return (f"{datetime.date.today().isoformat()}, {model}, {os.cpu_count()} cores, {platform.system()} "
            f"{platform.machine()}; {form}; {findings.minutes:.1f} minutes.")
