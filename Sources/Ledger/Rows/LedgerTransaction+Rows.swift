import Domain
import GRDB

extension LedgerTransaction {
  /// Makes `changes` of the programme's rows, each at most once, as following from `input`.
  ///
  /// Throws `rowExists`, `rowMissing` or `rowChangedTwice` where they were not made for the rows as they are now.
  func apply(_ changes: [RowChange], of programme: ProgrammeID, by input: InputSequence) throws {
    var changed: Set<RowKey> = []
    for change in changes {
      guard changed.insert(change.row).inserted else { throw LedgerError.rowChangedTwice(change.row) }
      switch change {
      case .insert(let row):
        guard try current(row.id, of: programme) == nil else { throw LedgerError.rowExists(row.id) }
        try begin(row, of: programme, by: input)
      case .replace(let row):
        try end(row.id, of: programme, by: input)
        try begin(row, of: programme, by: input)
      case .remove(let key):
        try end(key, of: programme, by: input)
      }
    }
  }

  private func current(_ key: RowKey, of programme: ProgrammeID) throws -> Int64? {
    let sql = """
      SELECT id FROM rows
      WHERE programme = ? AND part = ? AND key = ? AND source = ? AND until_input IS NULL
      """
    return try Int64.fetchOne(
      database.cachedStatement(sql: sql), arguments: [programme.text, key.table, key.key, key.source])
  }

  private func end(_ key: RowKey, of programme: ProgrammeID, by input: InputSequence) throws {
    guard let id = try current(key, of: programme) else { throw LedgerError.rowMissing(key) }
    try database.cachedStatement(sql: "UPDATE rows SET until_input = ? WHERE id = ?")
      .execute(arguments: [input.number, id])
  }

  private func begin(_ row: LedgerRow, of programme: ProgrammeID, by input: InputSequence) throws {
    let sql = """
      INSERT INTO rows (programme, part, key, source, cells, since_input) VALUES (?, ?, ?, ?, ?, ?)
      """
    try database.cachedStatement(sql: sql).execute(arguments: [
      programme.text, row.id.table, row.id.key, row.id.source, CellText.encode(row.cells), input.number,
    ])
  }
}
