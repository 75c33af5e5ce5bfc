import Algebra
import GLPK

/// The columns that a closing search looks at, as an integer programme of their own: the master's LP without the
/// columns that reduced costs rule out, and without the rows that those left cannot break.
///
/// A column for each date of each visit, to be branched on first, makes fewer nodes of it and takes longer: the rows
/// that define them are more than all others together.
struct ClosingProblem {
  let lp: Problem
  /// For each column of this problem the column of a group; -1 for an excess.
  private(set) var columnAt: [Int] = []
  private let master: VisitsMaster
  /// The master's LP column of each column of this problem, and the other way round; -1 where there is none.
  private var origin: [Int] = []
  private var placeOf: [Int]

  /// The columns of `master`'s LP but the `hopeless` ones, those of groups first.
  init(_ master: VisitsMaster, hopeless: [Int]) throws(GLPKError) {
    self.master = master
    lp = Problem(.minimise)
    placeOf = Array(repeating: -1, count: master.columnAt.count)
    var isHopeless = [Bool](repeating: false, count: master.columnAt.count)
    for index in hopeless { isHopeless[index] = true }
    let ofGroups = master.columnAt.indices.filter { master.columnAt[$0] >= 0 && !isHopeless[$0] }
    let excesses = master.columnAt.indices.filter { master.columnAt[$0] < 0 }
    for index in ofGroups + excesses {
      let isOfGroup = master.columnAt[index] >= 0
      placeOf[index] = try lp.addColumn(
        cost: try master.lp.cost(ofColumn: index), bounds: .nonNegative,
        kind: isOfGroup ? .integer : .continuous)
      origin.append(index)
      columnAt.append(master.columnAt[index])
    }
    for index in 0..<master.lp.rowCount {
      let entries = try master.lp.entries(ofRow: index)
      let row = kept(
        SparseRow(
          columns: entries.columns, coefficients: entries.coefficients,
          bounds: try master.lp.bounds(ofRow: index)))
      let most = row.coefficients.reduce(0) { $0 + max(0, $1) }
      if row.bounds.lower > -.infinity || most > row.bounds.upper { _ = try lp.addRow(row) }
    }
  }

  /// A coupling row over the columns.
  func sparse(_ row: CouplingRow) -> SparseRow { kept(master.sparse(row)) }

  /// How much of each option a solution with these values of the columns chooses.
  func usage(of values: [Double]) -> [Double] {
    var whole = [Double](repeating: 0, count: master.columnAt.count)
    for (place, index) in origin.enumerated() { whole[index] = values[place] }
    return master.usage(of: whole)
  }

  /// A row over the master's columns as one over those of this problem, in their order.
  private func kept(_ row: SparseRow) -> SparseRow {
    let entries = zip(row.columns, row.coefficients)
      .compactMap { placeOf[$0] >= 0 ? (column: placeOf[$0], coefficient: $1) : nil }
      .sorted { $0.column < $1.column }
    return SparseRow(
      columns: entries.map(\.column), coefficients: entries.map(\.coefficient), bounds: row.bounds)
  }
}
