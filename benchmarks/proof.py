"""Reckons the proof of a pairing again: whole numbers, the pairs and nothing of the program's.

`dual_proof` in plan.json gives prices. Whatever they are, sums of them bound every pairing from above (docs/formats.md
says how), so nobody has to believe the solver that they are good ones: it shows when the bound meets the objective.
"""


class Unproven(Exception):
    """What is wrong with a proof."""


def bound(proof, graph):
    """The least objective that any pairing of `graph` can have, by the prices of `proof`."""
    unit = 1 << proof["shift"]
    price = {row["team"]: row["price"] for row in proof["teams"]}
    if sorted(price) != sorted(graph.teams) or len(price) != len(proof["teams"]):
        raise Unproven("the prices are not those of the teams that are free")
    node = [price[team] for team in graph.teams]
    budget = proof["travel_budget"] or 0
    if (proof["travel_budget"] is None) != (graph.budget is None) or budget < 0:
        raise Unproven("the travel budget has no price, or a negative one, or one too many")
    sets = []
    within = [set() for _ in graph.teams]
    for row in proof["odd_sets"]:
        members = {graph.nodes[team] for team in row["teams"]}
        if len(members) % 2 == 0 or len(members) != len(row["teams"]) or row["price"] < 0:
            raise Unproven(f"{row['teams']} at {row['price']} is no odd set with a price")
        for member in members:
            within[member].add(len(sets))
        sets.append((row["price"], len(members)))

    def reduced(group, score, drive):
        # A set counts that holds two or more.
        held = [number for number in set().union(*(within[member] for member in group))
                if sum(number in within[member] for member in group) >= 2]
        return (score * unit - sum(node[member] for member in group) - sum(sets[number][0] for number in held)
                - budget * drive)

    most = sum(node) + sum(price * (size - 1) // 2 for price, size in sets) + budget * (graph.budget or 0)
    most += sum(max(0, -graph.price * unit - price) for price in node)
    most += sum(max(0, reduced(edge, score, graph.drives[edge])) for edge, score in graph.edges.items())
    # One trio is made at most.
    trio = max((reduced(*trio) for trio in graph.trios()), default=0)
    most += max(0, trio)
    # A whole number not above `most`; forced pairs are made whatever is chosen.
    return -(most // unit) - graph.forced_score


def verify(answer, graph):
    """Raises `Unproven` unless the pairing `answer` (plan.json, `pairing`) is one, costs what it says and is best."""
    groups = [tuple(graph.nodes[team] for team in pair["teams"]) for pair in answer["pairs"] if not pair["forced"]]
    objective = graph.objective(groups)
    if objective != answer["objective"]:
        raise Unproven(f"the pairs cost {objective}, not {answer['objective']}")
    if answer["dual_proof"] is None:
        raise Unproven("no prices are given")
    least = bound(answer["dual_proof"], graph)
    if least < objective:
        raise Unproven(f"the prices prove {least} and the pairs cost {objective}")
