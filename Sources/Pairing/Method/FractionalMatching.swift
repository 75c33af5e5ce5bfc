/// The best fractional matching of a problem without its side rows and trios, and the node prices that prove it.
///
/// Of each node an edge takes all, or two edges of an odd circuit take half each, or it is left alone. Derigs and Metz,
/// On the use of optimal fractional matchings for solving the (integer) matching problem, Computing 36 (1986) 263–270:
/// nodes are matched one after the other along cheapest alternating paths, and where Edmonds would shrink an odd
/// circuit it takes halves instead. What the relaxation lacks then is odd sets alone.
struct FractionalMatching {
  /// π, one a node: πᵤ + πᵥ ≥ w for every edge and πᵥ ≥ −penalty, with equality wherever something is taken.
  private(set) var prices: [Double]
  /// The edge at each node, on a circuit the one that leads on; -1 where it is left alone.
  private(set) var edges: [Int]
  /// Whether a node lies on a circuit.
  private(set) var isHalf: [Bool]
  private let problem: MatchingProblem

  /// The best under `weights`, one an edge in place of the problem's.
  init(_ problem: MatchingProblem, weights: [Double], adjacency: Adjacency) {
    self.problem = problem
    let count = problem.nodeCount
    edges = Array(repeating: -1, count: count)
    isHalf = Array(repeating: false, count: count)
    prices = Array(repeating: -Double(problem.penalty), count: count)
    for edge in weights.indices {
      let half = weights[edge] / 2
      let (tail, head) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
      if half > prices[tail] { prices[tail] = half }
      if half > prices[head] { prices[head] = half }
    }
    for node in 0..<count where edges[node] < 0 { lower(node, weights, adjacency) }

    var tree = AlternatingTree(problem, weights: weights, adjacency: adjacency)
    for node in 0..<count where edges[node] < 0 && prices[node] > -Double(problem.penalty) {
      tree.grow(from: node, in: self)
      tree.shift(&prices)
      switch tree.end {
      case .alone(let node): flip(to: node, tree)
      case .edge(let edge, let node, let outside):
        if isHalf[outside] { dissolve(around: outside) }
        flip(to: node, tree)
        edges[node] = edge
        edges[outside] = edge
      case .circuit(let edge, let first, let last): close(edge, first, last, tree)
      }
    }
  }

  /// The nodes of each circuit, in the order in which they were found.
  var circuits: [[Int]] {
    var circuits: [[Int]] = []
    var isKnown = Array(repeating: false, count: edges.count)
    for first in edges.indices where isHalf[first] && !isKnown[first] {
      var circuit: [Int] = []
      var node = first
      while !isKnown[node] {
        isKnown[node] = true
        circuit.append(node)
        node = other(edges[node], than: node)
      }
      circuits.append(circuit)
    }
    return circuits
  }

  /// The node matched with one that is, or next to it on a circuit.
  func partner(of node: Int) -> Int { other(edges[node], than: node) }

  private func other(_ edge: Int, than node: Int) -> Int {
    Int(problem.tails[edge]) + Int(problem.heads[edge]) - node
  }

  /// Lowers a node's price until an edge keeps it, and takes that edge if its other end is still free.
  private mutating func lower(_ node: Int, _ weights: [Double], _ adjacency: Adjacency) {
    var price = -Double(problem.penalty)
    var best = -1
    for place in adjacency.starts[node]..<adjacency.starts[node + 1] {
      let worth = weights[Int(adjacency.edges[place])] - prices[Int(adjacency.neighbours[place])]
      guard worth > price else { continue }
      price = worth
      best = place
    }
    prices[node] = price
    guard best >= 0, edges[Int(adjacency.neighbours[best])] < 0 else { return }
    edges[node] = Int(adjacency.edges[best])
    edges[Int(adjacency.neighbours[best])] = Int(adjacency.edges[best])
  }

  /// Along the path from the root of a tree to one of its even nodes every other edge changes; the node becomes free.
  private mutating func flip(to node: Int, _ tree: AlternatingTree) {
    var (node, taken) = (node, edges[node])
    edges[node] = -1
    while taken >= 0 {
      let odd = other(taken, than: node)
      let link = tree.links[odd]
      node = other(link, than: odd)
      taken = edges[node]
      edges[odd] = link
      edges[node] = link
    }
  }

  /// Makes whole edges of a circuit, all but one of its nodes.
  private mutating func dissolve(around free: Int) {
    isHalf[free] = false
    var node = other(edges[free], than: free)
    while node != free {
      let edge = edges[node]
      let partner = other(edge, than: node)
      let next = other(edges[partner], than: partner)
      edges[partner] = edge
      isHalf[node] = false
      isHalf[partner] = false
      node = next
    }
    edges[free] = -1
  }

  /// An edge between two even nodes of a tree closes a circuit through the node where their paths to the root meet.
  private mutating func close(_ edge: Int, _ first: Int, _ last: Int, _ tree: AlternatingTree) {
    let (one, other) = (path(from: first, tree), path(from: last, tree))
    // Both end at the root: what they share at the end lies above the circuit.
    var shared = 0
    while shared < min(one.count, other.count),
      one[one.count - 1 - shared].node == other[other.count - 1 - shared].node
    {
      shared += 1
    }
    let top = one[one.count - shared].node
    flip(to: top, tree)
    var onward = edge
    for step in one.dropLast(shared - 1) {
      edges[step.node] = onward
      isHalf[step.node] = true
      onward = step.edge
    }
    for step in other.dropLast(shared) {
      edges[step.node] = step.edge
      isHalf[step.node] = true
    }
  }

  /// The nodes from an even node to the root, each with the edge to the next; the root's means nothing.
  private func path(from start: Int, _ tree: AlternatingTree) -> [(node: Int, edge: Int)] {
    var path: [(node: Int, edge: Int)] = []
    var node = start
    while edges[node] >= 0 {
      let odd = other(edges[node], than: node)
      path.append((node, edges[node]))
      path.append((odd, tree.links[odd]))
      node = other(tree.links[odd], than: odd)
    }
    path.append((node, -1))
    return path
  }
}
