/// Names one row of a programme's tables: several sources may have a row of one key.
public struct RowKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The table's name, as `people`; whole documents have tables of their own, as `programme.yaml`.
  public var table: String
  /// What names the row in its table, as merging makes it.
  public var key: String
  /// Where the row comes from, where the table tells sources apart; empty otherwise.
  public var source: String

  /// A row by its table, key and source.
  public init(table: String, key: String, source: String = "") {
    self.table = table
    self.key = key
    self.source = source
  }

  /// As people are told.
  public var description: String {
    source.isEmpty ? "row '\(key)' of \(table)" : "row '\(key)' of \(table) from \(source)"
  }

  /// By table, key and source, each in byte order.
  public static func < (a: Self, b: Self) -> Bool {
    for (left, right) in [(a.table, b.table), (a.key, b.key), (a.source, b.source)] where left != right {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return false
  }
}

/// One column of a row and what stands in it.
public struct LedgerCell: Hashable, Sendable {
  /// The column's name.
  public var column: String
  /// The text as read.
  public var value: String

  /// `value` in `column`.
  public init(_ column: String, _ value: String) {
    self.column = column
    self.value = value
  }
}

/// A row of a programme's merged tables: texts only, which the ledger keeps and never interprets.
public struct LedgerRow: Hashable, Sendable {
  /// Which row.
  public var id: RowKey
  /// Its cells, in the order that whoever made the row gives its columns.
  public var cells: [LedgerCell]

  /// A row with its cells.
  public init(id: RowKey, cells: [LedgerCell]) {
    self.id = id
    self.cells = cells
  }

  /// A whole document, as programme.yaml, as the one row of its own table.
  public init(document name: String, text: String) {
    self.init(id: RowKey(table: name, key: ""), cells: [LedgerCell("text", text)])
  }
}

/// What one input does to one row.
public enum RowChange: Hashable, Sendable {
  /// The row was not there.
  case insert(LedgerRow)
  /// The row was there with other cells.
  case replace(LedgerRow)
  /// The row is there no longer.
  case remove(RowKey)

  /// Which row changes.
  public var row: RowKey {
    switch self {
    case .insert(let row), .replace(let row): row.id
    case .remove(let id): id
    }
  }
}
