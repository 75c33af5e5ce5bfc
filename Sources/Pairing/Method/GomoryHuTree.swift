/// A tree on the nodes of a graph in which removing a link leaves a minimum cut between its two ends.
///
/// Gusfield, Very simple methods for all pairs network flow analysis, SIAM Journal on Computing 19 (1990)
/// 143–155, in the variant that yields a cut tree: n − 1 maximum flows on the graph itself.
struct GomoryHuTree {
  /// Each node's neighbour on the way to node 0; node 0's is itself.
  private(set) var parents: [Int]
  /// The value of the cut that the link to the parent stands for; node 0's means nothing.
  private(set) var values: [Int]

  /// The tree of a graph with at least one node.
  init(of graph: MaximumFlow, nodeCount: Int) {
    var graph = graph
    parents = Array(repeating: 0, count: nodeCount)
    values = Array(repeating: 0, count: nodeCount)
    for node in 0..<nodeCount where node > 0 {
      let target = parents[node]
      let cut = graph.minimumCut(from: node, to: target)
      values[node] = cut.value
      for other in 0..<nodeCount where other != node && parents[other] == target {
        if cut.isSourceSide[other] { parents[other] = node }
      }
      if cut.isSourceSide[parents[target]] {
        parents[node] = parents[target]
        parents[target] = node
        values[node] = values[target]
        values[target] = cut.value
      }
    }
  }

  /// For each node the nodes at and below it, as flags: one side of the cut that its link stands for.
  func side(below node: Int) -> [Bool] {
    parents.indices.map { start in
      var place = start
      while place != node, place != 0 { place = parents[place] }
      return place == node
    }
  }
}
