import Algebra
import Domain
import GLPK
import Opportunities

/// The linear programme over some of the columns and rows, and what its duals say about all columns.
///
/// Rows: one a pair or trio (exactly one column), then coupling rows and cuts as they come. Columns: the excess of each
/// priced row as it is added, and columns of groups in the order in which they enter.
struct VisitsMaster {
  /// Duals and reduced costs are whole numbers of this fraction of a minute, so that bounds are exact.
  static let scale = 1 << 20

  let problem: VisitsProblem
  let columns: GroupColumns
  let lp: Problem
  /// Coupling rows, as they came.
  private(set) var rows: [CouplingRow] = []
  /// Cuts, as they came.
  private(set) var cuts: [SubsetCut] = []
  /// The LP's row of each coupling row, and of each cut.
  private var lpRowOf: [Int] = []
  private var lpRowOfCut: [Int] = []
  /// The coupling rows of each option, ascending.
  private var rowsOf: [[Int32]]
  /// The cuts of each base: groups first, then coupling rows.
  private var cutsOf: [[Int32]]
  /// For each LP column, the column of a group, or -1 for an excess.
  private(set) var columnAt: [Int] = []
  /// The LP column of each column of a group; -1 where it is not in the LP.
  private var placeOf: [Int32]
  private var values: [Double] = []
  private var duals: [Double] = []

  init(_ problem: VisitsProblem, _ columns: GroupColumns, rows: [CouplingRow]) throws(GLPKError) {
    self.problem = problem
    self.columns = columns
    lp = Problem(.minimise)
    placeOf = Array(repeating: -1, count: columns.count)
    rowsOf = Array(repeating: [], count: problem.options.count)
    cutsOf = Array(repeating: [], count: problem.groups.count)
    for _ in problem.groups { _ = try lp.addRow(bounds: .exactly(Double(EachLegOnce.columnsPerGroup))) }
    for row in rows { try add(row) }
    for range in columns.columnsOf { try add(range.upperBound - 1) }
  }

  /// Whether a column is in the LP.
  func contains(_ column: Int) -> Bool { placeOf[column] >= 0 }

  /// The LP column of a group's column that is in the LP.
  func place(of column: Int) -> Int { Int(placeOf[column]) }

  /// The dual of a group's row in units of 1/`scale` minutes, less a tolerance: what a column must net to be
  /// worth adding.
  ///
  /// As of the last `wholeDuals`.
  func groupDual(_ group: Int) -> Int {
    Int(((duals[group] - 1e-6) * Double(Self.scale)).rounded(.down))
  }

  /// A coupling row over the LP's columns.
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

  /// Adds a coupling row; the basis stays dual feasible.
  mutating func add(_ row: CouplingRow) throws(GLPKError) {
    let added = try lp.addRow(sparse(row))
    for option in row.options { rowsOf[option].append(Int32(rows.count)) }
    rows.append(row)
    lpRowOf.append(added)
    cutsOf.append([])
    if let cost = row.excessCost {
      _ = try lp.addColumn(
        cost: Double(cost), bounds: .nonNegative, kind: .continuous, rows: [added], coefficients: [-1])
      columnAt.append(-1)
    }
  }

  /// Adds a cut; the basis stays dual feasible.
  mutating func add(_ cut: SubsetCut) throws(GLPKError) {
    var indices: [Int] = []
    var coefficients: [Double] = []
    for (index, column) in columnAt.enumerated() where column >= 0 {
      let coefficient = cut.coefficient(hits: hits(of: cut, column))
      if coefficient > 0 {
        indices.append(index)
        coefficients.append(Double(coefficient))
      }
    }
    let bounds = Bounds.atMost(Double(SubsetCut.limit))
    lpRowOfCut.append(try lp.addRow(bounds: bounds, columns: indices, coefficients: coefficients))
    for base in cut.bases { cutsOf[base].append(Int32(cuts.count)) }
    cuts.append(cut)
  }

  private func hits(of cut: SubsetCut, _ column: Int) -> Int {
    var hits = 0
    eachBase(of: column) { if cut.bases.contains($0) { hits += 1 } }
    return hits
  }

  /// The bases that a column counts in, each as often as it counts: its group, and the coupling rows of its options.
  func eachBase(of column: Int, _ visit: (Int) -> Void) {
    visit(columns.group(of: column))
    columns.eachOption(of: column) { option in
      for row in rowsOf[option] { visit(problem.groups.count + Int(row)) }
    }
  }

  /// Whether a base is a row by which at most one column can be chosen.
  func isPacking(_ base: Int) -> Bool {
    base < problem.groups.count || rows[base - problem.groups.count].isPacking
  }

  /// How many bases there are.
  var baseCount: Int { problem.groups.count + rows.count }

  /// Adds a column unless it is in already.
  mutating func add(_ column: Int) throws(GLPKError) {
    guard placeOf[column] < 0 else { return }
    placeOf[column] = Int32(columnAt.count)
    let group = columns.group(of: column)
    var indices = [group]
    var coefficients = [1.0]
    var cutHits: [(cut: Int32, hits: Int)] = cutsOf[group].map { ($0, 1) }
    columns.eachOption(of: column) { option in
      for row in rowsOf[option] {
        let index = lpRowOf[Int(row)]
        if let known = indices.firstIndex(of: index) {
          coefficients[known] += 1
        } else {
          indices.append(index)
          coefficients.append(1)
        }
        for cut in cutsOf[problem.groups.count + Int(row)] {
          if let known = cutHits.firstIndex(where: { $0.cut == cut }) {
            cutHits[known].hits += 1
          } else {
            cutHits.append((cut, 1))
          }
        }
      }
    }
    for (cut, hits) in cutHits {
      let coefficient = cuts[Int(cut)].coefficient(hits: hits)
      guard coefficient > 0 else { continue }
      indices.append(lpRowOfCut[Int(cut)])
      coefficients.append(Double(coefficient))
    }
    _ = try lp.addColumn(
      cost: Double(columns.cost[column]), bounds: .nonNegative, kind: .continuous, rows: indices,
      coefficients: coefficients)
    columnAt.append(column)
  }

  /// The LP's duals, clipped to what is valid and made whole: by coupling row, at most 0 and at least minus
  /// the price of an excess; then by cut, at most 0.
  mutating func wholeDuals() throws(GLPKError) -> (rows: [Int], cuts: [Int]) {
    try lp.readDuals(into: &duals)
    func whole(_ row: Int) -> Int { Int((min(0, duals[row]) * Double(Self.scale)).rounded()) }
    let ofRows = rows.indices.map { row in
      max(whole(lpRowOf[row]), -(rows[row].excessCost ?? Int.max / Self.scale / 4) * Self.scale)
    }
    return (ofRows, lpRowOfCut.map(whole))
  }

  /// What the duals say of every option: the sum of those of its rows.
  func optionDuals(_ duals: [Int]) -> [Int] {
    var sums = [Int](repeating: 0, count: problem.options.count)
    for (row, dual) in duals.enumerated() where dual != 0 {
      for option in rows[row].options { sums[option] += dual }
    }
    return sums
  }

  /// The sum of the duals of the cuts that a column counts in.
  func cutDual(_ column: Int, _ duals: [Int]) -> Int {
    guard !cuts.isEmpty else { return 0 }
    var hitOf: [(cut: Int32, hits: Int)] = []
    eachBase(of: column) { base in
      for cut in cutsOf[base] where duals[Int(cut)] != 0 {
        if let known = hitOf.firstIndex(where: { $0.cut == cut }) {
          hitOf[known].hits += 1
        } else {
          hitOf.append((cut, 1))
        }
      }
    }
    return hitOf.reduce(0) { $0 + duals[Int($1.cut)] * cuts[Int($1.cut)].coefficient(hits: $1.hits) }
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
      columns.eachOption(of: column) { usage[$0] += values[index] }
    }
    return usage
  }

  /// The columns the LP's solution chooses, with how much of each.
  mutating func support() throws(GLPKError) -> [(index: Int, column: Int, value: Double)] {
    try lp.readValues(into: &values)
    return columnAt.indices.compactMap { index in
      columnAt[index] >= 0 && values[index] > 1e-7 ? (index, columnAt[index], values[index]) : nil
    }
  }
}
