import Testing

@testable import Pairing

@Suite struct FewestAloneTests {
  /// A random problem with one side row, tight enough that it often leaves nodes alone.
  private func problem(_ seed: Int) -> MatchingProblem {
    var random = RandomSource(seed: seed)
    let count = 2 + seed % 8
    let lengths = (0..<count * count).map { _ in random.below(100) }
    return MatchingProblem.drawn(count, lengths, bound: random.below(30 * count)) {
      random.unit() < 0.7 ? random.below(2_000) - 500 : nil
    }
  }

  /// The fewest alone by trying every matching, `insisted` not among them.
  private func fewest(_ problem: MatchingProblem, insisting insisted: Int? = nil) -> Int? {
    func best(from node: Int, _ isTaken: [Bool], _ room: Int) -> Int? {
      guard node < problem.nodeCount else { return 0 }
      if isTaken[node] { return best(from: node + 1, isTaken, room) }
      var fewest = node == insisted ? nil : best(from: node + 1, isTaken, room).map { $0 + 1 }
      for edge in problem.starts[node]..<problem.starts[node + 1] {
        let other = Int(problem.heads[edge])
        let left = room - problem.sideRows[0].coefficients[edge]
        guard !isTaken[other], left >= 0 else { continue }
        var taken = isTaken
        taken[other] = true
        if let found = best(from: node + 1, taken, left), fewest.map({ found < $0 }) ?? true {
          fewest = found
        }
      }
      return fewest
    }
    return best(from: 0, Array(repeating: false, count: problem.nodeCount), problem.sideRows[0].bound)
  }

  @Test func `so few are left alone within a row, and no fewer`() {
    var more = 0
    for seed in 0..<600 {
      let problem = problem(seed)
      let row = problem.sideRows[0]
      let found = FewestAlone(problem, row, isOver: { false })
      #expect(found?.count == fewest(problem), "seed \(seed)")
      guard let matching = found?.matching else { continue }
      #expect((0..<problem.nodeCount).count { matching.isAlone($0) } == found?.count, "seed \(seed)")
      #expect(
        matching.taken(in: problem).reduce(0) { $0 + row.coefficients[$1] } <= row.bound, "seed \(seed)")
      let without = CardinalityMatching(problem, start: Matching(nodeCount: problem.nodeCount)).aloneCount
      if let count = found?.count, count > without { more += 1 }
    }
    // A row that never matters would show nothing.
    #expect(more > 100)
  }

  @Test func `one node can be kept from being alone, where that is possible`() {
    var impossible = 0
    for seed in 0..<600 {
      let problem = problem(seed)
      let insisted = seed % problem.nodeCount
      let expected = fewest(problem, insisting: insisted)
      let found = FewestAlone(problem, problem.sideRows[0], insisting: insisted, isOver: { false })
      #expect(found?.count == expected, "seed \(seed)")
      if let found { #expect(!found.matching.isAlone(insisted), "seed \(seed)") } else { impossible += 1 }
    }
    #expect(impossible > 20)
  }

  @Test func `a frugal matching keeps within the row and is never better than the best`() {
    var exact = 0
    for seed in 0..<300 {
      let problem = problem(seed)
      let row = problem.sideRows[0]
      let frugal = FrugalMatching(
        problem, row, price: 0, near: Array(problem.weights.indices), isOver: { false })
      guard let matching = frugal.best else { continue }
      #expect(
        matching.taken(in: problem).reduce(0) { $0 + row.coefficients[$1] } <= row.bound, "seed \(seed)")
      let best = Exhaustive.value(under: problem)
      #expect(matching.value(in: problem) <= best, "seed \(seed)")
      if matching.value(in: problem) == best { exact += 1 }
    }
    #expect(exact > 100)
  }

  @Test func `an exchange does without the edge, within the row`() {
    for seed in 0..<300 {
      let problem = problem(seed)
      let row = problem.sideRows[0]
      let matching = Matching.greedy(problem)
      for edge in matching.taken(in: problem) {
        guard let other = matching.exchanging(.edge(edge), in: problem) else { continue }
        #expect(!other.taken(in: problem).contains(edge), "seed \(seed)")
        #expect(other.taken(in: problem).reduce(0) { $0 + row.coefficients[$1] } <= row.bound, "seed \(seed)")
        #expect(other.taken(in: problem).count == matching.taken(in: problem).count, "seed \(seed)")
      }
    }
  }
}
