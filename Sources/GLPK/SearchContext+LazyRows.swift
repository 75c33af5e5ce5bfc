import Algebra
import CGLPK

/// Rows that come while the tree is searched.
extension SearchContext {
  func addLazyRows(_ tree: OpaquePointer) {
    guard let lazyRows = callbacks.lazyRows else { return }
    for row in lazyRows(node(tree)) {
      do {
        try Problem.check(row.bounds, "lazy row")
        try problem.check(
          indices: row.columns, coefficients: row.coefficients, count: columnCount, ofRows: false,
          "lazy row")
        try problem.checkRoom(rows: 1, entries: row.columns.count)
      } catch {
        failure = error
        return
      }
      if isViolated(row) { add(row) }
    }
  }

  /// By the solver's own values and well beyond its tolerance: a row that it holds to be satisfied would
  /// come back for ever.
  private func isViolated(_ row: SparseRow) -> Bool {
    var activity = 0.0
    for (column, coefficient) in zip(row.columns, row.coefficients) {
      activity += coefficient * glp_get_col_prim(problem.pointer, Int32(column + 1))
    }
    let below = row.bounds.lower - activity
    let above = activity - row.bounds.upper
    return below > 1e-6 * (1 + 0.1 * row.bounds.lower.magnitude)
      || above > 1e-6 * (1 + 0.1 * row.bounds.upper.magnitude)
  }

  private func add(_ row: SparseRow) {
    let number = Int(glp_add_rows(problem.pointer, 1)) - 1
    problem.apply(row.bounds, toRow: number)
    let length = problem.load(row.columns, row.coefficients)
    glp_set_mat_row(
      problem.pointer, Int32(number + 1), length, problem.scratch.indices, problem.scratch.numbers)
  }
}
