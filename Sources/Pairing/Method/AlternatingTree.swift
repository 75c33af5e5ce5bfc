/// The cheapest alternating paths from a node without an edge, grown until one of them can end.
///
/// As in Dijkstra's method nodes join in the order of their distance. While the tree grows, the prices of even nodes
/// fall and those of odd nodes rise at the same pace, each from the moment when it joined.
struct AlternatingTree {
  /// How a path ends.
  enum End {
    /// An even node is left alone: its price has fallen to that.
    case alone(Int)
    /// An edge leads from an even node to one outside that is free, or on a circuit.
    case edge(Int, Int, Int)
    /// An edge joins two even nodes.
    case circuit(Int, Int, Int)
  }

  private enum Side: UInt8 {
    case outside
    case near
    case odd
    case even
  }

  private(set) var end = End.alone(0)
  /// The edge by which an odd node was reached.
  private(set) var links: [Int]
  private let weights: [Double]
  private let adjacency: Adjacency
  private let penalty: Double
  private var sides: [Side]
  /// When a node joined, or could join by what is known.
  private var times: [Double]
  private var endTime = 0.0
  /// Odd and even nodes.
  private var members: [Int] = []
  /// Nodes outside that an edge of an even node leads to.
  private var near: [Int] = []
  /// The even node from which a near one is reached.
  private var sources: [Int]

  /// No tree yet, over the edges of `problem` with the given weights.
  init(_ problem: MatchingProblem, weights: [Double], adjacency: Adjacency) {
    self.adjacency = adjacency
    self.weights = adjacency.edges.map { weights[Int($0)] }
    penalty = Double(problem.penalty)
    links = Array(repeating: -1, count: problem.nodeCount)
    sides = Array(repeating: .outside, count: problem.nodeCount)
    times = Array(repeating: 0, count: problem.nodeCount)
    sources = links
  }

  /// Grows the tree of a node without an edge.
  mutating func grow(from root: Int, in matching: FractionalMatching) {
    for node in members { sides[node] = .outside }
    for node in near { sides[node] = .outside }
    members.removeAll(keepingCapacity: true)
    near.removeAll(keepingCapacity: true)
    end = .alone(root)
    endTime = matching.prices[root] + penalty
    join(root, at: 0, matching.prices)
    while let node = takeNearest(), times[node] < endTime {
      let edge = matching.edges[node]
      guard edge >= 0, !matching.isHalf[node] else {
        endTime = times[node]
        end = .edge(links[node], sources[node], node)
        return
      }
      sides[node] = .odd
      members.append(node)
      join(matching.partner(of: node), at: times[node], matching.prices)
    }
  }

  /// Moves the prices of the tree's nodes to what they are at its end.
  func shift(_ prices: inout [Double]) {
    for node in members {
      let change = endTime - times[node]
      prices[node] += sides[node] == .odd ? change : -change
    }
  }

  /// Takes the nearest node out of those near; `nil` where there is none.
  private mutating func takeNearest() -> Int? {
    var best = -1
    var time = Double.infinity
    var place = 0
    while place < near.count {
      let node = near[place]
      if sides[node] == .even {
        // It has joined as a partner.
        near[place] = near[near.count - 1]
        near.removeLast()
        continue
      }
      if times[node] < time {
        best = place
        time = times[node]
      }
      place += 1
    }
    guard best >= 0 else { return nil }
    let node = near[best]
    sides[node] = .outside
    near[best] = near[near.count - 1]
    near.removeLast()
    return node
  }

  private mutating func join(_ node: Int, at time: Double, _ prices: [Double]) {
    sides[node] = .even
    times[node] = time
    members.append(node)
    let price = prices[node]
    if time + price + penalty < endTime {
      endTime = time + price + penalty
      end = .alone(node)
    }
    for place in adjacency.starts[node]..<adjacency.starts[node + 1] {
      let other = Int(adjacency.neighbours[place])
      let met = time + price + prices[other] - weights[place]
      switch sides[other] {
      case .odd: continue
      case .even:
        // Both fall.
        let half = (met + times[other]) / 2
        guard half < endTime else { continue }
        endTime = half
        end = .circuit(Int(adjacency.edges[place]), node, other)
      case .near:
        guard met < times[other] else { continue }
        times[other] = met
        sources[other] = node
        links[other] = Int(adjacency.edges[place])
      case .outside:
        guard met < endTime else { continue }
        sides[other] = .near
        near.append(other)
        times[other] = met
        sources[other] = node
        links[other] = Int(adjacency.edges[place])
      }
    }
  }
}
