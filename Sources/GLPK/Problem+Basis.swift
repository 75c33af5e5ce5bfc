import CGLPK

/// How a row or column stands in the basis.
public enum BasisStatus: UInt8, Sendable {
  /// In the basis: its value follows from the others.
  case basic
  /// Outside, at its lower bound.
  case atLower
  /// Outside, at its upper bound.
  case atUpper
  /// Outside, free, at 0.
  case free
  /// Outside, fixed.
  case fixed

  var code: Int32 {
    switch self {
    case .basic: GLP_BS
    case .atLower: GLP_NL
    case .atUpper: GLP_NU
    case .free: GLP_NF
    case .fixed: GLP_NS
    }
  }

  init(code: Int32) {
    switch code {
    case GLP_BS: self = .basic
    case GLP_NL: self = .atLower
    case GLP_NU: self = .atUpper
    case GLP_NF: self = .free
    // A C int, so the compiler cannot know that only GLP_NS is left.
    default: self = .fixed
    }
  }
}

/// A basis to come back to: the status of every row and column.
public struct Basis: Equatable, Sendable {
  /// The status of each row.
  public var rows: [BasisStatus]
  /// The status of each column.
  public var columns: [BasisStatus]

  /// A basis; as many entries must be basic as there are rows.
  public init(rows: [BasisStatus], columns: [BasisStatus]) {
    self.rows = rows
    self.columns = columns
  }
}

extension Problem {
  /// The status of a row.
  public func basisStatus(ofRow row: Int) throws(GLPKError) -> BasisStatus {
    try checkAccess()
    try checkRow(row)
    return BasisStatus(code: glp_get_row_stat(pointer, Int32(row + 1)))
  }

  /// The status of a column.
  public func basisStatus(ofColumn column: Int) throws(GLPKError) -> BasisStatus {
    try checkAccess()
    try checkColumn(column)
    return BasisStatus(code: glp_get_col_stat(pointer, Int32(column + 1)))
  }

  /// Sets the status of a row; a status its bounds do not allow becomes the nearest that they do.
  ///
  /// Whether the whole is a basis shows in the next solve, which begins afresh where it is not.
  public func setBasisStatus(ofRow row: Int, _ status: BasisStatus) throws(GLPKError) {
    try checkAccess()
    try checkRow(row)
    isSolved = false
    isBasisSuspect = true
    glp_set_row_stat(pointer, Int32(row + 1), status.code)
  }

  /// Sets the status of a column; a status its bounds do not allow becomes the nearest that they do.
  public func setBasisStatus(ofColumn column: Int, _ status: BasisStatus) throws(GLPKError) {
    try checkAccess()
    try checkColumn(column)
    isSolved = false
    isBasisSuspect = true
    glp_set_col_stat(pointer, Int32(column + 1), status.code)
  }

  /// The whole basis as it stands.
  public func basis() throws(GLPKError) -> Basis {
    try checkAccess()
    return Basis(
      rows: (0..<rowCount).map { BasisStatus(code: glp_get_row_stat(pointer, Int32($0 + 1))) },
      columns: (0..<columnCount).map { BasisStatus(code: glp_get_col_stat(pointer, Int32($0 + 1))) })
  }

  /// Goes back to a basis taken from a problem with as many rows and columns.
  public func setBasis(_ basis: Basis) throws(GLPKError) {
    try checkAccess()
    guard basis.rows.count == rowCount else {
      throw .wrongLength(expected: rowCount, found: basis.rows.count, place: "basis rows")
    }
    guard basis.columns.count == columnCount else {
      throw .wrongLength(expected: columnCount, found: basis.columns.count, place: "basis columns")
    }
    isSolved = false
    isBasisSuspect = true
    for (row, status) in basis.rows.enumerated() {
      glp_set_row_stat(pointer, Int32(row + 1), status.code)
    }
    for (column, status) in basis.columns.enumerated() {
      glp_set_col_stat(pointer, Int32(column + 1), status.code)
    }
  }

  /// Begins afresh with all rows basic.
  public func useStandardBasis() throws(GLPKError) {
    try beginChange()
    isBasisSuspect = false
    glp_std_basis(pointer)
  }

  /// Begins afresh with a triangular basis, better than the standard one for equality rows.
  public func useAdvancedBasis() throws(GLPKError) {
    try beginChange()
    isBasisSuspect = false
    Terminal.release()
    useAdvancedBasisSilently()
  }

  func useAdvancedBasisSilently() {
    // Without rows or columns the solver's own routine has nothing to order.
    if rowCount == 0 || columnCount == 0 {
      glp_std_basis(pointer)
    } else {
      glp_adv_basis(pointer, 0)
    }
  }
}
