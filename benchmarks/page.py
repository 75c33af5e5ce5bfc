"""docs/benchmarks.md: its blocks that a run writes, and the line that says where and when it was."""

import datetime
import os
import pathlib
import platform

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs/benchmarks.md"


def replace_block(name, lines):
    """Replaces what stands between the marks of a block."""
    begin, end = f"<!-- {name}:begin: written by benchmarks/run {name} --write -->", f"<!-- {name}:end -->"
    before, rest = PAGE.read_text().split(begin)
    after = rest.split(end)[1]
    PAGE.write_text("\n".join([before + begin, *lines, end + after]))


def table(head, rows):
    """A table's lines: the head, then the rows, cell by cell."""
    return ["| " + " | ".join(cells) + " |" for cells in [head, ["---"] * len(head), *rows]]


def machine():
    model = "unknown processor"
    if pathlib.Path("/proc/cpuinfo").exists():
        names = [text.split(":", 1)[1].strip() for text in open("/proc/cpuinfo") if text.startswith("model name")]
        model = names[0] if names else model
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"


def today():
    return datetime.date.today().isoformat()


class Load:
    """How busy the machine was with other things: its load average, looked at now and then."""

    def __init__(self):
        self.seen = [os.getloadavg()[0]]

    def look(self):
        self.seen.append(os.getloadavg()[0])

    def __str__(self):
        return f"load average {min(self.seen):.1f} to {max(self.seen):.1f}, this run's own 1 in it"
