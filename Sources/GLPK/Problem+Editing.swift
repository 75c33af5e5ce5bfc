public import Algebra
import CGLPK

extension Problem {
  /// Turns the objective round.
  public func setDirection(_ direction: Direction) throws(GLPKError) {
    try beginChange()
    glp_set_obj_dir(pointer, direction == .minimise ? GLP_MIN : GLP_MAX)
  }

  /// Sets the objective coefficient of a column.
  public func setCost(ofColumn column: Int, _ cost: Double) throws(GLPKError) {
    try checkAccess()
    try checkColumn(column)
    try Self.check(cost, "column \(column)")
    isSolved = false
    glp_set_obj_coef(pointer, Int32(column + 1), cost)
  }

  /// Sets what is added to the objective.
  public func setCostConstant(_ constant: Double) throws(GLPKError) {
    try checkAccess()
    try Self.check(constant, "objective")
    isSolved = false
    glp_set_obj_coef(pointer, 0, constant)
  }

  /// Sets the bounds of a column.
  public func setBounds(ofColumn column: Int, _ bounds: Bounds) throws(GLPKError) {
    try checkAccess()
    try checkColumn(column)
    try Self.check(bounds, "column \(column)")
    isSolved = false
    apply(bounds, toColumn: column)
  }

  /// Sets the bounds of a row's activity.
  public func setBounds(ofRow row: Int, _ bounds: Bounds) throws(GLPKError) {
    try checkAccess()
    try checkRow(row)
    try Self.check(bounds, "row \(row)")
    isSolved = false
    apply(bounds, toRow: row)
  }

  /// Makes a column integer or continuous.
  public func setKind(ofColumn column: Int, _ kind: ColumnKind) throws(GLPKError) {
    try checkAccess()
    try checkColumn(column)
    isSolved = false
    glp_set_col_kind(pointer, Int32(column + 1), kind == .integer ? GLP_IV : GLP_CV)
  }

  /// Replaces all entries of a column.
  public func setEntries(ofColumn column: Int, rows: [Int], coefficients: [Double]) throws(GLPKError) {
    try checkAccess()
    try checkColumn(column)
    try checkRoom(entries: rows.count)
    try check(
      indices: rows, coefficients: coefficients, count: rowCount, ofRows: true, "column \(column)")
    isSolved = false
    isBasisSuspect = true
    glp_set_mat_col(pointer, Int32(column + 1), load(rows, coefficients), scratch.indices, scratch.numbers)
  }

  /// Replaces all entries of a row.
  public func setEntries(ofRow row: Int, columns: [Int], coefficients: [Double]) throws(GLPKError) {
    try checkAccess()
    try checkRow(row)
    try checkRoom(entries: columns.count)
    try check(
      indices: columns, coefficients: coefficients, count: columnCount, ofRows: false, "row \(row)")
    isSolved = false
    isBasisSuspect = true
    glp_set_mat_row(pointer, Int32(row + 1), load(columns, coefficients), scratch.indices, scratch.numbers)
  }

  /// Deletes rows, in any order; those behind them move up.
  ///
  /// The basis survives where the deleted rows were basic, as slack rows are.
  public func deleteRows(_ rows: [Int]) throws(GLPKError) {
    try checkAccess()
    try check(list: rows, count: rowCount, ofRows: true, "rows to delete")
    guard !rows.isEmpty else { return }
    isSolved = false
    if rows.contains(where: { glp_get_row_stat(pointer, Int32($0 + 1)) != GLP_BS }) { isBasisSuspect = true }
    loadList(rows)
    glp_del_rows(pointer, Int32(rows.count), scratch.indices)
  }

  /// Deletes columns, in any order; those behind them move up.
  ///
  /// The basis survives where the deleted columns were non-basic.
  public func deleteColumns(_ columns: [Int]) throws(GLPKError) {
    try checkAccess()
    try check(list: columns, count: columnCount, ofRows: false, "columns to delete")
    guard !columns.isEmpty else { return }
    isSolved = false
    if columns.contains(where: { glp_get_col_stat(pointer, Int32($0 + 1)) == GLP_BS }) {
      isBasisSuspect = true
    }
    loadList(columns)
    glp_del_cols(pointer, Int32(columns.count), scratch.indices)
  }

  private func loadList(_ list: [Int]) {
    let target = scratch.indices
    for (position, index) in list.enumerated() {
      target[position + 1] = Int32(truncatingIfNeeded: index + 1)
    }
  }

  /// Names a row, for logs and files; an empty name takes the name away.
  public func setName(ofRow row: Int, _ name: String) throws(GLPKError) {
    try checkAccess()
    try checkRow(row)
    try Self.check(name: name)
    glp_set_row_name(pointer, Int32(row + 1), name)
  }

  /// Names a column, for logs and files; an empty name takes the name away.
  public func setName(ofColumn column: Int, _ name: String) throws(GLPKError) {
    try checkAccess()
    try checkColumn(column)
    try Self.check(name: name)
    glp_set_col_name(pointer, Int32(column + 1), name)
  }

  /// The name of a row, empty where it has none.
  public func name(ofRow row: Int) throws(GLPKError) -> String {
    try checkAccess()
    try checkRow(row)
    return glp_get_row_name(pointer, Int32(row + 1)).map { String(cString: $0) } ?? ""
  }

  /// The name of a column, empty where it has none.
  public func name(ofColumn column: Int) throws(GLPKError) -> String {
    try checkAccess()
    try checkColumn(column)
    return glp_get_col_name(pointer, Int32(column + 1)).map { String(cString: $0) } ?? ""
  }

  /// The objective coefficient of a column.
  public func cost(ofColumn column: Int) throws(GLPKError) -> Double {
    try checkAccess()
    try checkColumn(column)
    return glp_get_obj_coef(pointer, Int32(column + 1))
  }

  /// The bounds of a column.
  public func bounds(ofColumn column: Int) throws(GLPKError) -> Bounds {
    try checkAccess()
    try checkColumn(column)
    return columnBounds(column)
  }

  /// The bounds of a row's activity.
  public func bounds(ofRow row: Int) throws(GLPKError) -> Bounds {
    try checkAccess()
    try checkRow(row)
    return rowBounds(row)
  }

  func columnBounds(_ column: Int) -> Bounds {
    let number = Int32(column + 1)
    return Bounds(
      code: glp_get_col_type(pointer, number), glp_get_col_lb(pointer, number),
      glp_get_col_ub(pointer, number))
  }

  func rowBounds(_ row: Int) -> Bounds {
    let number = Int32(row + 1)
    return Bounds(
      code: glp_get_row_type(pointer, number), glp_get_row_lb(pointer, number),
      glp_get_row_ub(pointer, number))
  }

  func isInteger(_ column: Int) -> Bool {
    glp_get_col_kind(pointer, Int32(column + 1)) != GLP_CV
  }
}

extension Bounds {
  /// From the solver's own words; it keeps -DBL_MAX and DBL_MAX for no bound.
  init(code: Int32, _ lower: Double, _ upper: Double) {
    self.init(
      code == GLP_FR || code == GLP_UP ? -.infinity : lower,
      code == GLP_FR || code == GLP_LO ? .infinity : upper)
  }
}
