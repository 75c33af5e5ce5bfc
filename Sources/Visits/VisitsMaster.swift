import Algebra
import Domain
import GLPK
import Opportunities

/// The linear programme over some of the columns and rows, and what its duals say about all columns.
///
/// Rows: one a pair or trio (exactly one column), then coupling rows. Columns: the excess of each priced row as it is
/// added, and columns of groups in the order in which they enter.
struct VisitsMaster {
  /// Duals and reduced costs are whole numbers of this fraction of a minute, so that bounds are exact.
  static let scale = 1 << 20

  let problem: VisitsProblem
  let columns: GroupColumns
  let lp: Problem
  /// Coupling rows, in the order of the LP's rows after the groups'.
  private(set) var rows: [CouplingRow] = []
  /// For each coupling row, whether each option is in it.
  private var member: [[Bool]] = []
  /// For each LP column, the column of a group, or -1 for an excess.
  private(set) var columnAt: [Int] = []
  private var isIn: [Bool]
  private var values: [Double] = []
  private var duals: [Double] = []

  init(_ problem: VisitsProblem, _ columns: GroupColumns, rows: [CouplingRow]) throws(GLPKError) {
    self.problem = problem
    self.columns = columns
    lp = Problem(.minimise)
    isIn = Array(repeating: false, count: columns.count)
    for _ in problem.groups { _ = try lp.addRow(bounds: .exactly(Double(EachLegOnce.columnsPerGroup))) }
    for row in rows { try add(row) }
    for range in columns.columnsOf { try add(range.upperBound - 1) }
  }

  /// How often `column` counts in a coupling row of these `members`.
  private func coefficient(_ members: [Bool], _ column: Int) -> Int {
    let (a, b, c) = (Int(columns.first[column]), Int(columns.second[column]), Int(columns.third[column]))
    return (a >= 0 && members[a] ? 1 : 0) + (b >= 0 && members[b] ? 1 : 0) + (c >= 0 && members[c] ? 1 : 0)
  }

  /// Whether a column is in the LP.
  func contains(_ column: Int) -> Bool { isIn[column] }

  /// The dual of a group's row in units of 1/`scale` minutes, less a tolerance: what a column must net to be
  /// worth adding.
  ///
  /// As of the last `wholeDuals`.
  func groupDual(_ group: Int) -> Int {
    Int(((duals[group] - 1e-6) * Double(Self.scale)).rounded(.down))
  }

  /// A coupling row over the LP's columns.
  func sparse(_ row: CouplingRow) -> SparseRow { sparse(limit: row.limit, members: members(of: row)) }

  private func sparse(limit: Int, members: [Bool]) -> SparseRow {
    var indices: [Int] = []
    var coefficients: [Double] = []
    for (index, column) in columnAt.enumerated() where column >= 0 {
      let coefficient = coefficient(members, column)
      if coefficient > 0 {
        indices.append(index)
        coefficients.append(Double(coefficient))
      }
    }
    return SparseRow(columns: indices, coefficients: coefficients, bounds: .atMost(Double(limit)))
  }

  private func members(of row: CouplingRow) -> [Bool] {
    var members = [Bool](repeating: false, count: problem.options.count)
    for option in row.options { members[option] = true }
    return members
  }

  /// Adds a coupling row; the basis stays dual feasible.
  mutating func add(_ row: CouplingRow) throws(GLPKError) {
    let members = members(of: row)
    rows.append(row)
    member.append(members)
    let added = try lp.addRow(sparse(limit: row.limit, members: members))
    if let cost = row.excessCost {
      _ = try lp.addColumn(
        cost: Double(cost), bounds: .nonNegative, kind: .continuous, rows: [added], coefficients: [-1])
      columnAt.append(-1)
    }
  }

  /// Adds a column unless it is in already.
  mutating func add(_ column: Int) throws(GLPKError) {
    guard !isIn[column] else { return }
    isIn[column] = true
    var indices = [columns.group(of: column)]
    var coefficients = [1.0]
    for row in rows.indices {
      let coefficient = coefficient(member[row], column)
      if coefficient > 0 {
        indices.append(problem.groups.count + row)
        coefficients.append(Double(coefficient))
      }
    }
    _ = try lp.addColumn(
      cost: Double(columns.cost[column]), bounds: .nonNegative, kind: .continuous, rows: indices,
      coefficients: coefficients)
    columnAt.append(column)
  }

  /// The LP's duals, clipped to what is valid and made whole: by coupling row, at most 0 and at least minus
  /// the price of an excess.
  mutating func wholeDuals() throws(GLPKError) -> [Int] {
    try lp.readDuals(into: &duals)
    return rows.indices.map { row in
      let dual = min(0, duals[problem.groups.count + row])
      let whole = Int((dual * Double(Self.scale)).rounded())
      return max(whole, -(rows[row].excessCost ?? Int.max / Self.scale / 4) * Self.scale)
    }
  }

  /// What the duals say of every option: the sum of those of its rows.
  func optionDuals(_ duals: [Int]) -> [Int] {
    var sums = [Int](repeating: 0, count: problem.options.count)
    for (row, dual) in duals.enumerated() where dual != 0 {
      for option in rows[row].options { sums[option] += dual }
    }
    return sums
  }

  /// How much of each option the LP's solution chooses.
  mutating func usage() throws(GLPKError) -> [Double] {
    try lp.readValues(into: &values)
    return usage(of: values)
  }

  /// How much of each option a solution with these values of the LP's columns chooses.
  func usage(of values: [Double]) -> [Double] {
    var usage = [Double](repeating: 0, count: problem.options.count)
    for (index, column) in columnAt.enumerated() where column >= 0 && values[index] > 1e-9 {
      for option in columns.options(of: column) { usage[option] += values[index] }
    }
    return usage
  }

  /// The columns the LP's solution chooses, with how much of each.
  mutating func support() throws(GLPKError) -> [(index: Int, column: Int, value: Double)] {
    try lp.readValues(into: &values)
    return columnAt.enumerated().compactMap { index, column in
      column >= 0 && values[index] > 1e-7 ? (index, column, values[index]) : nil
    }
  }
}
