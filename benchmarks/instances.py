"""The graph behind a pairing, read from the data of models/pairing.mod, and programmes with a setting more."""

import math
import re

UNLIMITED = 10**9


class Graph:
    """Teams, the pairs that the rules of models/pairing.mod admit with their scores, and the price of a team alone."""

    def __init__(self, text):
        tables, settings = read_data(text)
        teams = [row[0] for row in tables["TEAMS"] if row[1] == row[2] == "1"]
        self.nodes = {team: node for node, team in enumerate(teams)}
        self.price = int(settings["unpaired_price"])
        self.edges = {}
        cells = {}
        for team, column, cell in tables.get("cell", []):
            cells.setdefault(team, {})[column] = cell
        forbidden = {tuple(row) for row in tables.get("FORBIDDEN", [])}
        if tables.get("FORCED"):
            raise ValueError("forced pairs are no part of a benchmark")
        limit = {name: float(settings.get(name, default)) for name, default in (
            ("max_travel_minutes", UNLIMITED), ("max_level_gap", UNLIMITED), ("min_gain", -UNLIMITED),
            ("min_common_dates", 0), ("level_weight", 0), ("travel_weight_per_hour", 0))}
        for a, b, *figures in tables["CANDIDATES"]:
            gain_a, gain_b, gap, drive, dates_a, dates_b = map(int, figures)
            if (a not in self.nodes or b not in self.nodes or (a, b) in forbidden
                    or any(cells.get(b, {}).get(column) == cell for column, cell in cells.get(a, {}).items())
                    or drive > limit["max_travel_minutes"] or gap > limit["max_level_gap"]
                    or min(gain_a, gain_b) < limit["min_gain"]
                    or min(dates_a, dates_b) < limit["min_common_dates"]):
                continue
            worth = (min(gain_a, gain_b) - limit["level_weight"] * gap
                     - limit["travel_weight_per_hour"] * 10000 * drive / 60)
            score = math.floor(worth + 0.5) if worth >= 0 else -math.floor(0.5 - worth)
            self.edges[self.nodes[a], self.nodes[b]] = score

    def write(self, file):
        """The file that the matching peers read.

        Each pair saves the price of two teams, so with that on top every weight is above 0 and the matching of the
        largest weight is the optimum of the pairing.
        """
        lines = [f"{len(self.nodes)} {len(self.edges)}"]
        lines += [f"{a} {b} {score + 2 * self.price}" for (a, b), score in self.edges.items()]
        file.write_text("\n".join(lines) + "\n")

    def objective(self, matching):
        """What a matching costs: minus its scores, plus the price of each team left; `None` where it is none."""
        ends = [end for edge in matching for end in edge]
        if len(set(ends)) != len(ends) or any(tuple(edge) not in self.edges for edge in matching):
            return None
        return self.price * (len(self.nodes) - len(ends)) - sum(self.edges[tuple(edge)] for edge in matching)


def read_data(text):
    """The tables and sets, row by row, and the single parameters of MathProg data."""
    tables, settings, name = {}, {}, None
    for line in text.splitlines():
        if name is None:
            if begun := re.match(r"(?:param : |set )(\w+)(?: :.*)? :=$", line):
                name = begun[1]
                tables[name] = []
            elif single := re.match(r"param (\w+) := (\S+);$", line):
                settings[single[1]] = single[2]
        elif line == ";":
            name = None
        else:
            tables[name].append(re.findall(r"[^\s(),']+", line))
    return tables, settings


def with_setting(programme, key, value):
    """Adds a setting to the pairing part of a programme's programme.yaml."""
    file = programme / "programme.yaml"
    text = file.read_text()
    if text.count("\npairing:\n") != 1 or f"\n  {key}:" in text:
        raise ValueError(f"{file} has no place for {key}")
    file.write_text(text.replace("\npairing:\n", f"\npairing:\n  {key}: {value}\n"))
