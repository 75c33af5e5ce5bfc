import CGLPK

extension Problem {
  /// Adds a column with its entries and returns its number.
  ///
  /// It enters non-basic, so that the basis stays primal feasible where its bounds hold 0.
  @discardableResult
  public func addColumn(
    cost: Double, bounds: Bounds = .nonNegative, kind: ColumnKind = .continuous, rows: [Int] = [],
    coefficients: [Double] = []
  ) throws(GLPKError) -> Int {
    try checkAccess()
    let column = columnCount
    try Self.check(cost, "column \(column)")
    try Self.check(bounds, "column \(column)")
    try checkRoom(columns: 1, entries: rows.count)
    try check(
      indices: rows, coefficients: coefficients, count: rowCount, ofRows: true, "column \(column)")
    isSolved = false
    glp_add_cols(pointer, 1)
    fillColumn(column, cost: cost, bounds: bounds, kind: kind)
    glp_set_mat_col(pointer, Int32(column + 1), load(rows, coefficients), scratch.indices, scratch.numbers)
    return column
  }

  /// Adds a row with its entries and returns its number.
  ///
  /// It enters basic, so that the basis stays dual feasible: solve again with the dual simplex.
  @discardableResult
  public func addRow(bounds: Bounds, columns: [Int] = [], coefficients: [Double] = []) throws(GLPKError)
    -> Int
  {
    try checkAccess()
    let row = rowCount
    try Self.check(bounds, "row \(row)")
    try checkRoom(rows: 1, entries: columns.count)
    try check(
      indices: columns, coefficients: coefficients, count: columnCount, ofRows: false, "row \(row)")
    isSolved = false
    glp_add_rows(pointer, 1)
    apply(bounds, toRow: row)
    glp_set_mat_row(pointer, Int32(row + 1), load(columns, coefficients), scratch.indices, scratch.numbers)
    return row
  }

  /// Adds one row that a callback or a separation built.
  @discardableResult
  public func addRow(_ row: SparseRow) throws(GLPKError) -> Int {
    try addRow(bounds: row.bounds, columns: row.columns, coefficients: row.coefficients)
  }

  /// Adds many columns at once and returns their numbers; half a million take about a second.
  @discardableResult
  public func addColumns(_ batch: ColumnBatch) throws(GLPKError) -> Range<Int> {
    try checkAccess()
    let first = columnCount
    try check(batch, first: first)
    guard batch.count > 0 else { return first..<first }
    isSolved = false
    glp_add_cols(pointer, Int32(batch.count))
    let indices = scratch.indices
    let numbers = scratch.numbers
    for offset in 0..<batch.count {
      let column = first + offset
      fillColumn(column, cost: batch.costs[offset], bounds: batch.bounds[offset], kind: batch.kinds[offset])
      let start = batch.starts[offset]
      let length = batch.starts[offset + 1] - start
      for entry in 0..<length {
        indices[entry + 1] = batch.rows[start + entry] + 1
        numbers[entry + 1] = batch.coefficients[start + entry]
      }
      glp_set_mat_col(pointer, Int32(column + 1), Int32(length), indices, numbers)
    }
    return first..<first + batch.count
  }

  /// Adds many rows at once and returns their numbers.
  @discardableResult
  public func addRows(_ batch: RowBatch) throws(GLPKError) -> Range<Int> {
    try checkAccess()
    let first = rowCount
    try check(batch, first: first)
    guard batch.count > 0 else { return first..<first }
    isSolved = false
    glp_add_rows(pointer, Int32(batch.count))
    let indices = scratch.indices
    let numbers = scratch.numbers
    for offset in 0..<batch.count {
      let row = first + offset
      apply(batch.bounds[offset], toRow: row)
      let start = batch.starts[offset]
      let length = batch.starts[offset + 1] - start
      for entry in 0..<length {
        indices[entry + 1] = batch.columns[start + entry] + 1
        numbers[entry + 1] = batch.coefficients[start + entry]
      }
      glp_set_mat_row(pointer, Int32(row + 1), Int32(length), indices, numbers)
    }
    return first..<first + batch.count
  }

  private func check(_ batch: ColumnBatch, first: Int) throws(GLPKError) {
    let count = batch.count
    guard batch.bounds.count == count else {
      throw .wrongLength(expected: count, found: batch.bounds.count, place: "column bounds")
    }
    guard batch.kinds.count == count else {
      throw .wrongLength(expected: count, found: batch.kinds.count, place: "column kinds")
    }
    try Self.check(
      starts: batch.starts, count: count, indexCount: batch.rows.count,
      coefficientCount: batch.coefficients.count, "column")
    try checkRoom(columns: count, entries: batch.rows.count)
    for offset in 0..<count {
      try Self.check(batch.costs[offset], "column \(first + offset)")
      try Self.check(batch.bounds[offset], "column \(first + offset)")
    }
    let rows = rowCount
    if let bad = try firstFault(batch.starts, batch.rows, batch.coefficients, count: rows, "column", first) {
      throw .rowOutOfRange(bad, count: rows)
    }
  }

  private func check(_ batch: RowBatch, first: Int) throws(GLPKError) {
    try Self.check(
      starts: batch.starts, count: batch.count, indexCount: batch.columns.count,
      coefficientCount: batch.coefficients.count, "row")
    try checkRoom(rows: batch.count, entries: batch.columns.count)
    for offset in 0..<batch.count {
      try Self.check(batch.bounds[offset], "row \(first + offset)")
    }
    let columns = columnCount
    if let bad = try firstFault(
      batch.starts, batch.columns, batch.coefficients, count: columns, "row", first)
    {
      throw .columnOutOfRange(bad, count: columns)
    }
  }

  /// Throws for a duplicate or a bad number; returns the first index out of range.
  private func firstFault(
    _ starts: [Int], _ indices: [Int32], _ coefficients: [Double], count: Int, _ place: String, _ first: Int
  ) throws(GLPKError) -> Int? {
    var longest = 0
    for vector in 0..<starts.count - 1 { longest = max(longest, starts[vector + 1] - starts[vector]) }
    prepareScratch(length: longest, indices: count)
    let marks = scratch.marks
    for vector in 0..<starts.count - 1 {
      let stamp = freshStamp()
      for entry in starts[vector]..<starts[vector + 1] {
        let index = Int(indices[entry])
        guard index >= 0, index < count else { return index }
        guard marks[index] != stamp else {
          throw .duplicateIndex(index, place: "\(place) \(first + vector)")
        }
        marks[index] = stamp
        try Self.check(coefficients[entry], "\(place) \(first + vector)")
      }
    }
    return nil
  }

  /// Copies a checked vector into scratch memory in the solver's 1-based form; returns its length.
  func load(_ indices: [Int], _ coefficients: [Double]) -> Int32 {
    let target = scratch.indices
    let numbers = scratch.numbers
    for position in indices.indices {
      target[position + 1] = Int32(truncatingIfNeeded: indices[position] + 1)
      numbers[position + 1] = coefficients[position]
    }
    return Int32(indices.count)
  }

  private func fillColumn(_ column: Int, cost: Double, bounds: Bounds, kind: ColumnKind) {
    let number = Int32(column + 1)
    if kind == .integer { glp_set_col_kind(pointer, number, GLP_IV) }
    apply(bounds, toColumn: column)
    if cost != 0 { glp_set_obj_coef(pointer, number, cost) }
  }

  func apply(_ bounds: Bounds, toRow row: Int) {
    glp_set_row_bnds(pointer, Int32(row + 1), bounds.code, bounds.finiteLower, bounds.finiteUpper)
  }

  func apply(_ bounds: Bounds, toColumn column: Int) {
    glp_set_col_bnds(pointer, Int32(column + 1), bounds.code, bounds.finiteLower, bounds.finiteUpper)
  }
}

extension Bounds {
  /// The solver's word for this kind of interval.
  var code: Int32 {
    switch (lower == -.infinity, upper == .infinity) {
    case (true, true): GLP_FR
    case (false, true): GLP_LO
    case (true, false): GLP_UP
    case (false, false): lower == upper ? GLP_FX : GLP_DB
    }
  }

  var finiteLower: Double { lower == -.infinity ? 0 : lower }
  var finiteUpper: Double { upper == .infinity ? 0 : upper }
}
