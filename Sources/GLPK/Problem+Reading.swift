import CGLPK

/// Reading the basic solution. All of these throw `noSolution` unless `simplex` was the last change to
/// the problem, and ended with a basis to read from.
extension Problem {
  private func checkSolved() throws(GLPKError) {
    try checkAccess()
    guard isSolved, glp_get_status(pointer) != GLP_UNDEF else { throw .noSolution }
  }

  /// The objective value.
  public func objectiveValue() throws(GLPKError) -> Double {
    try checkSolved()
    return glp_get_obj_val(pointer)
  }

  /// The value of a column.
  public func value(ofColumn column: Int) throws(GLPKError) -> Double {
    try checkSolved()
    try checkColumn(column)
    return glp_get_col_prim(pointer, Int32(column + 1))
  }

  /// The reduced cost of a column: by how much the objective changes with each unit of it.
  public func reducedCost(ofColumn column: Int) throws(GLPKError) -> Double {
    try checkSolved()
    try checkColumn(column)
    return glp_get_col_dual(pointer, Int32(column + 1))
  }

  /// The activity of a row.
  public func activity(ofRow row: Int) throws(GLPKError) -> Double {
    try checkSolved()
    try checkRow(row)
    return glp_get_row_prim(pointer, Int32(row + 1))
  }

  /// The dual of a row: by how much the objective changes with each unit of its active bound.
  public func dual(ofRow row: Int) throws(GLPKError) -> Double {
    try checkSolved()
    try checkRow(row)
    return glp_get_row_dual(pointer, Int32(row + 1))
  }

  /// Copies the values of all columns into `array`, which is given their number of entries.
  public func readValues(into array: inout [Double]) throws(GLPKError) {
    try checkSolved()
    read(columnCount, into: &array, glp_get_col_prim)
  }

  /// Copies the reduced costs of all columns into `array`, which is given their number of entries.
  public func readReducedCosts(into array: inout [Double]) throws(GLPKError) {
    try checkSolved()
    read(columnCount, into: &array, glp_get_col_dual)
  }

  /// Copies the activities of all rows into `array`, which is given their number of entries.
  public func readActivities(into array: inout [Double]) throws(GLPKError) {
    try checkSolved()
    read(rowCount, into: &array, glp_get_row_prim)
  }

  /// Copies the duals of all rows into `array`, which is given their number of entries.
  public func readDuals(into array: inout [Double]) throws(GLPKError) {
    try checkSolved()
    read(rowCount, into: &array, glp_get_row_dual)
  }

  @inline(__always)
  private func read(
    _ count: Int, into array: inout [Double], _ get: (OpaquePointer?, Int32) -> Double
  ) {
    if array.count != count { array = [Double](repeating: 0, count: count) }
    array.withUnsafeMutableBufferPointer { target in
      for index in 0..<count { target[index] = get(pointer, Int32(truncatingIfNeeded: index + 1)) }
    }
  }
}
