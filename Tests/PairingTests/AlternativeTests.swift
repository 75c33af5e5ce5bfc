import Domain
import Testing

@testable import Pairing

@Suite struct AlternativeTests {
  /// The problem without the edge between two nodes, and its optimum by trying everything.
  private func best(_ problem: MatchingProblem, without u: Int, _ v: Int) -> Int {
    Exhaustive.value(
      under: matchingProblem(of: problem) { [$0, $1] == [u, v] ? nil : problem.edge($0, $1) })
  }

  private func matchingProblem(
    of problem: MatchingProblem, _ edge: (Int, Int) -> Int?
  ) -> MatchingProblem {
    problem.keeping(
      problem.weights.indices.filter { edge(Int(problem.tails[$0]), Int(problem.heads[$0])) == $0 },
      trios: nil)
  }

  private func alternatives(
    _ problem: MatchingProblem, _ fairness: Fairness = .total
  ) -> (MatchingOutcome, [Alternatives.Alternative]) {
    let outcome = MatchingOutcome(problem, fairness: fairness, PairingOptions())
    let alternatives = Alternatives(
      to: outcome, of: problem, fairness: fairness, isOver: { false }, admits: { _ in true })
    return (outcome, alternatives.found)
  }

  @Test(arguments: MatchingTests.shapes)
  func `without each edge the best is that of trying everything`(shape: MatchingTests.Shape) {
    for seed in 0..<60 {
      let problem = randomProblem(
        seed: seed, nodeCount: 2 + seed % 8, density: shape.density, weights: shape.weights)
      let (outcome, found) = alternatives(problem)
      #expect(found.count == outcome.matching.taken(in: problem).count, "seed \(seed)")
      for alternative in found {
        guard case .edge(let edge) = alternative.part else { continue }
        let (u, v) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
        #expect(alternative.value == best(problem, without: u, v), "seed \(seed), \(u)–\(v)")
        #expect(!alternative.partners.contains([u, v]), "seed \(seed)")
      }
    }
  }

  @Test func `under side rows too`() {
    for seed in 0..<60 {
      var random = RandomSource(seed: seed)
      let count = 2 + seed % 7
      let lengths = (0..<count * count).map { _ in 1 + random.below(100) }
      let problem = MatchingProblem.drawn(count, lengths, bound: random.below(35 * count)) {
        random.unit() < 0.8 ? random.below(2_000) - 500 : nil
      }
      for alternative in alternatives(problem).1 {
        guard case .edge(let edge) = alternative.part else { continue }
        let (u, v) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
        #expect(alternative.value == best(problem, without: u, v), "seed \(seed), \(u)–\(v)")
      }
    }
  }

  @Test func `worst first, what is lost is the least weight before the sum`() {
    // 0–1 with 2–3 has the least weight 4, 0–2 with 1–3 has 3 and 0–3 with 1–2 has 1.
    let weights = [[0, 1]: 4, [2, 3]: 5, [0, 2]: 3, [1, 3]: 90, [0, 3]: 1, [1, 2]: 100]
    let problem = MatchingProblem.drawn(4, [], bound: nil, weights)
    let (outcome, found) = alternatives(problem, .worstFirst)
    #expect(outcome.leastWeight == 4)
    #expect(found.map(\.leastWeight) == [3, 3])
    #expect(found.map(\.value) == [93, 93])
    #expect(found.map(\.partners) == [[[0, 2], [1, 3]], [[0, 2], [1, 3]]])
  }

  @Test func `without the trio there is another, or one node more is alone`() {
    for count in [5, 7] {
      var random = RandomSource(seed: count)
      var problem = MatchingProblem.drawn(count, [], bound: nil, allowsTrio: true) { random.below(100) }
      problem.trios = TrioTable(problem)
      let (outcome, found) = alternatives(problem)
      let trio = outcome.matching.trio
      #expect(found.last?.part == trio.map(Alternatives.Part.trio))
      // By trying every other trio, the rest by trying everything.
      var best = -count * problem.penalty
      for other in everyTrio(of: problem) where other.nodes != trio?.nodes {
        let rest = Exhaustive(nodeCount: count - 3, penalty: problem.penalty) { u, v in
          let left = (0..<count).filter { !other.nodes.contains($0) }
          return problem.edge(left[u], left[v]).map { problem.weights[$0] }
        }
        best = max(best, other.weight + rest.value)
      }
      #expect(found.last?.value == best)
    }
  }
}

extension MatchingProblem {
  /// A problem over drawn weights, with one side row where there is a bound.
  static func drawn(
    _ count: Int, _ lengths: [Int], bound: Int?, allowsTrio: Bool = false, _ weight: () -> Int?
  ) -> MatchingProblem {
    matchingProblem(
      nodeCount: count, sideRows: bound == nil ? [] : [{ lengths[$0] }], bounds: [bound].compactMap { $0 },
      allowsTrio: allowsTrio
    ) { _, _ in weight() }
  }

  fileprivate static func drawn(
    _ count: Int, _ lengths: [Int], bound: Int?, _ weights: [[Int]: Int]
  ) -> MatchingProblem {
    matchingProblem(nodeCount: count) { weights[[$0, $1]] }
  }
}
