import Testing

@testable import Pairing

@Suite struct CardinalityTests {
  @Test(arguments: [0.1, 0.2, 0.35, 0.6])
  func `as many are paired as trying everything pairs, and the odd sets show why no more`(density: Double) {
    var lonely = 0
    for seed in 0..<250 {
      let count = 1 + seed % 11
      let problem = randomProblem(seed: seed, nodeCount: count, density: density, weights: 0...0)
      let counting = Exhaustive(nodeCount: count, penalty: 1) { problem.edge($0, $1) == nil ? nil : 0 }
      let matching = CardinalityMatching(problem, start: Matching.greedy(problem))
      #expect(matching.aloneCount == -counting.value, "seed \(seed)")
      for (node, partner) in matching.partners.enumerated() where partner >= 0 {
        #expect(matching.partners[partner] == node, "seed \(seed)")
        #expect(problem.edge(node, partner) != nil, "seed \(seed)")
      }
      if matching.aloneCount > 0 { lonely += 1 }
      for set in matching.oddSets() {
        // Each is full but for one node, in this matching as in any.
        let inside = set.members.count { set.members.contains(Int32(matching.partners[Int($0)])) }
        #expect(inside == set.members.count - 1, "seed \(seed)")
      }
    }
    #expect(lonely > 50)
  }

  @Test func `two triangles at one node leave one alone, and together are the odd set`() {
    // 0–1–2 and 2–3–4: five nodes, odd.
    let edges = [[0, 1], [0, 2], [1, 2], [2, 3], [2, 4], [3, 4]]
    let problem = matchingProblem(nodeCount: 5) { edges.contains([$0, $1]) ? 1 : nil }
    let matching = CardinalityMatching(problem, start: Matching(nodeCount: 5))
    #expect(matching.aloneCount == 1)
    #expect(matching.oddSets() == [OddSet(members: [0, 1, 2, 3, 4])])
  }
}
