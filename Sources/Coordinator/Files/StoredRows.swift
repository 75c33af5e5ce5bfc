import Ledger
import Merging
import Solving

/// Rows on their way between the ledger, which keeps columns by name, and merging, which gives them by position.
extension TakeRequest.Row {
  init(_ row: LedgerRow) {
    self.init(
      table: row.id.table, key: row.id.key, source: row.id.source, cells: row.cells.map(\.value))
  }

  var ledgerKey: Ledger.RowKey { Ledger.RowKey(table: table, key: key, source: source) }

  var row: LedgerRow {
    LedgerRow(
      id: ledgerKey, cells: cells.enumerated().map { LedgerCell(String($0.offset + 1), $0.element) })
  }
}

extension TakeReply.Step {
  var change: Ledger.RowChange {
    switch self {
    case .insert(let row): .insert(row.row)
    case .replace(let row): .replace(row.row)
    case .remove(let row): .remove(row.ledgerKey)
    }
  }
}

extension StoredRow {
  init(_ row: LedgerRow) {
    self.init(
      table: row.id.table, key: row.id.key, source: row.id.source, cells: row.cells.map(\.value))
  }
}
