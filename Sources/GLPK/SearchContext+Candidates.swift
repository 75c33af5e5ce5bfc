import Algebra
import CGLPK

/// Solutions that come from outside the solver: all are checked before it hears of them.
extension SearchContext {
  func offerCandidate(_ tree: OpaquePointer) {
    guard let heuristic = callbacks.heuristic, let candidate = heuristic(node(tree)) else { return }
    switch check(candidate) {
    case .valid(let solution):
      offer(solution.values, phantom: 0, tree)
    case .broken(let reason):
      options.log?.note("a candidate was refused: \(reason)")
    }
  }

  /// The exact check, and the rows that only a callback knows.
  func check(_ candidate: [Double]) -> SolutionChecker.Verdict {
    let verdict = checker.check(candidate)
    guard case .valid(let solution) = verdict, let lazyRows = callbacks.lazyRows else { return verdict }
    let node = SearchNode(
      values: solution.values, isIntegral: true, level: 0, objective: solution.objective, best: nil)
    for row in lazyRows(node) {
      guard row.columns.count == row.coefficients.count,
        row.columns.allSatisfy(solution.values.indices.contains)
      else { return .broken("a lazy row names columns that do not exist") }
      var activity = 0.0
      for (column, coefficient) in zip(row.columns, row.coefficients) {
        activity += coefficient * solution.values[column]
      }
      guard row.bounds.excess(of: activity) <= 1e-6 * max(1, activity.magnitude) else {
        return .broken("a lazy row has the activity \(activity), out of its bounds")
      }
    }
    return verdict
  }

  /// Hands the incumbent to the solver and, where it is stricter, the cutoff by way of the phantom.
  func offerStart(_ tree: OpaquePointer) {
    if let pending { offer(pending.values, phantom: 0, tree) }
    guard let cutoff = options.cutoff else { return }
    let zeros = [Double](repeating: 0, count: columnCount)
    // Refused where the incumbent is better than the cutoff, and stands.
    if offer(zeros, phantom: Double(cutoff) - checker.constant, tree) {
      phantomObjective = glp_mip_obj_val(searched)
    }
  }

  @discardableResult
  private func offer(_ solution: [Double], phantom: Double, _ tree: OpaquePointer) -> Bool {
    let count = Int(glp_get_num_cols(problem.pointer))
    // One place in front, because the solver counts from 1, and one behind for the phantom.
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: columnCount + 2) { vector in
      vector.initialize(repeating: 0)
      for column in 0..<columnCount { vector[column + 1] = solution[column] }
      if count > columnCount { vector[count] = phantom }
      return glp_ios_heur_sol(tree, vector.baseAddress) == 0
    }
  }
}
