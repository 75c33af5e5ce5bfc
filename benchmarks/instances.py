"""The graph behind a pairing, read from the data of models/pairing.mod, and programmes with a setting more."""

import math
import re

UNLIMITED = 10**9


class Graph:
    """What models/pairing.mod chooses from, worked out from its data.

    `edges` are the pairs that its rules admit among the teams that are free to be paired, by their numbers, with
    their scores; `drives` their minutes; `price` that of a team alone. Pairs that are forced are taken out, with
    their teams: `forced_score` is the sum of their scores. `budget` is what is left of the travel budget, `None`
    without one, and `allows_trio` says whether one trio may be made.
    """

    def __init__(self, text):
        tables, settings = read_data(text)
        if tables.get("FORCED_TRIO"):
            raise ValueError("forced trios are no part of a benchmark")
        eligible = [row["TEAMS"][0] for row in tables["TEAMS"] if row["approved"] == row["visiting"] == "1"]
        forced = {row["FORCED"] for row in tables.get("FORCED", [])}
        bound = {team for pair in forced for team in pair}
        self.teams = [team for team in eligible if team not in bound]
        self.nodes = {team: node for node, team in enumerate(self.teams)}
        self.price = int(settings["unpaired_price"])
        cells = {}
        for row in tables.get("cell", []):
            team, column = row["cell"]
            cells.setdefault(team, {})[column] = row["value"]
        forbidden = {row["FORBIDDEN"] for row in tables.get("FORBIDDEN", [])}
        limit = {name: float(settings.get(name, default)) for name, default in (
            ("max_travel_minutes", UNLIMITED), ("max_level_gap", UNLIMITED), ("min_gain", -UNLIMITED),
            ("min_common_indicators", 0), ("min_common_dates", 0), ("level_weight", 0),
            ("travel_weight_per_hour", 0), ("least_score", -UNLIMITED))}
        self.edges, self.drives = {}, {}
        self.forced_score = forced_drive = 0
        # A trio's pairs are held to the rules, the trio itself to the least score.
        self.trio_edges, self.least = {}, limit["least_score"]
        for row in tables["CANDIDATES"]:
            a, b = row["CANDIDATES"]
            gap, drive = int(row["level_gap"]), int(row["drive"])
            gain = min(int(row["gain_a"]), int(row["gain_b"]))
            worth = gain - limit["level_weight"] * gap - limit["travel_weight_per_hour"] * 10000 * drive / 60
            score = math.floor(worth + 0.5) if worth >= 0 else -math.floor(0.5 - worth)
            if (a, b) in forced:
                self.forced_score += score
                forced_drive += drive
                continue
            if (a not in self.nodes or b not in self.nodes or (a, b) in forbidden
                    or any(cells.get(b, {}).get(column) == cell for column, cell in cells.get(a, {}).items())
                    or drive > limit["max_travel_minutes"] or gap > limit["max_level_gap"]
                    or gain < limit["min_gain"] or int(row["shared"]) < limit["min_common_indicators"]
                    or min(int(row["dates_a"]), int(row["dates_b"])) < limit["min_common_dates"]):
                continue
            edge = self.nodes[a], self.nodes[b]
            self.trio_edges[edge] = score
            self.drives[edge] = drive
            if score >= limit["least_score"]:
                self.edges[edge] = score
        budget = settings.get("travel_budget")
        self.budget = None if budget is None else max(0, int(budget) - forced_drive)
        self.allows_trio = settings["odd_team_trio"] == "1" and len(eligible) % 2 == 1
        # Trios whose legs were found to have too few dates.
        self.barred_trios = {row["trio_dates"] for row in tables.get("trio_dates", [])
                             if int(row["value"]) < limit["min_common_dates"]}

    def trios(self):
        """Each trio that may be made: its nodes, its score and the longest drive."""
        if not self.allows_trio:
            return
        after = {}
        for a, b in self.trio_edges:
            after.setdefault(a, []).append(b)
        for (a, b), score in self.trio_edges.items():
            for c in after.get(b, []):
                if (a, c) not in self.trio_edges or tuple(self.teams[node] for node in (a, b, c)) in self.barred_trios:
                    continue
                third = (score + self.trio_edges[a, c] + self.trio_edges[b, c]) // 3
                if third >= self.least:
                    yield (a, b, c), third, max(self.drives[a, b], self.drives[a, c], self.drives[b, c])

    def write(self, file):
        """The file that the matching peers read.

        Each pair saves the price of two teams, so with that on top every weight is above 0 and the matching of the
        largest weight is the optimum of the pairing.
        """
        lines = [f"{len(self.nodes)} {len(self.edges)}"]
        lines += [f"{a} {b} {score + 2 * self.price}" for (a, b), score in self.edges.items()]
        file.write_text("\n".join(lines) + "\n")

    def objective(self, matching):
        """What a matching costs: minus its scores, plus the price of each team left; `None` where it is none.

        A matching has pairs of nodes, and one trio at most.
        """
        groups = [tuple(sorted(group)) for group in matching]
        ends = [end for group in groups for end in group]
        if len(set(ends)) != len(ends) or sum(len(group) == 3 for group in groups) > 1:
            return None
        worth = {group: (score, self.drives[group]) for group, score in self.edges.items() if group in groups}
        if any(len(group) == 3 for group in groups):
            worth |= {trio: (score, drive) for trio, score, drive in self.trios() if trio in groups}
        if any(group not in worth for group in groups):
            return None
        if self.budget is not None and sum(worth[group][1] for group in groups) > self.budget:
            return None
        scores = self.forced_score + sum(worth[group][0] for group in groups)
        return self.price * (len(self.teams) - len(ends)) - scores


def read_data(text):
    """The tables and sets, and the single parameters of MathProg data.

    A row is a dictionary: the key under the table's or set's name, and the figures under theirs; where a table has one
    figure and no set, the key is under the figure's name and the figure is `value`.
    """
    tables, settings, name, columns = {}, {}, None, []
    for line in text.splitlines():
        if name is None:
            if begun := re.match(r"(?:set (\w+)|param : (?:(\w+) : )?(\w[\w ]*)) :=$", line):
                listed, keyed, figures = begun.groups()
                name = listed or keyed or figures
                columns = [] if listed else figures.split() if keyed else ["value"]
                tables[name] = []
            elif single := re.match(r"param (\w+) := (\S+);$", line):
                settings[single[1]] = single[2]
        elif line == ";":
            name = None
        else:
            cells = re.findall(r"[^\s(),']+", line)
            keys = len(cells) - len(columns)
            tables[name].append({name: tuple(cells[:keys]), **dict(zip(columns, cells[keys:]))})
    return tables, settings


def with_settings(programme, settings):
    """Puts settings, one line each, into the pairing part of a programme's programme.yaml, in place of any there."""
    file = programme / "programme.yaml"
    before, _, rest = file.read_text().partition("\npairing:\n")
    if not rest:
        raise ValueError(f"{file} has no part for pairing")
    for key in settings:
        rest = re.sub(rf"(?m)^  {key}: .*\n", "", rest)
    lines = "".join(f"  {key}: {value}\n" for key, value in settings.items())
    file.write_text(f"{before}\npairing:\n{lines}{rest}")
