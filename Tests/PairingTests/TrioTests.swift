import Domain
import Testing

@testable import Pairing

@Suite struct TrioTests {
  /// What a matching comes to: nodes left alone, then the least weight, then the sum.
  private struct Rank {
    var alone: Int
    var least: Int?
    var sum: Int
  }

  /// The best matching with at most one trio by trying every one: by value, or first by the least weight.
  private func best(_ problem: MatchingProblem, worstFirst: Bool = false) -> Rank {
    var best: Rank?
    func isBetter(_ a: Rank, than b: Rank) -> Bool {
      if a.alone != b.alone { return a.alone < b.alone }
      if worstFirst, a.least != b.least { return a.least ?? .max > b.least ?? .max }
      return a.sum > b.sum
    }
    func visit(_ node: Int, _ isTaken: [Bool], _ room: [Int], _ rank: Rank) {
      guard node < problem.nodeCount else {
        if let known = best, !isBetter(rank, than: known) { return }
        best = rank
        return
      }
      if isTaken[node] { return visit(node + 1, isTaken, room, rank) }
      var alone = rank
      alone.alone += 1
      visit(node + 1, isTaken, room, alone)
      for edge in problem.starts[node]..<problem.starts[node + 1] {
        let other = Int(problem.heads[edge])
        let left = zip(room, problem.sideRows).map { $0 - $1.coefficients[edge] }
        guard !isTaken[other], left.allSatisfy({ $0 >= 0 }) else { continue }
        var taken = isTaken
        taken[other] = true
        var next = rank
        next.least = min(rank.least ?? .max, problem.weights[edge])
        next.sum += problem.weights[edge]
        visit(node + 1, taken, left, next)
      }
    }
    let nothing = Array(repeating: false, count: problem.nodeCount)
    let room = problem.sideRows.map(\.bound)
    visit(0, nothing, room, Rank(alone: 0, least: nil, sum: 0))
    for trio in everyTrio(of: problem) {
      let left = zip(room, trio.taken).map { $0 - $1 }
      guard left.allSatisfy({ $0 >= 0 }) else { continue }
      var taken = nothing
      for node in trio.nodes { taken[node] = true }
      visit(0, taken, left, Rank(alone: 0, least: trio.weight, sum: trio.weight))
    }
    return best ?? Rank(alone: 0, least: nil, sum: 0)
  }

  private func problem(_ plain: MatchingProblem) -> MatchingProblem {
    var problem = MatchingProblem(
      nodeCount: plain.nodeCount, tails: plain.tails, heads: plain.heads, weights: plain.weights,
      penalty: MatchingProblem.dominatingPenalty(
        nodeCount: plain.nodeCount, weights: plain.weights, allowsTrio: true),
      sideRows: plain.sideRows)
    problem.trios = TrioTable(problem)
    return problem
  }

  @Test(arguments: MatchingTests.shapes)
  func `the optimum is that of trying everything, proven again from its definition`(
    shape: MatchingTests.Shape
  ) throws {
    var made = 0
    for seed in 0..<120 {
      let problem = problem(
        randomProblem(
          seed: seed, nodeCount: 3 + 2 * (seed % 4), density: shape.density, weights: shape.weights))
      let expected = best(problem)
      let outcome = MatchingOutcome(problem, PairingOptions())
      #expect(outcome.isProven, "seed \(seed)")
      #expect(outcome.value == expected.sum - expected.alone * problem.penalty, "seed \(seed)")
      #expect(outcome.matching.value(in: problem) == outcome.value, "seed \(seed)")
      #expect(outcome.areTiesSettled, "seed \(seed)")
      let certificate = try #require(outcome.certificate)
      #expect(boundProved(by: certificate, over: problem) == certificate.scaledBound, "seed \(seed)")
      #expect(certificate.bound >= outcome.value, "seed \(seed)")
      if outcome.proof == .dual { #expect(certificate.bound == outcome.value, "seed \(seed)") }
      if outcome.matching.trio != nil { made += 1 }
    }
    #expect(made > 0)
  }

  @Test func `side rows are kept, and what a trio takes of them is its largest edge`() {
    var searched = 0
    for seed in 0..<150 {
      var random = RandomSource(seed: seed)
      let count = 3 + 2 * (seed % 3)
      let lengths = (0..<count * count).map { _ in 1 + random.below(100) }
      let problem = problem(
        matchingProblem(
          nodeCount: count, sideRows: [{ lengths[$0] }], bounds: [random.below(35 * count)]
        ) { _, _ in random.unit() < 0.8 ? random.below(2_000) - 500 : nil })
      let expected = best(problem)
      let outcome = MatchingOutcome(problem, PairingOptions())
      #expect(outcome.isProven, "seed \(seed)")
      #expect(outcome.value == expected.sum - expected.alone * problem.penalty, "seed \(seed)")
      #expect(outcome.matching.value(in: problem) == outcome.value, "seed \(seed)")
      if outcome.proof == .search { searched += 1 }
    }
    #expect(searched > 0)
  }

  @Test func `worst first, a trio counts with its own weight`() {
    for seed in 0..<150 {
      var random = RandomSource(seed: 1000 + seed)
      let problem = problem(
        matchingProblem(nodeCount: 3 + 2 * (seed % 4)) { _, _ in
          random.unit() < 0.8 ? random.below(60) - 20 : nil
        })
      let expected = best(problem, worstFirst: true)
      let outcome = MatchingOutcome(problem, fairness: .worstFirst, PairingOptions())
      #expect(outcome.isProven, "seed \(seed)")
      #expect(outcome.value == expected.sum - expected.alone * problem.penalty, "seed \(seed)")
      #expect(outcome.leastWeight == expected.least, "seed \(seed)")
    }
  }

  @Test func `of equal trios the one whose nodes come first is made`() {
    for count in [3, 5, 9, 21] {
      let problem = problem(matchingProblem(nodeCount: count) { _, _ in 5 })
      let outcome = MatchingOutcome(problem, PairingOptions())
      #expect(outcome.isProven)
      #expect(outcome.areTiesSettled)
      #expect(outcome.matching.trio == Trio(0, 1, 2))
      let pairs = outcome.matching.taken(in: problem).map {
        [Int(problem.tails[$0]), Int(problem.heads[$0])]
      }
      #expect(pairs == (0..<(count - 3) / 2).map { [3 + 2 * $0, 4 + 2 * $0] })
    }
  }

  @Test func `a trio without an edge between two of its nodes is none`() {
    // The path 0–1–2: two nodes can be paired, and 0 and 2 are no partners.
    let path = problem(matchingProblem(nodeCount: 3) { tail, head in head == tail + 1 ? 7 : nil })
    let outcome = MatchingOutcome(path, PairingOptions())
    #expect(outcome.matching.trio == nil)
    #expect(outcome.value == 7 - path.penalty)
  }

  @Test func `an even number of nodes makes none`() {
    let four = matchingProblem(nodeCount: 4) { _, _ in 5 }
    #expect(TrioTable(four) == nil)
  }

  @Test(arguments: [31, 41])
  func `random points are proven`(count: Int) throws {
    var random = RandomSource(seed: count)
    let points = (0..<count).map { _ in (random.below(10_000), random.below(10_000)) }
    let problem = problem(
      matchingProblem(nodeCount: count) { tail, head in
        let (x, y) = (points[tail].0 - points[head].0, points[tail].1 - points[head].1)
        return 5_000 - Int(Double(x * x + y * y).squareRoot())
      })
    let outcome = MatchingOutcome(problem, PairingOptions())
    #expect(outcome.isProven)
    #expect(outcome.matching.trio != nil)
    #expect(outcome.effort.failure == nil)
    let certificate = try #require(outcome.certificate)
    #expect(boundProved(by: certificate, over: problem) == certificate.scaledBound)
  }
}
