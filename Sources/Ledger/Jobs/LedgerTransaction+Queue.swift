import Domain
import GRDB

extension LedgerTransaction {
  /// Asks for a job, which waits for its turn.
  ///
  /// A plan takes the place of the plans of its programme that wait, and asks one that is running to end. Throws
  /// `unknownProgramme` or `invalidValue`.
  public func enqueue(_ new: NewJob) throws -> JobID {
    let isKnown = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM programmes WHERE id = ?)", arguments: [new.programme.text])
    guard isKnown == true else { throw LedgerError.unknownProgramme(new.programme) }
    let isJSON = try Bool.fetchOne(database, sql: "SELECT json_valid(?)", arguments: [new.request])
    guard isJSON == true, new.request.utf8.count <= 1 << 20 else {
      throw LedgerError.invalidValue("the request of a job is JSON of at most 1 MiB")
    }
    try database.execute(
      sql: """
        INSERT INTO jobs (programme, kind, state, priority, tries, not_before, created_at, request, base_input)
        VALUES (?, ?, 'queued', ?, 0, ?, ?, ?, ?)
        """,
      arguments: [
        new.programme.text, new.kind.rawValue, new.priority.rawValue, new.notBefore?.milliseconds,
        at.milliseconds, new.request, new.basedOn?.number,
      ])
    let id = JobID(database.lastInsertedRowID)
    var details = [LedgerCell("kind", new.kind.rawValue)]
    if let input = new.basedOn { details.append(LedgerCell("input", String(input.number))) }
    try note(.jobQueued, programme: new.programme, job: id, details: details)
    if new.kind == .plan { try supersede(plansOf: new.programme, by: id) }
    return id
  }

  /// Starts the job that is due, which counts as a try; `nil` where none is due or `limit` are running already.
  public func startNext(limit: Int) throws -> Job? {
    guard let due = try next(at: at, limit: limit) else { return nil }
    return try move(due.id, to: .running(asked: nil)) { record in
      record.tries += 1
      record.startedAt = at
    }
  }

  private func supersede(plansOf programme: ProgrammeID, by newer: JobID) throws {
    let earlier = try jobs(
      where: "programme = ? AND kind = 'plan' AND id < ? AND state IN ('queued', 'running') ORDER BY id",
      [programme.text, newer.number])
    for plan in earlier {
      switch plan.state {
      case .queued: try move(plan.id, to: .superseded(by: newer))
      case .running(.cancel): break
      case .running: try askToEnd(plan.id, .supersede(by: newer))
      case .done, .failed, .held, .cancelled, .superseded: break
      }
    }
  }
}
