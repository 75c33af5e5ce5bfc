/// The edges at each node, in the order of their numbers.
struct Adjacency {
  /// Where the entries of each node begin, and at the end how many there are.
  let starts: [Int]
  /// The other end of each entry's edge.
  let neighbours: [Int32]
  /// The edge of each entry.
  let edges: [Int32]

  /// Two entries for each edge of `problem`, one at either end.
  init(_ problem: MatchingProblem) {
    var starts = Array(repeating: 0, count: problem.nodeCount + 1)
    for edge in problem.weights.indices {
      starts[Int(problem.tails[edge]) + 1] += 1
      starts[Int(problem.heads[edge]) + 1] += 1
    }
    for node in 0..<problem.nodeCount { starts[node + 1] += starts[node] }
    var neighbours = Array(repeating: Int32(0), count: 2 * problem.edgeCount)
    var edges = neighbours
    var next = starts
    for edge in problem.weights.indices {
      let (tail, head) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
      neighbours[next[tail]] = Int32(head)
      neighbours[next[head]] = Int32(tail)
      edges[next[tail]] = Int32(edge)
      edges[next[head]] = Int32(edge)
      next[tail] += 1
      next[head] += 1
    }
    self.starts = starts
    self.neighbours = neighbours
    self.edges = edges
  }
}
