import Testing

@testable import Pairing

@Suite struct FractionalMatchingTests {
  private func solved(_ problem: MatchingProblem) -> (FractionalMatching, StartBasis) {
    let weights = problem.weights.map(Double.init)
    let adjacency = Adjacency(problem)
    let matching = FractionalMatching(problem, weights: weights, adjacency: adjacency)
    return (matching, StartBasis(problem, at: matching, weights: weights, adjacency: adjacency))
  }

  /// Sparse and dense, with nodes that must be left alone and weights that often tie.
  private func randomProblem(_ seed: Int) -> MatchingProblem {
    var random = RandomSource(seed: seed)
    let count = 1 + seed % 14
    let share = [0.15, 0.4, 1][seed % 3]
    let range = seed % 2 == 0 ? 6 : 1000
    let present = (0..<count * count).map { _ in random.unit() < share }
    let weights = (0..<count * count).map { _ in random.below(range) - range / 3 }
    return matchingProblem(nodeCount: count) { u, v in
      present[u * count + v] ? weights[u * count + v] : nil
    }
  }

  /// Twice what the fractional matching is worth.
  private func doubled(_ matching: FractionalMatching, _ problem: MatchingProblem) -> Int {
    var value = 0
    for node in 0..<problem.nodeCount {
      guard matching.edges[node] >= 0 else {
        value -= 2 * problem.penalty
        continue
      }
      // A whole edge is met at both ends, half of one only where it leads on.
      value += problem.weights[matching.edges[node]]
    }
    return value
  }

  @Test func aTriangleTakesHalfOfEachEdge() {
    let problem = matchingProblem(nodeCount: 3) { _, _ in 10 }
    let (matching, basis) = solved(problem)
    #expect(matching.circuits.map { $0.sorted() } == [[0, 1, 2]])
    #expect(matching.prices == [5, 5, 5])
    #expect(basis.edges.sorted() == [0, 1, 2])
    #expect(basis.alone == [])
  }

  @Test func aFourthNodeMakesACircuitWhole() {
    // The triangle 0, 1, 2 would be worth 15, and leaving 3 alone costs more than its edge to 2 lacks.
    let problem = matchingProblem(nodeCount: 4) { u, v in v < 3 ? 10 : u == 2 ? 1 : nil }
    let (matching, _) = solved(problem)
    #expect(matching.circuits == [])
    #expect((0..<4).map { matching.partner(of: $0) } == [1, 0, 3, 2])
  }

  @Test func pricesProveTheFractionalMatchingBest() {
    var circuits = 0
    var alone = 0
    for seed in 0..<600 {
      let problem = randomProblem(seed)
      let (matching, _) = solved(problem)
      let prices = matching.prices
      for edge in problem.weights.indices {
        let sum = prices[Int(problem.tails[edge])] + prices[Int(problem.heads[edge])]
        #expect(sum > Double(problem.weights[edge]) - 1e-6, "seed \(seed)")
      }
      #expect(prices.allSatisfy { $0 > -Double(problem.penalty) - 1e-6 }, "seed \(seed)")
      let bound = prices.reduce(0, +)
      #expect(abs(bound - Double(doubled(matching, problem)) / 2) < 1e-6, "seed \(seed)")
      for node in 0..<problem.nodeCount where matching.edges[node] >= 0 && !matching.isHalf[node] {
        #expect(matching.partner(of: matching.partner(of: node)) == node, "seed \(seed)")
      }
      for circuit in matching.circuits {
        #expect(circuit.count >= 3 && circuit.count % 2 == 1, "seed \(seed)")
        #expect(matching.partner(of: circuit[circuit.count - 1]) == circuit[0], "seed \(seed)")
      }
      circuits += matching.circuits.count
      alone += matching.edges.count { $0 < 0 }
    }
    #expect(circuits > 100)
    #expect(alone > 100)
  }

  @Test func theBasisIsTightEverywhereAndSpansEachTreeWithOneExtra() {
    for seed in 0..<600 {
      let problem = randomProblem(seed)
      let (matching, basis) = solved(problem)
      let prices = basis.prices
      #expect(abs(prices.reduce(0, +) - matching.prices.reduce(0, +)) < 1e-6, "seed \(seed)")
      func slack(_ edge: Int) -> Double {
        prices[Int(problem.tails[edge])] + prices[Int(problem.heads[edge])] - Double(problem.weights[edge])
      }
      #expect(problem.weights.indices.allSatisfy { slack($0) > -1e-6 }, "seed \(seed)")
      #expect(basis.edges.allSatisfy { slack($0) < 1e-6 }, "seed \(seed)")
      #expect(basis.alone.allSatisfy { prices[$0] < -Double(problem.penalty) + 1e-6 }, "seed \(seed)")
      let taken = Set(matching.edges.filter { $0 >= 0 })
      #expect(taken.isSubset(of: Set(basis.edges)), "seed \(seed)")

      #expect(basis.edges.count + basis.alone.count == problem.nodeCount, "seed \(seed)")
      var trees = DisjointSets(count: problem.nodeCount)
      var extras = basis.alone
      for edge in basis.edges {
        let (u, v) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
        if !trees.join(u, v) { extras.append(u) }
      }
      let roots = extras.map { trees.root($0) }
      #expect(Set(roots).count == roots.count, "seed \(seed)")
    }
  }
}
