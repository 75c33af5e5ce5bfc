import Domain
import GRDB

extension LedgerTransaction {
  /// The job as it is; throws `unknownJob`.
  func record(_ id: JobID) throws -> JobRecord {
    let sql = "SELECT * FROM jobs WHERE id = ?"
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [id.number]) else {
      throw LedgerError.unknownJob(id)
    }
    return try JobRecord(row, connection)
  }

  /// The one way from state to state: checks that it is allowed, writes it and its line of the audit.
  @discardableResult
  func move(_ id: JobID, to state: JobState, changing change: (inout JobRecord) -> Void = { _ in }) throws
    -> Job
  {
    var record = try record(id)
    let old = record.state.stage
    guard old.next.contains(state.stage) else {
      throw LedgerError.illegalTransition(id, from: old, to: state.stage)
    }
    if old == .running { try requireNoPreparedRelease(of: id) }
    record.state = state
    record.endedAt =
      switch state.stage {
      case .queued, .running: nil
      case .done, .failed, .held, .cancelled, .superseded: at
      }
    change(&record)
    try record.save(database)
    var details = [LedgerCell("from", old.rawValue), LedgerCell("to", state.stage.rawValue)]
    if case .superseded(let newer) = state { details.append(LedgerCell("by", newer.description)) }
    try note(.jobMoved, programme: record.programme, job: id, details: details)
    return record.job
  }

  /// Asks a running job to end.
  func askToEnd(_ id: JobID, _ request: JobState.EndRequest) throws {
    var record = try record(id)
    guard case .running = record.state else {
      throw LedgerError.illegalTransition(id, from: record.state.stage, to: .cancelled)
    }
    record.state = .running(asked: request)
    try record.save(database)
    let reason =
      switch request {
      case .cancel: "cancel"
      case .supersede(let newer): newer.description
      }
    try note(
      .jobAskedToEnd, programme: record.programme, job: id, details: [LedgerCell("for", reason)])
  }

  private func requireNoPreparedRelease(of id: JobID) throws {
    let sql = "SELECT programme, number FROM releases WHERE job = ? AND state = 'prepared'"
    if let row = try Row.fetchOne(database, sql: sql, arguments: [id.number]) {
      throw LedgerError.releaseOpen(try connection.identifier(row["programme"]), number: row["number"])
    }
  }
}
