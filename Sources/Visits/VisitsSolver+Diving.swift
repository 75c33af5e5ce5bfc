import Domain
import GLPK
import Opportunities

extension VisitsSolver {
  /// How many columns a dive may take back because nothing went together with them.
  private static let retreats = 20

  /// Dives from the LP's solution: fixes what is whole and the largest fraction, prices again, until every group has a
  /// column; then lets go of everything. A fraction with which nothing goes together (two visits of a pair, led by
  /// somebody who has one left) is ruled out instead. Columns and rows found on the way stay.
  mutating func dive(_ master: inout VisitsMaster) throws(GLPKError) {
    var isFixed = [Bool](repeating: false, count: problem.groups.count)
    var touched: [Int] = []
    var plan = columns.columnsOf.map { $0.upperBound - 1 }
    var retreats = 0
    report(.diving)
    dive: while !isOver, isFixed.contains(false) {
      let support = try master.support()
      let open = support.filter { !isFixed[columns.group(of: $0.column)] }
      guard let largest = open.max(by: { ($0.value, -$0.column) < ($1.value, -$1.column) }) else { break }
      for choice in open where choice.value > 1 - 1e-6 || choice.index == largest.index {
        let group = columns.group(of: choice.column)
        isFixed[group] = true
        plan[group] = choice.column
        touched.append(choice.index)
        try master.lp.setBounds(ofColumn: choice.index, .exactly(1))
      }
      while try !generate(&master, phase: .diving, fixedGroups: isFixed, by: .dualThenPrimal) {
        let group = columns.group(of: largest.column)
        guard !isOver, isFixed[group], retreats < Self.retreats else { break dive }
        retreats += 1
        isFixed[group] = false
        plan[group] = columns.columnsOf[group].upperBound - 1
        try master.lp.setBounds(ofColumn: largest.index, .exactly(0))
      }
    }
    for index in touched { try master.lp.setBounds(ofColumn: index, .nonNegative) }
    offer(plan)
    // Back to the root: its duals are what the closing search filters by.
    try generate(&master, phase: .diving, by: .dualThenPrimal)
  }
}
