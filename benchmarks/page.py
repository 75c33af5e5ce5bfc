"""docs/benchmarks.md, whose blocks a run writes, and how busy the machine was."""

import os
import pathlib

import pages
from pages import machine, table, today

__all__ = ["PAGE", "Load", "machine", "replace_block", "table", "today"]

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs/benchmarks.md"


def replace_block(name, lines):
    """Replaces what stands between the marks of a block."""
    pages.replace(PAGE, name, f"benchmarks/run {name}", lines)


class Load:
    """How busy the machine was with other things: its load average, looked at now and then."""

    def __init__(self):
        self.seen = [os.getloadavg()[0]]

    def look(self):
        self.seen.append(os.getloadavg()[0])

    def __str__(self):
        return f"load average {min(self.seen):.1f} to {max(self.seen):.1f}, this run's own 1 in it"
