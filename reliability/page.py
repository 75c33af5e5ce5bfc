"""docs/reliability.md: its tables that a run writes, and the line that says where and when it was."""

import pathlib

import pages

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs/reliability.md"
HEAD = ["promise", "tried", "against it", "kept"]


def write(case, lines):
    """Replaces what stands between the marks of a case."""
    pages.replace(PAGE, case, f"Scripts/soak {case}", lines)


def table(rows):
    return pages.table(HEAD, rows)


def line(findings, form):
    return f"{pages.today()}, {pages.machine()}; {form}; {findings.minutes:.1f} minutes."
