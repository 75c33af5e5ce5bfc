import Domain
import GLPK
import Opportunities

extension VisitsSolver {
  /// How many columns a group may add in a round of pricing.
  static let columnsPerRound = 4

  /// Solves the linear programme over all columns and all rows: prices columns and adds broken rows until
  /// neither is left, or time is up. Raises the bound at every round unless something is fixed.
  /// Says whether the LP was solved to its end.
  @discardableResult
  mutating func generate(
    _ master: inout VisitsMaster, phase: VisitsProgress.Phase, fixedGroups: [Bool] = [],
    by first: SimplexMethod = .primal
  ) throws(GLPKError) -> Bool {
    var method = first
    while !isOver {
      guard try solve(master.lp, method) == .optimal else { return false }
      let pricing = Pricing(master, duals: try master.wholeDuals().rows, skipping: fixedGroups)
      if fixedGroups.isEmpty { raiseBound(pricing.scaledBound) }
      report(phase)
      var added = 0
      for group in problem.groups.indices where fixedGroups.isEmpty || !fixedGroups[group] {
        // Columns in the LP have a net price of at least their row's dual; cheaper ones are new.
        let threshold = master.groupDual(group)
        for column in pricing.cheapest(
          columns, group: group, below: threshold, limit: Self.columnsPerRound)
        where !master.contains(column) {
          try master.add(column)
          added += 1
        }
      }
      if added > 0 {
        method = .primal
        continue
      }
      let rows = conflicts.rows(brokenBy: try master.usage())
      if rows.isEmpty { return true }
      for row in rows { try master.add(row) }
      method = .dualThenPrimal
    }
    return false
  }

  /// Takes the LP's solution as a plan where it is whole.
  mutating func harvest(_ master: inout VisitsMaster) throws(GLPKError) {
    var plan = best
    var chosen = 0
    for (_, column, value) in try master.support() where value > 1 - 1e-6 {
      plan[columns.group(of: column)] = column
      chosen += 1
    }
    if chosen == plan.count { offer(plan) }
  }
}
