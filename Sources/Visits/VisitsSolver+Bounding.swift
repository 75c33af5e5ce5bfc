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
    _ master: inout VisitsMaster, phase: VisitsProgress.Phase, fixedGroups: [Bool] = []
  ) throws(GLPKError) -> Bool {
    var method = SimplexMethod.primal
    while control.secondsLeft() > 0 {
      guard try master.lp.simplex(method, SimplexOptions(timeLimit: control.timeLeft)) == .optimal else {
        return false
      }
      let pricing = Pricing(master, duals: try master.wholeDuals())
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
  mutating func harvest(_ master: inout VisitsMaster, _ fixed: [CouplingRow]) throws(GLPKError) {
    var plan = best
    var chosen = 0
    for (_, column, value) in try master.support() where value > 1 - 1e-6 {
      plan[columns.group(of: column)] = column
      chosen += 1
    }
    if chosen == plan.count { offer(plan, fixed) }
  }

  /// The schedule given with the programme, as far as it has columns: drafts guide the search, and published visits
  /// stay where they are if nothing is gained by moving them.
  func given() -> [Int] {
    var plan = columns.columnsOf.map { $0.upperBound - 1 }
    for group in problem.groups.indices {
      let rows = problem.visitsOf[group].map { visit in
        problem.table.givenPlace(host: problem.host(visit), visitors: problem.visitors(visit))
      }
      func isAsGiven(_ option: Int32, _ leg: Int) -> Bool {
        guard leg < rows.count, let row = rows[leg] else { return option < 0 }
        return option >= 0 && problem.day[Int(option)] == row.day.number
          && problem.facilitator[Int(option)] == row.facilitator ?? -1
      }
      let same = columns.columnsOf[group].first {
        isAsGiven(columns.first[$0], 0) && isAsGiven(columns.second[$0], 1)
          && isAsGiven(columns.third[$0], 2)
      }
      plan[group] = same ?? plan[group]
    }
    return plan
  }

  /// A first plan: groups with the fewest columns first, each its cheapest column that clashes with nothing.
  func greedy(_ fixed: [CouplingRow]) -> [Int] {
    var plan = columns.columnsOf.map { $0.upperBound - 1 }
    var chosen: [Int] = []
    var used = [Int](repeating: 0, count: fixed.count)
    var rowsOf = [[Int]](repeating: [], count: problem.options.count)
    for (index, row) in fixed.enumerated() where row.excessCost == nil {
      for option in row.options { rowsOf[option].append(index) }
    }
    let order = problem.groups.indices.sorted {
      (columns.columnsOf[$0].count, $0) < (columns.columnsOf[$1].count, $1)
    }
    for group in order {
      var isClear = [Bool](repeating: true, count: problem.options.count)
      for visit in problem.visitsOf[group] {
        for option in problem.optionsOf[visit] {
          isClear[option] = !chosen.contains {
            abs(problem.day[$0] - problem.day[option]) <= 1 && conflicts.forbid($0, option)
          }
        }
      }
      var cheapest: Int?
      for column in columns.columnsOf[group]
      where columns.cost[column] < cheapest.map({ columns.cost[$0] }) ?? Int.max {
        let own = columns.options(of: column)
        guard own.allSatisfy({ isClear[$0] }) else { continue }
        for option in own { for row in rowsOf[option] { used[row] += 1 } }
        if own.allSatisfy({ rowsOf[$0].allSatisfy { used[$0] <= fixed[$0].limit } }) { cheapest = column }
        for option in own { for row in rowsOf[option] { used[row] -= 1 } }
      }
      guard let cheapest else { continue }
      plan[group] = cheapest
      chosen += columns.options(of: cheapest)
      for option in columns.options(of: cheapest) { for row in rowsOf[option] { used[row] += 1 } }
    }
    return plan
  }
}
