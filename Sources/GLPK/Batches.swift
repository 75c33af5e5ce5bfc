/// Columns to be added in one call, in flat arrays that can be filled again and again.
///
/// Column k has the entries `starts[k]..<starts[k + 1]` of `rows` and `coefficients`. Everything is
/// checked when the batch is handed to a `Problem`.
public struct ColumnBatch: Sendable {
  /// The objective coefficient of each column.
  public var costs: [Double] = []
  /// The bounds of each column.
  public var bounds: [Bounds] = []
  /// The kind of each column.
  public var kinds: [ColumnKind] = []
  /// Where each column's entries begin, and at the end the number of entries.
  public var starts: [Int] = [0]
  /// The row of each entry, from 0.
  public var rows: [Int32] = []
  /// The coefficient of each entry.
  public var coefficients: [Double] = []

  /// An empty batch.
  public init() {}

  /// The number of columns.
  public var count: Int { costs.count }

  /// Appends a column whose entries follow by `appendEntry`.
  public mutating func append(cost: Double, bounds: Bounds = .nonNegative, kind: ColumnKind = .continuous) {
    costs.append(cost)
    self.bounds.append(bounds)
    kinds.append(kind)
    starts.append(rows.count)
  }

  /// Appends an entry to the last column; there must be one.
  public mutating func appendEntry(row: Int, _ coefficient: Double) {
    rows.append(Int32(clamping: row))
    coefficients.append(coefficient)
    starts[starts.count - 1] = rows.count
  }

  /// Empties the batch and keeps its memory.
  public mutating func removeAll() {
    costs.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    rows.removeAll(keepingCapacity: true)
    coefficients.removeAll(keepingCapacity: true)
  }
}

/// Rows to be added in one call, in flat arrays that can be filled again and again.
///
/// Row k has the entries `starts[k]..<starts[k + 1]` of `columns` and `coefficients`. Everything is
/// checked when the batch is handed to a `Problem`.
public struct RowBatch: Sendable {
  /// The bounds of each row's activity.
  public var bounds: [Bounds] = []
  /// Where each row's entries begin, and at the end the number of entries.
  public var starts: [Int] = [0]
  /// The column of each entry, from 0.
  public var columns: [Int32] = []
  /// The coefficient of each entry.
  public var coefficients: [Double] = []

  /// An empty batch.
  public init() {}

  /// The number of rows.
  public var count: Int { bounds.count }

  /// Appends a row whose entries follow by `appendEntry`.
  public mutating func append(bounds: Bounds) {
    self.bounds.append(bounds)
    starts.append(columns.count)
  }

  /// Appends an entry to the last row; there must be one.
  public mutating func appendEntry(column: Int, _ coefficient: Double) {
    columns.append(Int32(clamping: column))
    coefficients.append(coefficient)
    starts[starts.count - 1] = columns.count
  }

  /// Empties the batch and keeps its memory.
  public mutating func removeAll() {
    bounds.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    columns.removeAll(keepingCapacity: true)
    coefficients.removeAll(keepingCapacity: true)
  }
}

/// One row by itself, as lazy-row callbacks return it.
public struct SparseRow: Equatable, Sendable {
  /// The columns with a coefficient, each once.
  public var columns: [Int]
  /// Their coefficients.
  public var coefficients: [Double]
  /// The bounds of the row's activity.
  public var bounds: Bounds

  /// A row.
  public init(columns: [Int], coefficients: [Double], bounds: Bounds) {
    self.columns = columns
    self.coefficients = coefficients
    self.bounds = bounds
  }
}
