import Algebra
import GLPK

/// The solver's branch and bound, over the edges that can still improve on what is known.
///
/// A matching better than the incumbent loses less against the certificate than the two differ by, so edges with
/// a greater loss stay out. First a smaller limit is tried, because a better incumbent makes the rest small.
struct BranchAndBound {
  private let problem: MatchingProblem
  private let certificate: Certificate
  /// Losses in whole units, rounded down, by edge.
  private let losses: [Int]
  /// Search nodes so far.
  private(set) var nodes = 0

  /// Edges at each node with which the first search begins.
  private static let firstEdgesPerNode = 2

  /// Edges at each node from which on a search is large.
  private static let edgesOfLargeSearch = 3

  /// A search below the bound that `certificate` proves.
  init(_ problem: MatchingProblem, certificate: Certificate) {
    self.problem = problem
    self.certificate = certificate
    let sets = certificate.pricedOddSets(nodeCount: problem.nodeCount)
    losses = problem.weights.indices.map {
      certificate.loss(of: $0, in: problem, sets: sets) >> certificate.shift
    }
  }

  /// Looks for better matchings until none is left; `isFinished` is false where `isOver` ended it.
  mutating func improve(
    on incumbent: Matching, isOver: @escaping () -> Bool
  ) throws(GLPKError) -> (matching: Matching, isFinished: Bool) {
    var best = incumbent
    var limit = firstLimit()
    while true {
      let value = best.value(in: problem)
      // What an edge of a better matching can lose at most.
      let room = certificate.bound - value - 1
      guard room >= 0 else { return (best, true) }
      limit = min(limit, room)
      let found = try search(losing: limit, from: best, isOver)
      best = found.matching
      guard found.isFinished else { return (best, false) }
      if limit >= certificate.bound - best.value(in: problem) - 1 { return (best, true) }
      limit = 4 * limit + 1
    }
  }

  /// Whether a search from a matching of `value` would have to look at many edges.
  func isLarge(for value: Int) -> Bool {
    let room = certificate.bound - value - 1
    return losses.count { $0 <= room } > Self.edgesOfLargeSearch * problem.nodeCount
  }

  /// The edges that the first search has at most.
  var nearEdges: [Int] {
    let limit = firstLimit()
    return losses.indices.filter { losses[$0] <= limit }
  }

  private func firstLimit() -> Int {
    let wanted = Self.firstEdgesPerNode * problem.nodeCount
    guard losses.count > wanted else { return losses.max() ?? 0 }
    return losses.sorted()[wanted]
  }

  private mutating func search(
    losing limit: Int, from best: Matching, _ isOver: @escaping () -> Bool
  ) throws(GLPKError) -> (matching: Matching, isFinished: Bool) {
    let isTaken = losses.indices.map { best.edges[Int(problem.tails[$0])] == $0 }
    let edges = losses.indices.filter { losses[$0] <= limit || isTaken[$0] }
    let lp = try model(edges)
    var options = SearchOptions()
    options.incumbent = best.edges.map { $0 == nil ? 1 : 0 } + edges.map { isTaken[$0] ? 1 : 0 }
    options.isCancelled = isOver
    options.branching = .mostFractional
    var count = 0
    options.progress = { progress in
      count = progress.nodes
      return isOver() ? .stop : .proceed
    }
    let outcome = try lp.branchAndBound(options)
    nodes += count
    let found = outcome.solution.map { solution in
      Matching(
        taking: edges.indices.filter { solution.values[problem.nodeCount + $0] > 0.5 }.map { edges[$0] },
        in: problem)
    }
    let matching = found.map { $0.value(in: problem) > best.value(in: problem) ? $0 : best } ?? best
    switch outcome {
    case .optimal: return (matching, true)
    case .feasible, .nothing: return (matching, false)
    case .infeasible, .unbounded:
      throw .simplexFailed(reason: "a matching has an optimum, and the search found none")
    }
  }

  private func model(_ edges: [Int]) throws(GLPKError) -> Problem {
    let lp = Problem(.maximise)
    var rows = RowBatch()
    for _ in 0..<problem.nodeCount { rows.append(bounds: .exactly(1)) }
    for row in problem.sideRows { rows.append(bounds: .atMost(Double(row.bound))) }
    for set in certificate.oddSets { rows.append(bounds: .atMost(Double(set.capacity))) }
    try lp.addRows(rows)

    let firstSet = problem.nodeCount + problem.sideRows.count
    let flags = certificate.oddSets.map { set in
      var flags = Array(repeating: false, count: problem.nodeCount)
      for node in set.members { flags[Int(node)] = true }
      return flags
    }
    var columns = ColumnBatch()
    for node in 0..<problem.nodeCount {
      columns.append(cost: -Double(problem.penalty), bounds: .unit, kind: .integer)
      columns.appendEntry(row: node, 1)
    }
    for edge in edges {
      let (u, v) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
      columns.append(cost: Double(problem.weights[edge]), bounds: .unit, kind: .integer)
      columns.appendEntry(row: u, 1)
      columns.appendEntry(row: v, 1)
      for (position, row) in problem.sideRows.enumerated() where row.coefficients[edge] != 0 {
        columns.appendEntry(row: problem.nodeCount + position, Double(row.coefficients[edge]))
      }
      for (position, isMember) in flags.enumerated() where isMember[u] && isMember[v] {
        columns.appendEntry(row: firstSet + position, 1)
      }
    }
    try lp.addColumns(columns)
    return lp
  }
}
