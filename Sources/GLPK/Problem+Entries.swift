import CGLPK

extension Problem {
  /// The coefficients of a row, by column.
  public func entries(ofRow row: Int) throws(GLPKError) -> (columns: [Int], coefficients: [Double]) {
    try checkAccess()
    try checkRow(row)
    let number = Int32(row + 1)
    let count = Int(glp_get_mat_row(pointer, number, nil, nil))
    var indices = [Int32](repeating: 0, count: count + 1)
    var numbers = [Double](repeating: 0, count: count + 1)
    _ = glp_get_mat_row(pointer, number, &indices, &numbers)
    let order = (1..<count + 1).sorted { indices[$0] < indices[$1] }
    return (order.map { Int(indices[$0]) - 1 }, order.map { numbers[$0] })
  }

  /// Whether a column takes whole numbers only.
  public func kind(ofColumn column: Int) throws(GLPKError) -> ColumnKind {
    try checkAccess()
    try checkColumn(column)
    return isInteger(column) ? .integer : .continuous
  }
}
