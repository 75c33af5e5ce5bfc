import Algebra
import GLPK

/// The columns that a closing search looks at, as an integer programme of their own: without the columns that reduced
/// costs rule out, and without the rows that those left cannot break.
///
/// A column for each date of each visit, to be branched on first, makes fewer nodes of it and takes longer: the rows
/// that define them are more than all others together.
struct ClosingProblem {
  let lp: Problem
  /// For each column of this problem the column of a group; -1 for an excess.
  private(set) var columnAt: [Int] = []
  private let problem: VisitsProblem
  private let columns: GroupColumns

  /// The columns of `master`'s LP but the `hopeless` ones, with all its rows and cuts.
  init(_ master: VisitsMaster, hopeless: [Int]) throws(GLPKError) {
    problem = master.problem
    columns = master.columns
    lp = Problem(.minimise)
    var isHopeless = [Bool](repeating: false, count: master.columnAt.count)
    for index in hopeless { isHopeless[index] = true }
    var rowOf = [Int](repeating: -1, count: problem.groups.count)
    for group in problem.groups.indices {
      rowOf[group] = try lp.addRow(bounds: .exactly(Double(EachLegOnce.columnsPerGroup)))
    }
    for (index, column) in master.columnAt.enumerated() where column >= 0 && !isHopeless[index] {
      _ = try lp.addColumn(
        cost: Double(columns.cost[column]), bounds: .nonNegative, kind: .integer,
        rows: [rowOf[columns.group(of: column)]], coefficients: [1])
      columnAt.append(column)
    }
    for row in master.rows {
      let sparse = sparse(row)
      guard sparse.coefficients.reduce(0, +) > Double(row.limit) else { continue }
      let added = try lp.addRow(sparse)
      if let cost = row.excessCost {
        _ = try lp.addColumn(
          cost: Double(cost), bounds: .nonNegative, kind: .continuous, rows: [added], coefficients: [-1])
        columnAt.append(-1)
      }
    }
    for cut in master.cuts {
      let sparse = sparse(cut, of: master)
      if sparse.coefficients.reduce(0, +) > Double(SubsetCut.limit) { _ = try lp.addRow(sparse) }
    }
  }

  /// A coupling row over the columns.
  func sparse(_ row: CouplingRow) -> SparseRow {
    var count = [Int8](repeating: 0, count: problem.options.count)
    for option in row.options { count[option] = 1 }
    var indices: [Int] = []
    var coefficients: [Double] = []
    for (index, column) in columnAt.enumerated() where column >= 0 {
      var coefficient: Int8 = 0
      columns.eachOption(of: column) { coefficient += count[$0] }
      if coefficient > 0 {
        indices.append(index)
        coefficients.append(Double(coefficient))
      }
    }
    return SparseRow(columns: indices, coefficients: coefficients, bounds: .atMost(Double(row.limit)))
  }

  private func sparse(_ cut: SubsetCut, of master: VisitsMaster) -> SparseRow {
    var indices: [Int] = []
    var coefficients: [Double] = []
    for (index, column) in columnAt.enumerated() where column >= 0 {
      let coefficient = cut.coefficient(hits: master.hits(of: cut, column))
      if coefficient > 0 {
        indices.append(index)
        coefficients.append(Double(coefficient))
      }
    }
    return SparseRow(columns: indices, coefficients: coefficients, bounds: .atMost(Double(SubsetCut.limit)))
  }

  /// How much of each option a solution with these values of the columns chooses.
  func usage(of values: [Double]) -> [Double] {
    var usage = [Double](repeating: 0, count: problem.options.count)
    for (index, column) in columnAt.enumerated() where column >= 0 && values[index] > 1e-9 {
      columns.eachOption(of: column) { usage[$0] += values[index] }
    }
    return usage
  }
}
