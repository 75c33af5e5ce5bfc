// Matches the graph of edge_list.py with LEMON: lemon_matching FILE SECONDS
//
// `seconds` is the time of the matching alone, on a graph built before. Past the limit the process ends by SIGALRM.

#include <lemon/config.h>
#include <lemon/matching.h>
#include <lemon/smart_graph.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <vector>

int main(int count, char** arguments) {
  if (count != 3) return 2;
  std::ifstream file(arguments[1]);
  int nodes = 0;
  long edges = 0;
  if (!(file >> nodes >> edges)) return 2;

  using Graph = lemon::SmartGraph;
  using Weights = Graph::EdgeMap<long long>;
  Graph graph;
  graph.reserveNode(nodes);
  graph.reserveEdge(edges);
  std::vector<Graph::Node> node;
  for (int index = 0; index < nodes; ++index) node.push_back(graph.addNode());
  Weights weights(graph);
  int tail = 0, head = 0;
  long long weight = 0;
  while (file >> tail >> head >> weight) weights[graph.addEdge(node[tail], node[head])] = weight;

  alarm(static_cast<unsigned>(std::ceil(std::atof(arguments[2]))));
  const auto began = std::chrono::steady_clock::now();
  lemon::MaxWeightedMatching<Graph, Weights> matching(graph, weights);
  matching.run();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - began;

  std::printf("{\"seconds\": %.9f, \"version\": \"%s\", \"edges\": [", seconds.count(), LEMON_VERSION);
  const char* between = "";
  for (int index = 0; index < nodes; ++index) {
    const Graph::Node mate = matching.mate(node[index]);
    if (mate == lemon::INVALID || graph.id(mate) < index) continue;
    std::printf("%s[%d, %d]", between, index, graph.id(mate));
    between = ", ";
  }
  std::printf("]}\n");
}
