/// Of all optimal matchings with a trio the one whose trio comes first, and with that trio the one whose pairs do.
///
/// Every trio that the certificate leaves room for is tried in the order of its nodes, until one is as good as the
/// best; then the ties of the rest, a plain matching, are settled as without trios.
struct SmallestTrio {
  /// The matching as far as improved.
  private(set) var matching: Matching
  /// Whether every tie was decided; `false` where time or `work` ran out.
  private(set) var isComplete = true

  /// Edges of the problems that may be solved for it: a limit that does not depend on the machine.
  private static let work = 3_000_000

  /// Settles the ties of an optimal matching that `certificate` leads to.
  init(_ solver: MatchingSolver, certificate: Certificate, isOver: @escaping () -> Bool) {
    matching = solver.incumbent
    let problem = solver.problem
    var search = TrioSearch(problem, certificate: certificate, control: .init(isOver: isOver))
    let room = search.room(solver.value)
    var work = Self.work
    let candidates = search.candidates(losing: room).compactMap { candidate in
      candidate.trio.map { (trio: $0, loss: candidate.loss) }
    }
    tries: for (trio, loss) in candidates.sorted(by: { $0.trio < $1.trio }) {
      guard let current = matching.trio, trio < current else { break }
      work -= problem.edgeCount / 8 + 10 * problem.nodeCount
      guard work > 0, !isOver() else {
        isComplete = false
        break
      }
      switch search.solve(with: trio, losing: room - loss, atLeast: solver.value) {
      case .found(let found):
        matching = found
        break tries
      case .none: continue
      case .undecided: isComplete = false
      }
    }
    settleRest(problem, isOver)
  }

  private mutating func settleRest(_ problem: MatchingProblem, _ isOver: @escaping () -> Bool) {
    guard let rest = RestOfTrio(problem, without: matching.trio, edges: Array(problem.weights.indices)),
      rest.problem.sideRows.isEmpty
    else { return }
    let solver = MatchingSolver(rest.problem, control: .init(isOver: isOver))
    guard solver.isProven, !solver.isSearched, let certificate = solver.certificate else {
      isComplete = false
      return
    }
    let smallest = SmallestOptimum(solver, certificate: certificate, isOver: isOver)
    isComplete = isComplete && smallest.isComplete
    matching = rest.matching(smallest.matching, in: problem)
  }
}
