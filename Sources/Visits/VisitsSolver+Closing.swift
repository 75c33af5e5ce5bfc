import Domain
import GLPK
import Opportunities

extension VisitsSolver {
  /// How many columns a group there are at most within the first guess; where no more matter at all, they are searched
  /// at once.
  private static let columnsToBegin = 25

  /// Searches the columns whose reduced cost leaves room for an improvement, by branch and bound with lazy rows: first
  /// those within a guess of the bound, which finds good plans soon and raises the bound to what the guess allows, then
  /// within a larger one, until the guess holds all that matter. A search of those that ends proves the optimum.
  ///
  /// A plan with a column whose reduced cost is above the guess costs more than the LP's bound and the guess together.
  mutating func close(_ master: inout VisitsMaster) throws(GLPKError) {
    report(.closing)
    let root = Pricing(master, duals: try master.wholeDuals().rows)
    raiseBound(root.scaledBound)
    // What optima are usually above the bound; less where the plan at hand is better than that.
    let gap = bestCost * VisitsMaster.scale - root.scaledBound
    var guess = max(VisitsMaster.scale, min(gap / 8, abs(root.scaledBound) / 4000))
    let most = Self.columnsToBegin * problem.groups.count
    if root.hasMore(columns, than: most, within: gap) {
      while guess > VisitsMaster.scale, root.hasMore(columns, than: most, within: guess) { guess /= 2 }
    } else {
      guess = gap
    }
    while !isOver {
      let room = (bestCost - 1) * VisitsMaster.scale - root.scaledBound
      guard bound < bestCost, room >= 0 else { break }
      let reach = min(guess, room)
      for group in problem.groups.indices {
        for column in root.all(columns, group: group, below: root.leastOf[group] + reach + 1) {
          try master.add(column)
        }
      }
      for column in best { try master.add(column) }
      guard try solveSelection(&master, by: .primal) else { break }
      try harvest(&master)
      let beyond = reach < room ? root.scaledBound + reach + 1 : Int.max
      guard let hopeless = try cut(&master, beyond: beyond) else { break }
      guard bound < bestCost else { break }
      try search(&master, hopeless: hopeless, beyond: beyond)
      guard reach < room else { break }
      guess *= 3
    }
  }

  /// Solves the LP over the columns that are in it, adding broken rows, and says whether it came to its end.
  mutating func solveSelection(
    _ master: inout VisitsMaster, by first: SimplexMethod
  ) throws(GLPKError) -> Bool {
    var method = first
    while !isOver {
      guard try solve(master.lp, method) == .optimal else { return false }
      let rows = conflicts.rows(brokenBy: try master.usage())
      if rows.isEmpty { return true }
      for row in rows { try master.add(row) }
      method = .dualThenPrimal
    }
    return false
  }

  /// Branch and bound over the columns of the LP but the `hopeless` ones; no plan with other columns costs less than `beyond`, in units of
  /// 1/`VisitsMaster.scale` minutes.
  private mutating func search(
    _ master: inout VisitsMaster, hopeless: [Int], beyond: Int
  ) throws(GLPKError) {
    let closing = try ClosingProblem(master, hopeless: hopeless)
    effort.left = closing.columnAt.count
    switch try solve(closing.lp, .dualThenPrimal) {
    case .optimal: break
    case .infeasible, .infeasibleOrUnbounded:
      // Every plan of these columns has a hopeless one.
      markSearched(min(bestCost * VisitsMaster.scale, beyond))
      return
    case .unbounded, .iterationLimit, .timeLimit, .objectiveLimit: return
    }
    var options = SearchOptions()
    options.timeLimit = control.timeLeft
    options.iterationLimit = pivotsLeft
    options.cutoff = bestCost
    // Looks at values alone; the solver's other rules work out tableau rows, which takes most of the time here.
    options.branching = .mostFractional
    let highest = min(bestCost, beyond / VisitsMaster.scale)
    options.progress = { [control, bestCost, bound] progress in
      control.progress(
        VisitsProgress(
          phase: .closing, best: progress.best.map { min(bestCost, Int($0.rounded())) } ?? bestCost,
          bound: progress.bound.map { max(bound, min(Int($0.rounded(.up)), highest)) } ?? bound))
      return control.secondsLeft() > 0 ? .proceed : .stop
    }
    var callbacks = SearchCallbacks()
    let found = FoundRows()
    callbacks.lazyRows = { [conflicts] node in
      let rows = conflicts.rows(brokenBy: closing.usage(of: node.values))
      found.rows += rows
      return rows.map { closing.sparse($0) }
    }
    let before = closing.lp.iterationCount
    let outcome = try closing.lp.branchAndBound(options, callbacks: callbacks)
    count(pivots: closing.lp.iterationCount - before)
    switch outcome {
    case .optimal(let solution), .feasible(let solution, _, _):
      var plan = columns.columnsOf.map { $0.upperBound - 1 }
      for (index, column) in closing.columnAt.enumerated() where column >= 0 && solution.values[index] > 0.5 {
        plan[columns.group(of: column)] = column
      }
      offer(plan)
    case .infeasible, .unbounded, .nothing: break
    }
    let scale = VisitsMaster.scale
    switch outcome {
    case .optimal(let solution):
      // What the search found, not what was taken: were it ever refused, nothing more would be proven.
      markSearched(min(bestCost * scale, Int(solution.objective.rounded()) * scale, beyond))
    case .infeasible, .nothing(_, .cutoff):
      markSearched(min(bestCost * scale, beyond))
    case .feasible(_, let found?, _), .nothing(let found?, _):
      markSearched(min(bestCost * scale, Int(found.rounded(.up)) * scale, beyond))
    case .feasible(_, nil, _), .nothing(nil, _), .unbounded: break
    }
    if !isOver { for row in found.rows { try master.add(row) } }
  }
}

/// Rows that a search came upon.
private final class FoundRows {
  var rows: [CouplingRow] = []
}
