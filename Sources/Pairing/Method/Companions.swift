/// A problem of which so many nodes must be left alone, with a companion for each of them: as many nodes more, which
/// any node may be matched with for nothing.
///
/// A matching that leaves just these alone becomes one that leaves none, so what a node alone costs no longer hides
/// what the side rows do. Every matching of the problem becomes one here that is worth `count` penalties more.
struct Companions {
  let problem: MatchingProblem
  /// The whole problem's edge that each edge is; `nil` for one to a companion.
  private let edges: [Int?]
  private let whole: MatchingProblem

  /// `count` companions for the nodes of `whole`, which has no trios, but not for `spared`.
  init(_ whole: MatchingProblem, count: Int, sparing spared: Int? = nil) {
    self.whole = whole
    var tails: [Int32] = []
    var heads: [Int32] = []
    var edges: [Int?] = []
    for tail in 0..<whole.nodeCount {
      for edge in whole.starts[tail]..<whole.starts[tail + 1] {
        tails.append(Int32(tail))
        heads.append(whole.heads[edge])
        edges.append(edge)
      }
      for companion in 0..<count where tail != spared {
        tails.append(Int32(tail))
        heads.append(Int32(whole.nodeCount + companion))
        edges.append(nil)
      }
    }
    self.edges = edges
    problem = MatchingProblem(
      nodeCount: whole.nodeCount + count, tails: tails, heads: heads,
      weights: edges.map { $0.map { whole.weights[$0] } ?? 0 }, penalty: whole.penalty,
      sideRows: whole.sideRows.map { row in
        SideRow(coefficients: edges.map { $0.map { row.coefficients[$0] } ?? 0 }, bound: row.bound)
      })
  }

  /// The plain problem whose optimum leaves none alone, if that can be, and uses least of `row`, one of the whole
  /// problem's.
  func least(_ row: SideRow) -> MatchingProblem {
    let weights = edges.map { $0.map { -row.coefficients[$0] } ?? 0 }
    return MatchingProblem(
      nodeCount: problem.nodeCount, tails: problem.tails, heads: problem.heads, weights: weights,
      penalty: MatchingProblem.dominatingPenalty(nodeCount: problem.nodeCount, weights: weights))
  }

  /// The whole problem's matching that a matching here stands for.
  func matching(_ matching: Matching) -> Matching {
    var own = Matching(nodeCount: whole.nodeCount)
    for edge in matching.taken(in: problem) {
      if let edge = edges[edge] { own.insert(edge, in: whole) }
    }
    return own
  }
}
