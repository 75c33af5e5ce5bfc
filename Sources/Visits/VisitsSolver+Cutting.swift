import Domain
import GLPK
import Opportunities

extension VisitsSolver {
  /// How many rounds of cuts there are at most, how many come in each, and how many may be in the LP.
  private static let cutRounds = 12
  private static let cutsPerRound = 60
  private static let mostCuts = 600

  /// Adds cuts to the LP over the columns that are in it while they raise its bound; no plan with other columns costs
  /// less than `beyond`, in units of 1/`VisitsMaster.scale` minutes.
  ///
  /// Answers with the LP's columns that no plan better than the best has; `nil` where time is up.
  mutating func cut(_ master: inout VisitsMaster, beyond: Int) throws(GLPKError) -> [Int]? {
    var last = Int.min
    for _ in 0..<Self.cutRounds {
      guard !isOver else { return nil }
      let pricing = try SelectionPricing(&master)
      markSearched(min(bestCost * VisitsMaster.scale, pricing.scaledBound, beyond))
      report(.closing)
      let room = bestCost * VisitsMaster.scale - pricing.scaledBound
      // A round must close a thirtieth of what is open.
      guard bound < bestCost, last == Int.min || pricing.scaledBound - last > room / 30,
        master.cuts.count < Self.mostCuts
      else { break }
      last = pricing.scaledBound
      let cuts = SubsetSeparation(master, support: try master.support()).cuts(limit: Self.cutsPerRound)
      guard !cuts.isEmpty else { break }
      for cut in cuts { try master.add(cut) }
      guard try solveSelection(&master, by: .dualThenPrimal) else { return nil }
    }
    return try SelectionPricing(&master).beyond(bestCost * VisitsMaster.scale)
  }
}

/// What the duals of an LP's rows and cuts say of the columns that are in it.
private struct SelectionPricing {
  /// No plan of these columns costs less, in units of 1/`VisitsMaster.scale` minutes.
  private(set) var scaledBound = 0
  /// The price of each LP column net of the duals less the least of its group.
  private var excess: [Int]

  init(_ master: inout VisitsMaster) throws(GLPKError) {
    let duals = try master.wholeDuals()
    let optionDuals = master.optionDuals(duals.rows)
    let columns = master.columns
    var least = [Int](repeating: Int.max, count: columns.columnsOf.count)
    excess = [Int](repeating: 0, count: master.columnAt.count)
    for (index, column) in master.columnAt.enumerated() where column >= 0 {
      var net = columns.cost[column] * VisitsMaster.scale - master.cutDual(column, duals.cuts)
      columns.eachOption(of: column) { net -= optionDuals[$0] }
      excess[index] = net
      let group = columns.group(of: column)
      least[group] = min(least[group], net)
    }
    for (index, column) in master.columnAt.enumerated() where column >= 0 {
      excess[index] -= least[columns.group(of: column)]
    }
    scaledBound = least.reduce(0, +)
    for (row, dual) in duals.rows.enumerated() { scaledBound += dual * master.rows[row].limit }
    for dual in duals.cuts { scaledBound += dual * SubsetCut.limit }
  }

  /// The LP's columns that no plan cheaper than `limit` has.
  func beyond(_ limit: Int) -> [Int] {
    excess.indices.filter { scaledBound + excess[$0] > limit - VisitsMaster.scale }
  }
}
