import Domain
import GLPK
import Opportunities

extension VisitsSolver {
  /// How many columns a pair may add in a round of pricing.
  static let columnsPerRound = 4

  /// Solves the linear programme over all columns and all rows: prices columns and adds broken rows until
  /// neither is left, or time is up. Raises the bound at every round unless something is fixed.
  /// Says whether the LP was solved to its end.
  @discardableResult
  mutating func generate(
    _ master: inout VisitsMaster, phase: VisitsProgress.Phase, fixedPairs: [Bool] = []
  ) throws(GLPKError) -> Bool {
    var method = SimplexMethod.primal
    while control.secondsLeft() > 0 {
      guard try master.lp.simplex(method, SimplexOptions(timeLimit: control.timeLeft)) == .optimal else {
        return false
      }
      let pricing = Pricing(master, duals: try master.wholeDuals())
      if fixedPairs.isEmpty { raiseBound(pricing.scaledBound) }
      report(phase)
      var added = 0
      for pair in problem.pairs.indices where fixedPairs.isEmpty || !fixedPairs[pair] {
        // Columns in the LP have a net price of at least their row's dual; cheaper ones are new.
        let threshold = master.pairDual(pair)
        for column in pricing.cheapest(
          columns, pair: pair, below: threshold, limit: Self.columnsPerRound)
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
      plan[problem.pair(ofColumn: column, in: columns)] = column
      chosen += 1
    }
    if chosen == plan.count { offer(plan, fixed) }
  }

  /// The schedule given with the programme, as far as it has columns: drafts guide the search, and published visits
  /// stay where they are if nothing is gained by moving them.
  func given() -> [Int] {
    var plan = columns.columnsOf.map { $0.upperBound - 1 }
    for pair in problem.pairs.indices {
      let rows = [2 * pair, 2 * pair + 1].map { visit in
        problem.table.givenPlace(host: problem.host(visit), visitor: problem.visitor(visit))
      }
      func isAsGiven(_ option: Int32, _ leg: Int) -> Bool {
        guard let row = rows[leg] else { return option < 0 }
        return option >= 0 && problem.day[Int(option)] == row.day.number
          && problem.facilitator[Int(option)] == row.facilitator ?? -1
      }
      let same = columns.columnsOf[pair].first {
        isAsGiven(columns.first[$0], 0) && isAsGiven(columns.second[$0], 1)
      }
      plan[pair] = same ?? plan[pair]
    }
    return plan
  }

  /// A first plan: pairs with the fewest columns first, each its cheapest column that clashes with nothing.
  func greedy(_ fixed: [CouplingRow]) -> [Int] {
    var plan = columns.columnsOf.map { $0.upperBound - 1 }
    var chosen: [Int] = []
    var used = [Int](repeating: 0, count: fixed.count)
    var rowsOf = [[Int]](repeating: [], count: problem.options.count)
    for (index, row) in fixed.enumerated() where row.excessCost == nil {
      for option in row.options { rowsOf[option].append(index) }
    }
    let order = problem.pairs.indices.sorted {
      (columns.columnsOf[$0].count, $0) < (columns.columnsOf[$1].count, $1)
    }
    for pair in order {
      let range = columns.columnsOf[pair]
      let cheapest = range.sorted { (columns.cost[$0], $0) < (columns.cost[$1], $1) }
      for column in cheapest {
        let own = [columns.first[column], columns.second[column]].filter { $0 >= 0 }.map(Int.init)
        let clashes = own.contains { option in
          chosen.contains { abs(problem.day[$0] - problem.day[option]) <= 1 && conflicts.forbid($0, option) }
        }
        if clashes { continue }
        for option in own { for row in rowsOf[option] { used[row] += 1 } }
        if used.indices.allSatisfy({ fixed[$0].excessCost != nil || used[$0] <= fixed[$0].limit }) {
          plan[pair] = column
          chosen += own
          break
        }
        for option in own { for row in rowsOf[option] { used[row] -= 1 } }
      }
    }
    return plan
  }
}

extension VisitsProblem {
  /// The pair that a column belongs to.
  func pair(ofColumn column: Int, in columns: PairColumns) -> Int {
    var low = 0
    var high = columns.columnsOf.count - 1
    while low < high {
      let middle = (low + high) / 2
      if column < columns.columnsOf[middle].upperBound { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
