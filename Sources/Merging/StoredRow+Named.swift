public import Intake

/// A row for a database that keeps its cells by name.
extension StoredRow {
  /// The cells that are not blank, each with its column: those of `LoneTable.columns(of:)` in their order, then the
  /// further ones of teams.csv by name; of programme.yaml the one cell `text`. Empty where the table is not known.
  public var namedCells: [NamedCell] {
    if table == Self.settingsTable { return cells.prefix(1).map { NamedCell(name: "text", text: $0) } }
    let columns = MergeState.kind(of: table).map(LoneTable.columns) ?? []
    let known = columns.enumerated().map { index, name in
      NamedCell(name: name, text: StoredCells.known(self, index))
    }
    return known.filter { !$0.text.isEmpty } + StoredCells.others(self)
  }

  /// The row that has these `namedCells`, in any order.
  ///
  /// Throws where the table is not known.
  public init(table: String, key: String, source: String, named: [NamedCell]) throws(UnknownTable) {
    if table == Self.settingsTable {
      self.init(table: table, key: key, source: source, cells: named.prefix(1).map(\.text))
      return
    }
    guard let kind = MergeState.kind(of: table) else { throw UnknownTable(name: table) }
    let columns = LoneTable.columns(of: kind)
    let cells = columns.map { column in named.first { $0.name == column }?.text ?? "" }
    let others = named.filter { !columns.contains($0.name) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.init(table: table, key: key, source: source, cells: cells + others.map(StoredCells.other))
  }
}
