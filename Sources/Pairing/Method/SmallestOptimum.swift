/// Of all optimal matchings the one whose list of edges comes first: ties go to the smaller id.
///
/// An edge can be in an optimal matching only if its loss under the certificate is no more than the certificate's
/// own distance from the optimum; where those *tight* edges leave no choice, as with most data, nothing is solved
/// again. Otherwise each node in turn gets its smallest partner that leaves the rest as good as before: shown by an
/// exchange of two pairs, else by solving the rest over its tight edges. What replaces the optimum has, counted in
/// integers, the same value, so the proof stays.
struct SmallestOptimum {
  private let problem: MatchingProblem
  private let isOver: () -> Bool
  private var isTight: [Bool]
  private var isSettled: [Bool]
  /// The matching as far as improved.
  private(set) var matching: Matching
  /// Whether every tie was decided; `false` where time or `work` ran out.
  private(set) var isComplete = true
  private var work = 50_000_000

  /// Settles the ties of an optimal matching that `certificate` proves.
  init(_ solver: MatchingSolver, certificate: Certificate, isOver: @escaping () -> Bool) {
    problem = solver.problem
    self.isOver = isOver
    matching = solver.incumbent
    isSettled = Array(repeating: false, count: problem.nodeCount)
    let (optimum, overflow) = solver.value.multipliedReportingOverflow(by: 1 << certificate.shift)
    let slack = overflow ? Int.max : certificate.scaledBound - optimum
    let sets = certificate.pricedOddSets(nodeCount: problem.nodeCount)
    isTight = solver.problem.weights.indices.map { edge in
      certificate.loss(of: edge, in: solver.problem, sets: sets) <= slack
    }
    for node in 0..<problem.nodeCount where !isSettled[node] {
      settle(node)
    }
  }

  private mutating func settle(_ node: Int) {
    let partner = matching.partner(of: node, in: problem)
    for edge in problem.starts[node]..<problem.starts[node + 1] where isTight[edge] {
      let other = Int(problem.heads[edge])
      if let partner, other >= partner { break }
      guard !isSettled[other] else { continue }
      if take(edge) { break }
    }
    isSettled[node] = true
    if let partner = matching.partner(of: node, in: problem) { isSettled[partner] = true }
  }

  /// Takes an edge if some optimal matching has it beside all that is settled.
  private mutating func take(_ edge: Int) -> Bool {
    exchange(edge) || solveRest(with: edge)
  }

  private mutating func exchange(_ edge: Int) -> Bool {
    let (u, v) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
    var other = matching
    let partners = [u, v].compactMap { matching.partner(of: $0, in: problem) }
    other.release(u, in: problem)
    other.release(v, in: problem)
    other.insert(edge, in: problem)
    if partners.count == 2, let closing = problem.edge(partners[0], partners[1]) {
      other.insert(closing, in: problem)
    }
    guard other.value(in: problem) == matching.value(in: problem) else { return false }
    matching = other
    return true
  }

  private mutating func solveRest(with edge: Int) -> Bool {
    guard work > 0, !isOver() else {
      isComplete = false
      return false
    }
    let ends = [Int(problem.tails[edge]), Int(problem.heads[edge])]
    let rest = (0..<problem.nodeCount).filter { !isSettled[$0] && !ends.contains($0) }
    var place = Array(repeating: -1, count: problem.nodeCount)
    for (position, node) in rest.enumerated() { place[node] = position }
    let edges = problem.weights.indices.filter {
      isTight[$0] && place[Int(problem.tails[$0])] >= 0 && place[Int(problem.heads[$0])] >= 0
    }
    work -= problem.edgeCount + 100 * rest.count
    let smaller = MatchingProblem(
      nodeCount: rest.count, tails: edges.map { Int32(place[Int(problem.tails[$0])]) },
      heads: edges.map { Int32(place[Int(problem.heads[$0])]) }, weights: edges.map { problem.weights[$0] },
      penalty: problem.penalty)

    let settled = problem.weights.indices.filter { candidate in
      matching.edges[Int(problem.tails[candidate])] == candidate && isSettled[Int(problem.tails[candidate])]
    }
    var replacement = Matching(nodeCount: problem.nodeCount)
    for kept in settled { replacement.insert(kept, in: problem) }
    replacement.insert(edge, in: problem)
    let fixedValue =
      replacement.value(in: problem) + problem.penalty * rest.count
    let target = matching.value(in: problem) - fixedValue
    let solver = MatchingSolver(smaller, control: .init(isOver: isOver, target: target))
    guard solver.value >= target else {
      if solver.bound >= target { isComplete = false }
      return false
    }
    for taken in solver.incumbent.taken(in: smaller) { replacement.insert(edges[taken], in: problem) }
    matching = replacement
    return true
  }
}
