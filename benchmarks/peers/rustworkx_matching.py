"""Matches the graph of edge_list.py with rustworkx: rustworkx_matching.py FILE SECONDS

`seconds` is the time of the matching alone, on a graph built before; that rustworkx asks Python for the weight of each
edge is part of it. Past the limit the process ends by SIGALRM.
"""

import signal
import sys
import time

import rustworkx

import edge_list


def main():
    nodes, edges = edge_list.read(sys.argv[1])
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(edges)
    signal.setitimer(signal.ITIMER_REAL, float(sys.argv[2]))
    began = time.perf_counter()
    matching = rustworkx.max_weight_matching(graph, weight_fn=int)
    seconds = time.perf_counter() - began
    edge_list.answer(seconds, matching, rustworkx.__version__)


if __name__ == "__main__":
    main()
