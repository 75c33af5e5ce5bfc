/// What is left to be matched once a trio is settled: a plain matching over some of the edges.
struct RestOfTrio {
  let problem: MatchingProblem
  /// What the trio itself is worth; 0 without one.
  let worth: Int
  private let trio: Trio?
  /// The whole problem's edge that each edge stands for.
  private let edges: [Int]

  /// The rest of `whole` without the nodes of `trio`, over those of `edges` that are left; `nil` where the trio may
  /// not be made or a side row has no room for it.
  init?(_ whole: MatchingProblem, without trio: Trio?, edges: [Int]) {
    var place = Array(0..<whole.nodeCount)
    var bounds = whole.sideRows.map(\.bound)
    if let trio {
      guard let table = whole.trios, let weight = table.weight(trio) else { return nil }
      worth = weight
      for row in bounds.indices { bounds[row] -= table.coefficient(trio, row: row) }
      guard bounds.allSatisfy({ $0 >= 0 }) else { return nil }
      for node in trio.nodes { place[node] = -1 }
      var next = 0
      for node in place.indices where place[node] >= 0 {
        place[node] = next
        next += 1
      }
    } else {
      worth = 0
    }
    let kept = edges.filter { place[Int(whole.tails[$0])] >= 0 && place[Int(whole.heads[$0])] >= 0 }
    problem = MatchingProblem(
      nodeCount: whole.nodeCount - (trio == nil ? 0 : 3),
      tails: kept.map { Int32(place[Int(whole.tails[$0])]) },
      heads: kept.map { Int32(place[Int(whole.heads[$0])]) }, weights: kept.map { whole.weights[$0] },
      penalty: whole.penalty,
      sideRows: zip(whole.sideRows, bounds).map { row, bound in
        SideRow(coefficients: kept.map { row.coefficients[$0] }, bound: bound)
      })
    self.trio = trio
    self.edges = kept
  }

  /// The matching of the whole problem that the trio and a matching of the rest make.
  func matching(_ rest: Matching, in whole: MatchingProblem) -> Matching {
    var matching = Matching(nodeCount: whole.nodeCount)
    for edge in rest.taken(in: problem) { matching.insert(edges[edge], in: whole) }
    if let trio { matching.insert(trio) }
    return matching
  }
}
