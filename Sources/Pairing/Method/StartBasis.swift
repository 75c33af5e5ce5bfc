/// A basis of the relaxation at the best fractional matching, with node prices at which every edge of it is tight.
///
/// A basis is a spanning forest with one extra in each tree: a node's being left alone, or an edge that closes an odd
/// circuit. A circuit of the fractional matching, or a node that it leaves alone, is a tree already; where edges are
/// whole, prices still have play: those on one side can fall while the others rise by as much. They move until
/// another edge becomes tight and links the tree to the next, or closes it.
struct StartBasis {
  /// Edges that are basic, in no order.
  private(set) var edges: [Int] = []
  /// Nodes whose being left alone is basic.
  private(set) var alone: [Int] = []
  /// π, one a node; feasible as those of the fractional matching, and worth as much.
  private(set) var prices: [Double]
  private let problem: MatchingProblem
  private let weights: [Double]
  private let adjacency: Adjacency
  /// The tree of each node.
  private var trees: [Int]
  private var members: [[Int]] = []
  private var isClosed: [Bool] = []
  /// On which side of its tree a node is: 0 or 1.
  private var sides: [Int]

  /// The basis at `matching`, which is the best under `weights`.
  init(
    _ problem: MatchingProblem, at matching: FractionalMatching, weights: [Double], adjacency: Adjacency
  ) {
    self.problem = problem
    self.weights = weights
    self.adjacency = adjacency
    prices = matching.prices
    trees = Array(repeating: -1, count: problem.nodeCount)
    sides = Array(repeating: 0, count: problem.nodeCount)
    for circuit in matching.circuits {
      edges.append(contentsOf: circuit.map { matching.edges[$0] })
      plant(circuit, isClosed: true)
    }
    for node in 0..<problem.nodeCount where trees[node] < 0 {
      guard matching.edges[node] >= 0 else {
        alone.append(node)
        plant([node], isClosed: true)
        continue
      }
      let partner = matching.partner(of: node)
      edges.append(matching.edges[node])
      plant([node, partner], isClosed: false)
      sides[partner] = 1
    }
    // Each tree in turn is joined to another, so that they double in size before one is looked at again.
    var waiting = isClosed.indices.filter { !isClosed[$0] }
    var first = 0
    while first < waiting.count {
      let tree = waiting[first]
      first += 1
      guard !isClosed[tree], !members[tree].isEmpty else { continue }
      let joined = extend(tree)
      if !isClosed[joined] { waiting.append(joined) }
    }
  }

  private mutating func plant(_ nodes: [Int], isClosed: Bool) {
    for node in nodes { trees[node] = members.count }
    members.append(nodes)
    self.isClosed.append(isClosed)
  }

  /// What becomes tight once the nodes of one side have fallen so far.
  private struct Event {
    var fall = Double.infinity
    var node = -1
    /// The edge and the node that it leads to; `nil` where `node` is left alone.
    var link: (edge: Int, node: Int)?
  }

  /// Moves the prices of an open tree until it is linked or closed; the tree that it is then part of.
  private mutating func extend(_ tree: Int) -> Int {
    let events = [event(of: tree, side: 0), event(of: tree, side: 1)]
    let side = events[1].fall < events[0].fall ? 1 : 0
    let event = events[side]
    for node in members[tree] { prices[node] += sides[node] == side ? -event.fall : event.fall }
    guard let link = event.link else {
      alone.append(event.node)
      isClosed[tree] = true
      return tree
    }
    edges.append(link.edge)
    guard trees[link.node] != tree else {
      isClosed[tree] = true
      return tree
    }
    return join(tree, trees[link.node], isTurned: sides[event.node] == sides[link.node])
  }

  private func event(of tree: Int, side: Int) -> Event {
    var event = Event()
    for node in members[tree] where sides[node] == side {
      let price = prices[node]
      if price + Double(problem.penalty) < event.fall {
        event = Event(fall: price + Double(problem.penalty), node: node)
      }
      for place in adjacency.starts[node]..<adjacency.starts[node + 1] {
        let other = Int(adjacency.neighbours[place])
        var fall = price + prices[other] - weights[Int(adjacency.edges[place])]
        if trees[other] == tree {
          if sides[other] != side { continue }
          fall /= 2
        }
        guard fall < event.fall else { continue }
        // Noise would otherwise let prices rise for ever so little.
        event = Event(fall: max(0, fall), node: node, link: (Int(adjacency.edges[place]), other))
      }
    }
    return event
  }

  /// Makes one tree of two, the smaller of which turns its sides if need be.
  private mutating func join(_ one: Int, _ other: Int, isTurned: Bool) -> Int {
    let (small, large) = members[one].count < members[other].count ? (one, other) : (other, one)
    for node in members[small] {
      trees[node] = large
      if isTurned { sides[node] = 1 - sides[node] }
    }
    members[large].append(contentsOf: members[small])
    members[small] = []
    isClosed[large] = isClosed[one] || isClosed[other]
    return large
  }
}
