"""Matches the graph of edge_list.py with networkx: networkx_matching.py FILE SECONDS

`seconds` is the time of the matching alone, on a graph built before. Past the limit the process ends by SIGALRM.
"""

import signal
import sys
import time

import networkx

import edge_list


def main():
    nodes, edges = edge_list.read(sys.argv[1])
    graph = networkx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_weighted_edges_from(edges)
    signal.setitimer(signal.ITIMER_REAL, float(sys.argv[2]))
    began = time.perf_counter()
    matching = networkx.max_weight_matching(graph)
    seconds = time.perf_counter() - began
    edge_list.answer(seconds, matching, networkx.__version__)


if __name__ == "__main__":
    main()
