import Domain
import GLPK
import Opportunities

extension VisitsSolver {
  /// Dives from the LP's solution: fixes what is whole and the largest fraction, prices again, until every
  /// group has a column; then lets go of everything. Columns and rows found on the way stay.
  mutating func dive(_ master: inout VisitsMaster) throws(GLPKError) {
    var isFixed = [Bool](repeating: false, count: problem.groups.count)
    var fixedAt: [Int] = []
    var plan = columns.columnsOf.map { $0.upperBound - 1 }
    report(.diving)
    while !isOver, isFixed.contains(false) {
      let support = try master.support()
      let open = support.filter { !isFixed[columns.group(of: $0.column)] }
      guard let largest = open.max(by: { ($0.value, -$0.column) < ($1.value, -$1.column) }) else { break }
      for choice in open where choice.value > 1 - 1e-6 || choice.index == largest.index {
        let group = columns.group(of: choice.column)
        isFixed[group] = true
        plan[group] = choice.column
        fixedAt.append(choice.index)
        try master.lp.setBounds(ofColumn: choice.index, .exactly(1))
      }
      guard try generate(&master, phase: .diving, fixedGroups: isFixed, by: .dualThenPrimal) else { break }
    }
    for index in fixedAt { try master.lp.setBounds(ofColumn: index, .nonNegative) }
    offer(plan)
    // Back to the root: its duals are what the closing search filters by.
    try generate(&master, phase: .diving, by: .dualThenPrimal)
  }
}
