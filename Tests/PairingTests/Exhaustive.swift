@testable import Pairing

/// The best matching by trying everything, over subsets of nodes; of equals the first by id.
struct Exhaustive {
  let value: Int
  /// Edges as (tail, head), ascending.
  let edges: [[Int]]

  init(nodeCount: Int, penalty: Int, weight: (Int, Int) -> Int?) {
    var best = Array(repeating: 0, count: 1 << nodeCount)
    for set in best.indices.dropFirst() {
      let node = set.trailingZeroBitCount
      let rest = set & ~(1 << node)
      var top = best[rest] - penalty
      for other in 0..<nodeCount where rest & (1 << other) != 0 {
        if let weight = weight(node, other) { top = max(top, best[rest & ~(1 << other)] + weight) }
      }
      best[set] = top
    }
    value = best[best.count - 1]

    var set = best.count - 1
    var edges: [[Int]] = []
    while set != 0 {
      let node = set.trailingZeroBitCount
      let rest = set & ~(1 << node)
      let partner = (0..<nodeCount).first { other in
        guard rest & (1 << other) != 0, let weight = weight(node, other) else { return false }
        return best[rest & ~(1 << other)] + weight == best[set]
      }
      set = rest
      if let partner {
        edges.append([node, partner])
        set &= ~(1 << partner)
      }
    }
    self.edges = edges
  }

  init(_ problem: MatchingProblem) {
    self.init(nodeCount: problem.nodeCount, penalty: problem.penalty) { u, v in
      problem.edge(u, v).map { problem.weights[$0] }
    }
  }

  /// The best value under side rows, by trying every matching.
  static func value(under problem: MatchingProblem) -> Int {
    func best(from node: Int, _ isTaken: [Bool], _ room: [Int]) -> Int {
      guard node < problem.nodeCount else { return 0 }
      if isTaken[node] { return best(from: node + 1, isTaken, room) }
      var top = best(from: node + 1, isTaken, room) - problem.penalty
      for edge in problem.starts[node]..<problem.starts[node + 1] {
        let other = Int(problem.heads[edge])
        let left = zip(room, problem.sideRows).map { $0 - $1.coefficients[edge] }
        guard !isTaken[other], left.allSatisfy({ $0 >= 0 }) else { continue }
        var taken = isTaken
        taken[other] = true
        top = max(top, problem.weights[edge] + best(from: node + 1, taken, left))
      }
      return top
    }
    return best(
      from: 0, Array(repeating: false, count: problem.nodeCount), problem.sideRows.map(\.bound))
  }
}

/// A problem over the edges that `weight` gives one.
func matchingProblem(
  nodeCount: Int, sideRows: [(Int) -> Int] = [], bounds: [Int] = [], allowsTrio: Bool = false,
  _ weight: (Int, Int) -> Int?
) -> MatchingProblem {
  var tails: [Int32] = []
  var heads: [Int32] = []
  var weights: [Int] = []
  for tail in 0..<nodeCount {
    for head in 0..<nodeCount where head > tail {
      guard let weight = weight(tail, head) else { continue }
      tails.append(Int32(tail))
      heads.append(Int32(head))
      weights.append(weight)
    }
  }
  return MatchingProblem(
    nodeCount: nodeCount, tails: tails, heads: heads, weights: weights,
    penalty: MatchingProblem.dominatingPenalty(
      nodeCount: nodeCount, weights: weights, allowsTrio: allowsTrio),
    sideRows: zip(sideRows, bounds).map { row, bound in
      SideRow(coefficients: weights.indices.map(row), bound: bound)
    })
}

/// Random edges of a given density and random weights between `weights`.
func randomProblem(
  seed: Int, nodeCount: Int, density: Double, weights: ClosedRange<Int>
) -> MatchingProblem {
  var random = RandomSource(seed: seed)
  return matchingProblem(nodeCount: nodeCount) { _, _ in
    let weight = weights.lowerBound + random.below(weights.count)
    return random.unit() < density ? weight : nil
  }
}

/// The bound that a certificate's prices prove, reckoned anew from the definition, in units of 2^−shift.
func boundProved(by certificate: Certificate, over problem: MatchingProblem) -> Int? {
  let unit = 1 << certificate.shift
  guard certificate.oddSetPrices.allSatisfy({ $0 >= 0 }), certificate.rowPrices.allSatisfy({ $0 >= 0 }) else {
    return nil
  }
  var bound = certificate.nodePrices.reduce(0, +)
  for (set, price) in zip(certificate.oddSets, certificate.oddSetPrices) {
    guard set.members.count % 2 == 1, Set(set.members).count == set.members.count else { return nil }
    bound += price * ((set.members.count - 1) / 2)
  }
  for (row, price) in zip(problem.sideRows, certificate.rowPrices) { bound += price * row.bound }
  for edge in problem.weights.indices {
    var reduced = problem.weights[edge] * unit
    reduced -= certificate.nodePrices[Int(problem.tails[edge])]
    reduced -= certificate.nodePrices[Int(problem.heads[edge])]
    for (set, price) in zip(certificate.oddSets, certificate.oddSetPrices)
    where set.members.contains(problem.tails[edge]) && set.members.contains(problem.heads[edge]) {
      reduced -= price
    }
    for (row, price) in zip(problem.sideRows, certificate.rowPrices) {
      reduced -= price * row.coefficients[edge]
    }
    bound += max(0, reduced)
  }
  for price in certificate.nodePrices { bound += max(0, -problem.penalty * unit - price) }
  var bestTrio = 0
  for trio in everyTrio(of: problem) {
    var reduced = trio.weight * unit
    for node in trio.nodes { reduced -= certificate.nodePrices[node] }
    for (set, price) in zip(certificate.oddSets, certificate.oddSetPrices)
    where trio.nodes.count(where: { set.members.contains(Int32($0)) }) >= 2 { reduced -= price }
    for (taken, price) in zip(trio.taken, certificate.rowPrices) { reduced -= price * taken }
    bestTrio = max(bestTrio, reduced)
  }
  return bound + bestTrio
}

/// Three nodes that may be a trio, what it is worth, and what it takes of each side row.
struct TrialTrio {
  var nodes: [Int]
  var weight: Int
  var taken: [Int]
}

/// Every trio of a problem that allows one, from the definition.
func everyTrio(of problem: MatchingProblem) -> [TrialTrio] {
  guard problem.trios != nil else { return [] }
  var trios: [TrialTrio] = []
  for a in 0..<problem.nodeCount {
    for b in (a + 1)..<max(a + 1, problem.nodeCount) {
      for c in (b + 1)..<max(b + 1, problem.nodeCount) {
        let edges = [problem.edge(a, b), problem.edge(a, c), problem.edge(b, c)].compactMap { $0 }
        guard edges.count == 3 else { continue }
        let sum = Double(edges.reduce(0) { $0 + problem.weights[$1] })
        trios.append(
          TrialTrio(
            nodes: [a, b, c], weight: Int((sum / 3).rounded(.down)),
            taken: problem.sideRows.map { row in edges.map { row.coefficients[$0] }.max() ?? 0 }))
      }
    }
  }
  return trios
}
