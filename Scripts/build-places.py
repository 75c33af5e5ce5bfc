#!/usr/bin/env python3
"""Writes the towns that Sources/Generation draws sites from.

    python3 Scripts/build-places.py

Reads data/england/english_outcodes.csv; writes Sources/Generation/EnglishTowns+Data.swift. Python's standard
library only; the same input gives the same bytes.

Rule: a town's place is that of its outward code nearest to the mean of all its outward codes. Towns with two or
more outward codes come first, most codes first; then the others, each time the one farthest from all towns taken
so far. No town is taken within 8 km of another, none on an island without a road, none whose name is longer than
18 characters or holds anything but letters, spaces and hyphens. 420 towns are taken. A town's weight is its number
of outward codes, at most 5.
"""

import csv
import math
import pathlib
from collections import defaultdict

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "data" / "england" / "english_outcodes.csv"
TARGET = ROOT / "Sources" / "Generation" / "EnglishTowns+Data.swift"
COUNT = 420
APART_KM = 8
ISLANDS = {f"PO{n}" for n in range(30, 42)} | {f"TR{n}" for n in range(21, 26)}


def distance(a, b):
    """Kilometres on a plane that fits England: 111.2 to a degree north, 67 to a degree east."""
    return math.hypot((a["latitude"] - b["latitude"]) * 111.2, (a["longitude"] - b["longitude"]) * 67)


def plain(name):
    return 0 < len(name) <= 18 and all(c.isascii() and (c.isalpha() or c in " -") for c in name)


def towns():
    codes = defaultdict(list)
    with open(SOURCE, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if plain(row["town"]) and row["outcode"] not in ISLANDS:
                place = {key: float(row[key]) for key in ("latitude", "longitude")}
                codes[row["town"]].append({**place, "outcode": row["outcode"], "town": row["town"]})
    for town, places in sorted(codes.items()):
        mean = {key: sum(p[key] for p in places) / len(places) for key in ("latitude", "longitude")}
        nearest = min(places, key=lambda p: (distance(p, mean), p["outcode"]))
        yield {**nearest, "weight": len(places)}


def chosen():
    candidates = sorted(towns(), key=lambda t: (-t["weight"], t["town"]))
    taken = []
    for town in (t for t in candidates if t["weight"] > 1):
        if all(distance(town, other) >= APART_KM for other in taken):
            taken.append(town)
    rest = [[min(distance(t, other) for other in taken), t] for t in candidates if t["weight"] == 1]
    while len(taken) < COUNT:
        gap, town = max(rest, key=lambda item: (item[0], item[1]["town"]))
        assert gap >= APART_KM, "not enough towns so far apart"
        taken.append(town)
        for item in rest:
            item[0] = min(item[0], distance(item[1], town))
    return sorted(taken, key=lambda t: t["town"])


def packed(entries, width=108):
    line = ""
    for entry in entries:
        if line and len(line) + 1 + len(entry) > width:
            yield line + ";"
            line = entry
        else:
            line = f"{line};{entry}" if line else entry
    yield line


def main():
    entries = [
        f"{t['town']},{t['outcode']},{t['latitude']:.4f},{t['longitude']:.4f},{min(t['weight'], 5)}"
        for t in chosen()
    ]
    text = "\n".join("    " + line + "\\" for line in packed(entries, 104)).rstrip("\\")
    TARGET.write_text(
        "// Written by Scripts/build-places.py from data/england/english_outcodes.csv; not edited by hand.\n\n"
        "extension EnglishTown {\n"
        f"  /// {len(entries)} towns as name, outward code, latitude, longitude, weight.\n"
        '  static let catalogue = """\n'
        f"{text}\n"
        '    """\n'
        "}\n",
        encoding="utf-8",
    )
    print(f"{len(entries)} towns written to {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
