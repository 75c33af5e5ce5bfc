/// What pairing comes down to: nodes, the edges between them, and the price of a node left alone.
///
/// Maximise Σ wₑxₑ − penalty·(nodes left alone) over matchings that keep to the side rows. Edges are flat arrays
/// sorted by tail, then head, with tail < head; nodes are numbered by their team's id, so the order of edges is
/// that of pair ids.
struct MatchingProblem {
  let nodeCount: Int
  let tails: [Int32]
  let heads: [Int32]
  let weights: [Int]
  /// What a node left alone costs.
  let penalty: Int
  /// Rows Σ aₑxₑ ≤ b beside those of the matching.
  let sideRows: [SideRow]
  /// The trios of which one may be made; `nil` where none may.
  var trios: TrioTable?
  /// The largest magnitude of a weight; 0 without edges.
  let largestWeight: Int
  /// Where the edges of each tail begin, and at the end the number of edges.
  let starts: [Int]

  /// A problem over edges sorted by tail, then head.
  init(
    nodeCount: Int, tails: [Int32], heads: [Int32], weights: [Int], penalty: Int, sideRows: [SideRow] = []
  ) {
    self.nodeCount = nodeCount
    self.tails = tails
    self.heads = heads
    self.weights = weights
    self.penalty = penalty
    self.sideRows = sideRows
    var starts = Array(repeating: 0, count: nodeCount + 1)
    for tail in tails { starts[Int(tail) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    self.starts = starts
    largestWeight = Self.largestMagnitude(weights)
  }

  private static func largestMagnitude(_ weights: [Int]) -> Int { weights.reduce(0) { max($0, abs($1)) } }

  var edgeCount: Int { weights.count }

  /// The edge between two nodes; `nil` where there is none.
  func edge(_ u: Int, _ v: Int) -> Int? {
    let head = Int32(max(u, v))
    var low = starts[min(u, v)]
    var high = starts[min(u, v) + 1]
    while low < high {
      let middle = (low + high) / 2
      if heads[middle] < head { low = middle + 1 } else { high = middle }
    }
    return low < starts[min(u, v) + 1] && heads[low] == head ? low : nil
  }

  /// An edge's weight for the solver: the weight, and less than 1/n on top, no two edges' alike.
  ///
  /// With equal weights the relaxation has a whole face of fractional optima, and cutting them off one by one takes
  /// for ever. The tops of a matching add up to less than ½, so the best matching is among the best without them,
  /// and a bound that includes them still rounds down to the same whole number.
  func spreadWeight(_ edge: Int) -> Double {
    Double(weights[edge]) + Self.spread(edge, nodeCount: nodeCount)
  }

  /// Less than 1/n, no two keys' alike.
  static func spread(_ key: Int, nodeCount: Int) -> Double {
    // The finaliser of SplitMix64: numbers without any pattern, the same on every machine.
    var mixed = UInt64(key + 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Double(mixed >> 44) / Double((1 << 20) * nodeCount)
  }

  /// Whether a matching leaves a node alone.
  func isLonely(_ matching: Matching) -> Bool { (0..<nodeCount).contains { matching.isAlone($0) } }

  /// A weight at which an edge, or a trio, is never taken: leaving its nodes alone costs less.
  var worthless: Int { -4 * penalty }

  /// All edges, the heaviest first, ties by number.
  var heaviestFirst: [Int] {
    // Weight and number in one, which sorts several times faster.
    let width = Int.bitWidth - edgeCount.leadingZeroBitCount
    guard largestWeight < 1 << (Int.bitWidth - 3 - width) else {
      return weights.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    }
    var keys = weights.indices.map { (largestWeight - weights[$0]) << width | $0 }
    keys.sort()
    return keys.map { $0 & (1 << width - 1) }
  }

  /// The edges that are not worthless, ascending.
  var usableEdges: [Int] { weights.indices.filter { weights[$0] > worthless } }

  /// The same problem with one edge worthless.
  func without(edge: Int) -> MatchingProblem {
    var weights = weights
    weights[edge] = worthless
    var problem = MatchingProblem(
      nodeCount: nodeCount, tails: tails, heads: heads, weights: weights, penalty: penalty, sideRows: sideRows
    )
    problem.trios = trios
    return problem
  }

  /// The same problem without one trio.
  func without(trio: Trio) -> MatchingProblem {
    var problem = self
    problem.trios = trios?.excluding(trio)
    return problem
  }

  /// The least price of a node left alone at which leaving fewer alone beats any sum of weights.
  ///
  /// A matching with k edges and one with k + 1 differ by at most (2k + 1)·a in weight, a being the largest
  /// magnitude of a weight, and 2k + 1 < n; the larger saves two nodes. A trio saves a single one, and the weights
  /// of two solutions, each of less than n/2 parts, differ by less than n·a.
  static func dominatingPenalty(nodeCount: Int, weights: [Int], allowsTrio: Bool = false) -> Int {
    nodeCount * largestMagnitude(weights) / (allowsTrio ? 1 : 2) + 1
  }
}

/// A row Σ aₑxₑ ≤ bound over the edges of a matching problem, with aₑ ≥ 0.
struct SideRow {
  /// aₑ, by edge.
  let coefficients: [Int]
  /// The right-hand side, 0 or more.
  let bound: Int
}
