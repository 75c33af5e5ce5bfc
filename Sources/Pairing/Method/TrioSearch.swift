/// Finds the best matching with a trio by trying trios one by one, the most promising first.
///
/// With its trio settled the rest is a plain matching, which is solved and proven for itself, over the edges that
/// the certificate of the whole leaves any hope. A matching better than the incumbent loses less against that
/// certificate than the two differ by, so most trios, and most edges, need no look.
struct TrioSearch {
  private let problem: MatchingProblem
  private let certificate: Certificate
  private let control: MatchingSolver.Control
  private let sets: PricedOddSets<Int>
  /// By edge, in units of 2^−shift.
  private let losses: [Int]
  /// The best matching so far.
  private(set) var best: Matching
  /// Problems solved so far, and the nodes that their own searches took.
  private(set) var nodes = 0
  /// What the solver gave up on, if it did.
  private(set) var failure: String?

  /// A search below the bound that `certificate` proves.
  init(_ problem: MatchingProblem, certificate: Certificate, control: MatchingSolver.Control) {
    self.problem = problem
    self.certificate = certificate
    self.control = control
    let sets = certificate.pricedOddSets(nodeCount: problem.nodeCount)
    losses = problem.weights.indices.map { certificate.loss(of: $0, in: problem, sets: sets) }
    self.sets = sets
    best = Matching(nodeCount: problem.nodeCount)
  }

  /// What a matching may lose at most to be worth `value` or more, in units of 2^−shift.
  func room(_ value: Int) -> Int { certificate.scaledBound - value << certificate.shift }

  /// Looks for better matchings than `incumbent` until none is left; `false` where time ended it.
  mutating func improve(on incumbent: Matching) -> Bool {
    best = incumbent
    var value = incumbent.value(in: problem)
    for (trio, loss) in candidates(losing: room(value + 1)) {
      guard loss <= room(value + 1) else { return true }
      guard !control.isOver() else { return false }
      switch solve(with: trio, losing: room(value + 1) - loss, atLeast: value + 1) {
      case .found(let matching):
        best = matching
        value = matching.value(in: problem)
      case .none: continue
      case .undecided: return false
      }
    }
    return true
  }

  /// Every trio, and none, that loses at most `room`: the least loss first, then by nodes.
  func candidates(losing room: Int) -> [(trio: Trio?, loss: Int)] {
    guard room >= 0 else { return [] }
    var candidates: [(trio: Trio?, loss: Int)] = []
    certificate.trios(of: problem, losing: room, sets: sets) { candidates.append(($0, $1)) }
    // A matching without a trio forgoes what the best one adds to the bound.
    if certificate.trioPrice <= room { candidates.append((nil, certificate.trioPrice)) }
    return candidates.sorted { a, b in
      guard a.loss == b.loss else { return a.loss < b.loss }
      guard let left = a.trio, let right = b.trio else { return b.trio == nil && a.trio != nil }
      return left < right
    }
  }

  /// What there is with one trio.
  enum Verdict {
    /// The best matching with it, worth enough.
    case found(Matching)
    /// None that is worth enough.
    case none
    /// Time, or the solver, gave out.
    case undecided
  }

  /// The best matching with `trio`, or with none, if it is worth at least `target` and its edges lose at most
  /// `room`.
  mutating func solve(with trio: Trio?, losing room: Int, atLeast target: Int) -> Verdict {
    let edges = losses.indices.filter { losses[$0] <= room }
    guard let rest = RestOfTrio(problem, without: trio, edges: edges) else { return .none }
    let least = target - rest.worth
    let solver = MatchingSolver(
      rest.problem, control: .init(isOver: control.isOver, least: least))
    nodes += 1 + solver.effort.searchNodes
    failure = failure ?? solver.effort.failure
    if solver.bound < least { return .none }
    guard solver.isProven else { return .undecided }
    return .found(rest.matching(solver.incumbent, in: problem))
  }
}
