"""Pages of docs with tables that a run writes, and what is said of the machine and the day of a run."""

import datetime
import os
import pathlib
import platform


def replace(page, name, command, lines):
    """Replaces what stands in the file `page` between the marks of a block, which name the command that writes it."""
    begin, end = f"<!-- {name}:begin: written by {command} --write -->", f"<!-- {name}:end -->"
    before, rest = page.read_text().split(begin)
    after = rest.split(end)[1]
    page.write_text("\n".join([before + begin, *lines, end + after]))


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
