/// A set of edges, and perhaps one trio, that share no node.
struct Matching: Equatable {
  /// The edge at each node; `nil` where the node is left alone or in the trio.
  private(set) var edges: [Int?]
  /// The trio, if one is made.
  private(set) var trio: Trio?

  /// No edges.
  init(nodeCount: Int) { edges = Array(repeating: nil, count: nodeCount) }

  /// Takes a trio, then edges in the order given, where both ends are free and the side rows leave room.
  init(taking order: some Sequence<Int>, trio: Trio? = nil, in problem: MatchingProblem) {
    self.init(nodeCount: problem.nodeCount)
    var room = problem.sideRows.map(\.bound)
    if let trio, let table = problem.trios {
      let left = room.indices.map { room[$0] - table.coefficient(trio, row: $0) }
      if left.allSatisfy({ $0 >= 0 }) {
        room = left
        self.trio = trio
      }
    }
    for edge in order {
      let (u, v) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
      guard edges[u] == nil, edges[v] == nil, !isInTrio(u), !isInTrio(v) else { continue }
      guard zip(problem.sideRows, room).allSatisfy({ $0.coefficients[edge] <= $1 }) else { continue }
      for row in room.indices { room[row] -= problem.sideRows[row].coefficients[edge] }
      edges[u] = edge
      edges[v] = edge
    }
  }

  /// The heaviest trio, if any may be made, then the heaviest edges; ties go to the earlier.
  static func greedy(_ problem: MatchingProblem) -> Matching {
    return Matching(taking: problem.heaviestFirst, trio: TrioPricing.heaviest(problem), in: problem)
  }

  /// Whether a node is in the trio.
  func isInTrio(_ node: Int) -> Bool {
    guard let trio else { return false }
    let node = Int32(node)
    return node == trio.a || node == trio.b || node == trio.c
  }

  /// Whether a node has neither an edge nor the trio.
  func isAlone(_ node: Int) -> Bool { edges[node] == nil && !isInTrio(node) }

  /// Makes `trio` the one, whose nodes must be alone.
  mutating func insert(_ trio: Trio) { self.trio = trio }

  /// The node matched with `node`; `nil` where it is left alone.
  func partner(of node: Int, in problem: MatchingProblem) -> Int? {
    edges[node].map { Int(problem.tails[$0]) + Int(problem.heads[$0]) - node }
  }

  /// Removes the edge at `node`, if any.
  mutating func release(_ node: Int, in problem: MatchingProblem) {
    guard let edge = edges[node] else { return }
    edges[Int(problem.tails[edge])] = nil
    edges[Int(problem.heads[edge])] = nil
  }

  /// Adds an edge, whose ends must be free.
  mutating func insert(_ edge: Int, in problem: MatchingProblem) {
    edges[Int(problem.tails[edge])] = edge
    edges[Int(problem.heads[edge])] = edge
  }

  /// The edges taken, each once, ascending.
  func taken(in problem: MatchingProblem) -> [Int] {
    edges.indices.compactMap { node in
      edges[node].flatMap { Int(problem.tails[$0]) == node ? $0 : nil }
    }
  }

  /// The nodes of each edge and of the trio, ascending, in order.
  func partners(in problem: MatchingProblem) -> [[Int]] {
    let pairs = taken(in: problem).map { [Int(problem.tails[$0]), Int(problem.heads[$0])] }
    return (pairs + [trio?.nodes].compactMap { $0 }).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Σ of weights less the penalty of each node left alone.
  func value(in problem: MatchingProblem) -> Int {
    var value = trio.flatMap { problem.trios?.weight($0) } ?? 0
    for node in edges.indices {
      if let edge = edges[node] {
        if Int(problem.tails[edge]) == node { value += problem.weights[edge] }
      } else if !isInTrio(node) {
        value -= problem.penalty
      }
    }
    return value
  }
}
