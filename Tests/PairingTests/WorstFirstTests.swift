import Domain
import Testing

@testable import Pairing

@Suite struct WorstFirstTests {
  @Test func theWorstPairComesBeforeTheSum() throws {
    // 0–1 with 2–3 is worth 100 + 1, 0–2 with 1–3 is worth 10 + 9.
    let weights = [[0, 1]: 100, [2, 3]: 1, [0, 2]: 10, [1, 3]: 9]
    let problem = matchingProblem(nodeCount: 4) { weights[[$0, $1]] }
    let outcome = MatchingOutcome(problem, fairness: .worstFirst, PairingOptions())
    #expect(outcome.leastWeight == 9)
    #expect(outcome.value == 19)
    #expect(outcome.isProven)
    #expect(outcome.proof == .dual)
    #expect(MatchingOutcome(problem, fairness: .total, PairingOptions()).value == 101)
  }

  @Test func numberThenLeastThenSumEqualTryingEverything() {
    for seed in 0..<200 {
      var random = RandomSource(seed: seed)
      let count = 1 + seed % 8
      let hasBudget = seed % 2 == 0
      let lengths = (0..<count * count).map { _ in 1 + random.below(100) }
      let problem = matchingProblem(
        nodeCount: count, sideRows: hasBudget ? [{ lengths[$0] }] : [],
        bounds: hasBudget ? [random.below(35 * count)] : []
      ) { _, _ in random.unit() < 0.7 ? random.below(40) - 10 : nil }
      let expected = best(problem)
      let outcome = MatchingOutcome(problem, fairness: .worstFirst, PairingOptions())
      let taken = outcome.matching.taken(in: problem)
      #expect(outcome.isProven, "seed \(seed)")
      #expect(taken.count == expected.count, "seed \(seed)")
      #expect(taken.map { problem.weights[$0] }.min() == expected.least, "seed \(seed)")
      #expect(taken.reduce(0) { $0 + problem.weights[$1] } == expected.sum, "seed \(seed)")
      #expect(outcome.matching.value(in: problem) == outcome.value, "seed \(seed)")
    }
  }

  @Test(arguments: [20, 40, 80])
  func withoutTimeNothingWorseIsCalledProven(count: Int) throws {
    var random = RandomSource(seed: count)
    let problem = matchingProblem(nodeCount: count) { _, _ in random.below(10_000) }
    let hurried = MatchingOutcome(problem, fairness: .worstFirst, PairingOptions(isOver: { true }))
    let patient = MatchingOutcome(problem, fairness: .worstFirst, PairingOptions())
    #expect(patient.isProven)
    #expect(hurried.matching.value(in: problem) == hurried.value)
    #expect(try #require(hurried.leastWeight) <= #require(patient.leastWeight))
    let isAsGood = hurried.leastWeight == patient.leastWeight && hurried.value == patient.value
    #expect(isAsGood || !hurried.isProven)
  }

  @Test func forcedPairsDoNotCountAsTheWorst() throws {
    var programme = try TestProgramme([
      ("A", [0.2, 0.8]), ("B", [0.8, 0.2]), ("C", [0.4, 0.6]), ("D", [0.6, 0.4]), ("E", [0.5, 0.5]),
      ("F", [0.5, 0.5]),
    ])
    programme.pairing.fairness = .worstFirst
    try programme.rule(.force, "E", "F")
    let answer = try programme.answer()
    // Of A, B, C, D the pairs A+D and B+C have the better worst: 0.6/2 each, against 0.2/2 for C+D.
    #expect(answer.pairs.map(\.id.text) == ["A+D", "B+C", "E+F"])
    #expect(answer.pairs[2].score == .zero)
    #expect(answer.leastScore == answer.pairs[0].score)
    #expect(answer.quality.isProven)
  }

  private typealias Rank = (count: Int, least: Int?, sum: Int)

  /// The best matching by number of edges, then least weight, then sum, by trying every one.
  private func best(_ problem: MatchingProblem) -> Rank {
    var best: Rank = (0, nil, 0)
    func visit(_ node: Int, _ isTaken: [Bool], _ room: [Int], _ rank: Rank) {
      guard node < problem.nodeCount else {
        let isBetter =
          (rank.count, rank.least ?? .max, rank.sum) > (best.count, best.least ?? .max, best.sum)
        if isBetter { best = rank }
        return
      }
      visit(node + 1, isTaken, room, rank)
      guard !isTaken[node] else { return }
      for edge in problem.starts[node]..<problem.starts[node + 1] {
        let other = Int(problem.heads[edge])
        let left = zip(room, problem.sideRows).map { $0 - $1.coefficients[edge] }
        guard !isTaken[other], left.allSatisfy({ $0 >= 0 }) else { continue }
        var taken = isTaken
        taken[other] = true
        let weight = problem.weights[edge]
        visit(
          node + 1, taken, left, (rank.count + 1, min(rank.least ?? weight, weight), rank.sum + weight))
      }
    }
    visit(
      0, Array(repeating: false, count: problem.nodeCount), problem.sideRows.map(\.bound), (0, nil, 0))
    return best
  }
}
