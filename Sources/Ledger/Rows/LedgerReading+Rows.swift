public import Domain
import GRDB

extension LedgerReading {
  /// The rows of a programme's merged tables, by table, key and source in byte order: as they are now, or as they
  /// were after `input`, that input included.
  public func currentRows(
    of programme: ProgrammeID, asOf input: InputSequence? = nil
  ) throws -> [LedgerRow] {
    let condition =
      input == nil
      ? "until_input IS NULL" : "since_input <= ?2 AND (until_input IS NULL OR until_input > ?2)"
    let sql = """
      SELECT part, key, source, cells FROM rows WHERE programme = ?1 AND \(condition)
      ORDER BY part, key, source
      """
    return try query { database in
      var arguments: StatementArguments = [programme.text]
      if let input { arguments += [input.number] }
      return try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
        let id = RowKey(table: row["part"], key: row["key"], source: row["source"])
        guard let cells = CellText.decode(row["cells"]) else {
          throw connection.damaged("\(id) cannot be read")
        }
        return LedgerRow(id: id, cells: cells)
      }
    }
  }
}
