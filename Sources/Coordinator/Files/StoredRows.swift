import Intake
import Ledger
import Merging
import Solving

extension StoredRow {
  /// The row that the ledger keeps, whose cells bear the names of their columns there.
  init(_ row: LedgerRow) throws {
    try self.init(
      table: row.id.table, key: row.id.key, source: row.id.source,
      named: row.cells.map { NamedCell(name: $0.column, text: $0.value) })
  }

  fileprivate init(_ row: TakeRequest.Row) {
    self.init(table: row.table, key: row.key, source: row.source, cells: row.cells)
  }
}

extension TakeRequest.Row {
  /// The row as a worker is given it.
  init(_ row: LedgerRow) throws {
    let stored = try StoredRow(row)
    self.init(table: stored.table, key: stored.key, source: stored.source, cells: stored.cells)
  }

  fileprivate var kept: LedgerRow {
    LedgerRow(id: id, cells: StoredRow(self).namedCells.map { LedgerCell($0.name, $0.text) })
  }

  fileprivate var id: Ledger.RowKey { Ledger.RowKey(table: table, key: key, source: source) }
}

extension TakeReply.Step {
  /// The step as the ledger takes it.
  var change: Ledger.RowChange {
    switch self {
    case .insert(let row): .insert(row.kept)
    case .replace(let row): .replace(row.kept)
    case .remove(let row): .remove(row.id)
    }
  }
}
