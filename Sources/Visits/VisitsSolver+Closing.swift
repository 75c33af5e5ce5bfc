import Domain
import GLPK
import Opportunities

extension VisitsSolver {
  /// Searches every column whose reduced cost leaves room for an improvement, by branch and bound with lazy
  /// rows; a search that ends proves the optimum over all columns.
  mutating func close(_ master: inout VisitsMaster, _ fixed: [CouplingRow]) throws(GLPKError) {
    report(.closing)
    let pricing = Pricing(master, duals: try master.wholeDuals())
    let room = (bestCost - 1) * VisitsMaster.scale - pricing.scaledBound
    guard room >= 0 else {
      raiseBound(pricing.scaledBound)
      return
    }
    var lp = try VisitsMaster(problem, columns, rows: master.rows)
    for group in problem.groups.indices {
      for column in columns.columnsOf[group] where pricing.excess(columns, column, group: group) <= room {
        try lp.add(column)
      }
    }
    for column in best { try lp.add(column) }
    effort.left = lp.columnAt.count
    for (index, column) in lp.columnAt.enumerated() where column >= 0 {
      try lp.lp.setKind(ofColumn: index, .integer)
    }
    var options = SearchOptions()
    options.timeLimit = control.timeLeft
    options.cutoff = bestCost
    options.progress = { [control, bestCost, bound] progress in
      control.progress(
        VisitsProgress(
          phase: .closing, best: progress.best.map { min(bestCost, Int($0.rounded())) } ?? bestCost,
          bound: max(bound, progress.bound.map { Int($0.rounded(.up)) } ?? bound)))
      return control.secondsLeft() > 0 ? .proceed : .stop
    }
    var callbacks = SearchCallbacks()
    let columnAt = lp.columnAt
    let searched = lp
    callbacks.lazyRows = { [conflicts] node in
      conflicts.rows(brokenBy: searched.usage(of: node.values)).map { searched.sparse($0) }
    }
    let outcome = try lp.lp.branchAndBound(options, callbacks: callbacks)
    switch outcome {
    case .optimal(let solution), .feasible(let solution, _, _):
      var plan = columns.columnsOf.map { $0.upperBound - 1 }
      for (index, column) in columnAt.enumerated() where column >= 0 && solution.values[index] > 0.5 {
        plan[columns.group(of: column)] = column
      }
      offer(plan, fixed)
    case .infeasible, .unbounded, .nothing: break
    }
    switch outcome {
    case .optimal(let solution):
      // What the search found, not what was taken: were it ever refused, nothing more would be proven.
      markSearched(min(bestCost, Int(solution.objective.rounded())) * VisitsMaster.scale)
    case .infeasible, .nothing(_, .cutoff):
      markSearched(bestCost * VisitsMaster.scale)
    case .feasible(_, let found?, _), .nothing(let found?, _):
      markSearched(min(bestCost, Int(found.rounded(.up))) * VisitsMaster.scale)
    case .feasible(_, nil, _), .nothing(nil, _), .unbounded: break
    }
  }
}
