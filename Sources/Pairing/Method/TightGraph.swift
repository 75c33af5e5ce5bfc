/// The edges that an optimal matching can have, as a certificate shows, less those already decided.
///
/// A matching stays below the certificate's bound by the losses of all it does, so an optimal one takes no edge,
/// and leaves no node alone, whose loss exceeds the bound's own distance from the optimum. A node that cannot be
/// left alone and has a single tight edge has it in every optimal matching: with most data that decides everything.
struct TightGraph {
  private let problem: MatchingProblem
  /// Tight edges at each node, ascending.
  private let edgesAtNode: [[Int32]]
  private let mustBePaired: [Bool]
  private(set) var isSettled: [Bool]
  /// Tight edges to nodes not settled, at each node.
  private var degrees: [Int]

  /// The tight edges of a problem whose optimum is `value`.
  init(_ problem: MatchingProblem, certificate: Certificate, value: Int) {
    self.problem = problem
    let (optimum, overflow) = value.multipliedReportingOverflow(by: 1 << certificate.shift)
    let slack = overflow ? Int.max : certificate.scaledBound - optimum
    let sets = certificate.pricedOddSets(nodeCount: problem.nodeCount)
    var edgesAtNode = [[Int32]](repeating: [], count: problem.nodeCount)
    for edge in problem.weights.indices
    where certificate.loss(of: edge, in: problem, sets: sets) <= slack {
      edgesAtNode[Int(problem.tails[edge])].append(Int32(edge))
      edgesAtNode[Int(problem.heads[edge])].append(Int32(edge))
    }
    self.edgesAtNode = edgesAtNode
    mustBePaired = certificate.nodePrices.map { price in
      (problem.penalty << certificate.shift) + price > slack
    }
    isSettled = Array(repeating: false, count: problem.nodeCount)
    degrees = edgesAtNode.map(\.count)
    for node in 0..<problem.nodeCount { settleForced(from: node) }
  }

  private func other(_ edge: Int32, than node: Int) -> Int {
    Int(problem.tails[Int(edge)]) + Int(problem.heads[Int(edge)]) - node
  }

  /// Tight edges to nodes not settled with a greater number, ascending.
  func choices(of node: Int) -> [Int] {
    edgesAtNode[node].map(Int.init).filter {
      let head = Int(problem.heads[$0])
      return head != node && !isSettled[head]
    }
  }

  /// Decides a node and its partner, and whatever follows from that.
  mutating func settle(_ node: Int, with partner: Int?) {
    remove(node)
    if let partner { remove(partner) }
    for end in [node, partner ?? node] {
      for edge in edgesAtNode[end] { settleForced(from: other(edge, than: end)) }
    }
  }

  private mutating func remove(_ node: Int) {
    guard !isSettled[node] else { return }
    isSettled[node] = true
    for edge in edgesAtNode[node] { degrees[other(edge, than: node)] -= 1 }
  }

  private mutating func settleForced(from start: Int) {
    var queue = [start]
    while let node = queue.popLast() {
      guard !isSettled[node], mustBePaired[node], degrees[node] == 1 else { continue }
      guard let edge = edgesAtNode[node].first(where: { !isSettled[other($0, than: node)] }) else { continue }
      let partner = other(edge, than: node)
      remove(node)
      remove(partner)
      for edge in edgesAtNode[partner] { queue.append(other(edge, than: partner)) }
    }
  }

  /// The nodes that tight edges connect with `node`, none of them settled, ascending.
  func component(of node: Int) -> [Int] {
    var isFound = Array(repeating: false, count: problem.nodeCount)
    var queue = [node]
    isFound[node] = true
    var first = 0
    while first < queue.count {
      let place = queue[first]
      first += 1
      for edge in edgesAtNode[place] {
        let next = other(edge, than: place)
        if !isFound[next], !isSettled[next] {
          isFound[next] = true
          queue.append(next)
        }
      }
    }
    return queue.sorted()
  }

  /// The matching among `nodes` over their tight edges, and the edge that each of its edges stands for.
  func problem(among nodes: [Int]) -> (smaller: MatchingProblem, edges: [Int]) {
    var place = Array(repeating: -1, count: problem.nodeCount)
    for (position, node) in nodes.enumerated() { place[node] = position }
    var edges: [Int] = []
    for node in nodes {
      for edge in edgesAtNode[node]
      where Int(problem.tails[Int(edge)]) == node && place[Int(problem.heads[Int(edge)])] >= 0 {
        edges.append(Int(edge))
      }
    }
    let smaller = MatchingProblem(
      nodeCount: nodes.count, tails: edges.map { Int32(place[Int(problem.tails[$0])]) },
      heads: edges.map { Int32(place[Int(problem.heads[$0])]) }, weights: edges.map { problem.weights[$0] },
      penalty: problem.penalty)
    return (smaller, edges)
  }
}
