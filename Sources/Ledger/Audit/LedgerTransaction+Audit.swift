public import Domain
import GRDB

extension LedgerTransaction {
  /// Writes a line into the audit for something that changes nothing else, as the daemon's start.
  ///
  /// `details` are ids and figures only: the audit is kept for ever and holds no personal data.
  public func note(
    _ event: AuditEvent, programme: ProgrammeID? = nil, job: JobID? = nil, details: [LedgerCell] = []
  ) throws {
    let sql = "INSERT INTO audit (at, who, what, programme, job, details) VALUES (?, ?, ?, ?, ?, ?)"
    try database.cachedStatement(sql: sql).execute(arguments: [
      at.milliseconds, who.description, event.rawValue, programme?.text, job?.number,
      CellText.encode(details),
    ])
  }
}

extension LedgerReading {
  /// The audit in order, after line `number`, at most `limit` lines; of one programme where one is given.
  public func audit(
    of programme: ProgrammeID? = nil, after number: Int64 = 0, limit: Int = 1000
  ) throws -> [AuditEntry] {
    try query { database in
      let sql = """
        SELECT * FROM audit WHERE id > ?1 AND (?2 IS NULL OR programme = ?2) ORDER BY id LIMIT ?3
        """
      return try Row.fetchAll(
        database, sql: sql, arguments: [number, programme?.text, limit]
      ).map { row in try AuditEntry(row, path: connection.path) }
    }
  }
}

extension AuditEntry {
  fileprivate init(_ row: Row, path: String) throws {
    let number: Int64 = row["id"]
    guard let who = Initiator(row["who"] as String), let what = AuditEvent(rawValue: row["what"]),
      let details = CellText.decode(row["details"])
    else { throw LedgerError.damaged(path: path, reason: "line \(number) of the audit cannot be read") }
    self.init(
      number: number, at: Timestamp(milliseconds: row["at"]), who: who, what: what,
      programme: (row["programme"] as String?).flatMap { ProgrammeID($0) },
      job: (row["job"] as Int64?).map(JobID.init), details: details)
  }
}
