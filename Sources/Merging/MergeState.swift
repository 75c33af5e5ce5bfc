import Intake

/// A programme's rows as they are now, put together from all files that were taken.
public struct MergeState: Sendable, Equatable {
  /// programme.yaml; `nil` where none was taken yet.
  private(set) var settings: StoredRow?
  /// Of each table its rows by identity.
  private var tables: [TableKind: [String: StoredRow]] = [:]

  /// A programme of which nothing was taken yet.
  public init() {}

  /// A programme of these rows, in any order.
  ///
  /// Throws where a row is of a table that this program does not know, as a newer one may have written it.
  public init(rows: some Sequence<StoredRow>) throws(UnknownTable) {
    for row in rows {
      if row.table == StoredRow.settingsTable {
        settings = row
      } else {
        guard let kind = Self.kind(of: row.table) else { throw UnknownTable(name: row.table) }
        tables[kind, default: [:]][Self.identity(row, kind)] = row
      }
    }
  }

  /// Every row: programme.yaml first, then table by table in the order of docs/formats.md, each by key and source.
  public var rows: [StoredRow] {
    (settings.map { [$0] } ?? []) + TableKind.merged.flatMap { rows(of: $0) }
  }

  /// The rows of a table, by key and source in byte order.
  func rows(of kind: TableKind) -> [StoredRow] {
    (tables[kind] ?? [:]).values.sorted { a, b in
      if a.key != b.key { return a.key.utf8.lexicographicallyPrecedes(b.key.utf8) }
      return a.source.utf8.lexicographicallyPrecedes(b.source.utf8)
    }
  }

  /// The row of a table with this key (and, in diaries, source); `nil` where there is none.
  func row(of kind: TableKind, key: String, source: String) -> StoredRow? {
    tables[kind]?[Self.identity(kind, key: key, source: source)]
  }

  /// Takes one step.
  public mutating func apply(_ change: RowChange) {
    switch change {
    case .insert(let row), .replace(let row): set(row, of: row, to: row)
    case .remove(let row): set(row, of: row, to: nil)
    }
  }

  private mutating func set(_ row: StoredRow, of told: StoredRow, to value: StoredRow?) {
    if row.table == StoredRow.settingsTable {
      settings = value
    } else if let kind = Self.kind(of: row.table) {
      tables[kind, default: [:]][Self.identity(told, kind)] = value
    }
  }

  private static let kinds = Dictionary(uniqueKeysWithValues: TableKind.merged.map { ($0.file, $0) })

  /// The table of a programme that has this file name.
  static func kind(of table: String) -> TableKind? { kinds[table] }

  private static func identity(_ row: StoredRow, _ kind: TableKind) -> String {
    identity(kind, key: row.key, source: row.source)
  }

  private static func identity(_ kind: TableKind, key: String, source: String) -> String {
    switch Replacement(kind) {
    case .source: key + "\u{1F}" + source
    case .row, .rows: key
    }
  }

  /// Tables without rows are as if they were never there.
  public static func == (a: MergeState, b: MergeState) -> Bool {
    a.settings == b.settings
      && TableKind.merged.allSatisfy { (a.tables[$0] ?? [:]) == (b.tables[$0] ?? [:]) }
  }
}

/// A row is of a table that this program does not know.
public struct UnknownTable: Error, Sendable, Equatable {
  /// The name of the table.
  public var name: String

  /// A table of this name.
  public init(name: String) { self.name = name }
}
