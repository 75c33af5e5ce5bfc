import Domain
import Testing

@testable import Pairing

@Suite struct MatchingTests {
  /// Shapes of random instances: how many nodes, how many edges, and how much weights tie.
  struct Shape: CustomTestStringConvertible {
    var nodes: ClosedRange<Int>
    var density: Double
    var weights: ClosedRange<Int>
    var testDescription: String { "\(nodes) nodes, density \(density), weights \(weights)" }
  }

  static let shapes = [
    Shape(nodes: 0...10, density: 1, weights: -9_999...9_999),
    Shape(nodes: 2...10, density: 0.5, weights: -20_000...5_000),
    Shape(nodes: 4...10, density: 0.25, weights: 0...10_000),
    Shape(nodes: 3...10, density: 0.8, weights: 0...3),
    Shape(nodes: 3...10, density: 0.4, weights: -2...2),
    Shape(nodes: 6...9, density: 0.35, weights: 7...7),
  ]

  @Test(arguments: shapes)
  func theOptimumIsThatOfTryingEverythingAndTiesGoToTheSmallerId(shape: Shape) throws {
    for seed in 0..<250 {
      let count = shape.nodes.lowerBound + seed % shape.nodes.count
      let problem = randomProblem(
        seed: seed, nodeCount: count, density: shape.density, weights: shape.weights)
      try expectOptimal(problem, "seed \(seed)")
    }
  }

  private func expectOptimal(_ problem: MatchingProblem, _ name: String) throws {
    let expected = Exhaustive(problem)
    let solver = MatchingSolver(problem)
    #expect(solver.value == expected.value, "\(name)")
    #expect(solver.bound == expected.value, "\(name)")
    #expect(!solver.isSearched, "\(name)")
    #expect(solver.effort.failure == nil, "\(name)")
    #expect(solver.incumbent.value(in: problem) == solver.value, "\(name)")
    let certificate = try #require(solver.certificate)
    let proved = try #require(boundProved(by: certificate, over: problem))
    #expect(proved == certificate.scaledBound, "\(name)")
    #expect(proved >> certificate.shift == expected.value, "\(name)")

    let outcome = MatchingOutcome(problem, PairingOptions())
    #expect(outcome.areTiesSettled, "\(name)")
    #expect(outcome.matching.value(in: problem) == expected.value, "\(name)")
    let edges = outcome.matching.taken(in: problem).map { [Int(problem.tails[$0]), Int(problem.heads[$0])] }
    #expect(edges == expected.edges, "\(name)")
  }

  @Test func twoNodesWithAnEdgeArePaired() throws {
    try expectOptimal(matchingProblem(nodeCount: 2) { _, _ in -500 }, "two nodes")
  }

  @Test func withoutEdgesEveryNodeIsLeftAlone() throws {
    let problem = matchingProblem(nodeCount: 5) { _, _ in nil }
    try expectOptimal(problem, "no edges")
    #expect(MatchingSolver(problem).value == -5 * problem.penalty)
  }

  @Test func aStarHasOnePair() throws {
    let problem = matchingProblem(nodeCount: 7) { tail, head in tail == 0 ? 10 * head : nil }
    try expectOptimal(problem, "star")
    #expect(MatchingSolver(problem).value == 60 - 5 * problem.penalty)
  }

  @Test func onePairMoreBeatsAnySumOfWeights() throws {
    // The path 0–1–2–3: its middle edge is heavy, and taking it leaves both ends alone.
    let weights = [[0, 1]: -1000, [1, 2]: 1000, [2, 3]: -1000]
    let problem = matchingProblem(nodeCount: 4) { weights[[$0, $1]] }
    try expectOptimal(problem, "path")
    #expect(MatchingSolver(problem).value == -2000)
  }

  @Test func twoTrianglesNeedOddSets() throws {
    // Within each triangle edges are heavy; without odd sets the relaxation takes half of each.
    let problem = matchingProblem(nodeCount: 6) { tail, head in
      (tail < 3) == (head < 3) ? 100 : (head - tail == 3 ? 10 : nil)
    }
    try expectOptimal(problem, "triangles")
    let solver = MatchingSolver(problem)
    #expect(solver.value == 210)
    #expect(solver.effort.cuts > 0)
  }

  @Test(arguments: [30, 31, 60, 156])
  func randomPointsAreProvenByDualsAlone(count: Int) throws {
    let problem = pointProblem(seed: count, nodeCount: count)
    let outcome = MatchingOutcome(problem, PairingOptions())
    #expect(outcome.proof == .dual)
    #expect(outcome.isProven)
    let certificate = try #require(outcome.certificate)
    let proved = try #require(boundProved(by: certificate, over: problem))
    #expect(proved >> certificate.shift == outcome.value)
  }

  @Test(arguments: [20, 41])
  func equalWeightsPairNeighbours(count: Int) {
    let problem = matchingProblem(nodeCount: count) { _, _ in 5 }
    let outcome = MatchingOutcome(problem, PairingOptions())
    #expect(outcome.isProven)
    #expect(outcome.areTiesSettled)
    let edges = outcome.matching.taken(in: problem).map { [Int(problem.tails[$0]), Int(problem.heads[$0])] }
    #expect(edges == (0..<count / 2).map { [2 * $0, 2 * $0 + 1] })
  }

  @Test func withoutTimeTheAnswerIsAMatchingWithAValidBound() {
    var unproven = 0
    for seed in 1...12 {
      let problem = pointProblem(seed: seed, nodeCount: 60)
      let hurried = MatchingSolver(problem, control: .init(isOver: { true }))
      let optimum = MatchingSolver(problem).value
      if !hurried.isProven { unproven += 1 }
      #expect(hurried.value <= optimum)
      #expect(hurried.bound >= optimum)
      #expect(hurried.incumbent.value(in: problem) == hurried.value)
    }
    // The first relaxation may be enough, but not each time.
    #expect(unproven > 0)
  }

  @Test func sideRowsAreKeptAndTheOptimumIsThatOfTryingEverything() {
    var searched = 0
    for seed in 0..<200 {
      var random = RandomSource(seed: seed)
      let count = 2 + seed % 7
      let lengths = (0..<count * count).map { _ in 1 + random.below(100) }
      let problem = matchingProblem(
        nodeCount: count, sideRows: [{ lengths[$0] }], bounds: [random.below(35 * count)]
      ) { _, _ in random.unit() < 0.8 ? random.below(2_000) - 500 : nil }
      let solver = MatchingSolver(problem)
      #expect(solver.value == Exhaustive.value(under: problem), "seed \(seed)")
      #expect(solver.isProven, "seed \(seed)")
      #expect(solver.incumbent.value(in: problem) == solver.value, "seed \(seed)")
      let used = solver.incumbent.taken(in: problem).reduce(0) { $0 + lengths[$1] }
      #expect(used <= problem.sideRows[0].bound, "seed \(seed)")
      if solver.isSearched { searched += 1 }
    }
    #expect(searched > 0)
  }

  /// Points in a square; the nearer, the better.
  private func pointProblem(seed: Int, nodeCount: Int) -> MatchingProblem {
    var random = RandomSource(seed: seed)
    let points = (0..<nodeCount).map { _ in (random.below(10_000), random.below(10_000)) }
    return matchingProblem(nodeCount: nodeCount) { tail, head in
      let (x, y) = (points[tail].0 - points[head].0, points[tail].1 - points[head].1)
      return 5_000 - Int(Double(x * x + y * y).squareRoot())
    }
  }
}
