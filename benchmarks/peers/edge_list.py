"""The graph that the matching peers get, as a file of numbers, and the matching that they give back.

The first line of the file is `nodes edges`, each further one `tail head weight`. All weights are above 0, and so large
that more edges always weigh more: a matching of the largest weight has as many edges as any.
"""

import json


def read(path):
    """The number of nodes and the list of (tail, head, weight)."""
    with open(path) as lines:
        nodes, _ = map(int, next(lines).split())
        return nodes, [tuple(map(int, line.split())) for line in lines]


def answer(seconds, edges, version):
    print(json.dumps({"seconds": seconds, "edges": sorted(sorted(edge) for edge in edges), "version": version}))
