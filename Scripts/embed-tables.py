#!/usr/bin/env python3
"""Write data/reference/*.csv into Sources/Intake/Reference as Swift string literals, and England's outward
postcodes into Sources/Generation; Windows' time zones go into Sources/Diaries.

One literal a table: the compiler takes a long string in no time and a long array for ever. Run it from
anywhere; it needs nothing but Python 3.
"""

import csv
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT / "data" / "reference"
SOURCES = ROOT / "Sources" / "Intake" / "Reference"
WIDTH = 108


def rows(name):
    with open(DATA / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write(name, constant, summary, origin, lines):
    for line in lines:
        assert '"""' not in line and "\\" not in line, line
    text = [
        f"/// {summary}",
        "///",
        f"/// Written by Scripts/embed-tables.py from data/reference/{origin}; see PROVENANCE.md there.",
        f'let {constant} = """',
        *(f"  {line}" for line in lines),
        '  """',
    ]
    (SOURCES / name).write_text("\n".join(text) + "\n", encoding="utf-8")


def filled(words):
    lines, line = [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
    return lines + ([line] if line else [])


outcodes = "uk_outcodes.csv"
write(
    "OutcodeTable.swift",
    "outcodeTable",
    "Outward postcodes with latitude and longitude, separated by white space.",
    outcodes,
    filled(f"{r['outcode']},{r['latitude']},{r['longitude']}" for r in rows(outcodes)),
)

holidays = "bank_holidays_england_2010_2030.csv"
write(
    "BankHolidayTable.swift",
    "bankHolidayTable",
    "England's bank holidays, a line each: date, name.",
    holidays,
    [f"{r['date']},{r['name']}" for r in rows(holidays)],
)

# Generation may not import Intake, and needs England's alone, without the islands that no road leads to.
ISLANDS = {f"PO{n}" for n in range(30, 42)} | {f"TR{n}" for n in range(21, 26)}
with open(ROOT / "data" / "england" / "english_outcodes.csv", newline="", encoding="utf-8") as file:
    english = {row["outcode"] for row in csv.DictReader(file)} - ISLANDS
lines = filled(
    f"{r['outcode']},{r['latitude']},{r['longitude']}" for r in rows(outcodes) if r["outcode"] in english
)
(ROOT / "Sources" / "Generation" / "EnglishOutcodes+Data.swift").write_text(
    "// Written by Scripts/embed-tables.py from data/reference/uk_outcodes.csv; not edited by hand.\n\n"
    "extension EnglishTown {\n"
    f"  /// {len(english)} outward postcodes of England with latitude and longitude, separated by white space.\n"
    '  static let outcodeCatalogue = """\n' + "".join(f"    {line}\n" for line in lines) + '    """\n}\n',
    encoding="utf-8",
)

(ROOT / "Sources" / "Diaries" / "Zones" / "WindowsZones+Data.swift").write_text(
    "// Written by Scripts/embed-tables.py from data/reference/windows_zones.csv; not edited by hand.\n\n"
    "extension WindowsZones {\n"
    "  /// Windows' name and IANA's, a line each (Unicode CLDR 49).\n"
    '  static let catalogue = """\n'
    + "".join(f"    {r['windows']},{r['iana']}\n" for r in rows("windows_zones.csv"))
    + '    """\n}\n',
    encoding="utf-8",
)
