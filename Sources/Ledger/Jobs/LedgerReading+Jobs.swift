public import Domain
import GRDB

extension LedgerReading {
  /// The job of this number; `nil` where there is none.
  public func job(_ id: JobID) throws -> Job? {
    try jobs(where: "id = ?", [id.number]).first
  }

  /// Jobs by number, at most `limit`, the newest first: of one programme, or in some stages only, where given.
  public func jobs(
    of programme: ProgrammeID? = nil, in stages: [JobStage] = JobStage.allCases, limit: Int = 1000
  ) throws -> [Job] {
    var condition = "state IN (\(stages.map { "'\($0.rawValue)'" }.joined(separator: ",")))"
    var arguments: StatementArguments = []
    if let programme {
      condition += " AND programme = ?"
      arguments += [programme.text]
    }
    return try jobs(where: condition + " ORDER BY id DESC LIMIT ?", arguments + [limit])
  }

  /// The job that would be started at `moment`; `nil` where none is due or `limit` jobs are running already.
  ///
  /// The most urgent goes first, of these the one asked for first; none of a programme of which one is running.
  public func next(at moment: Timestamp, limit: Int) throws -> Job? {
    let condition = """
      state = 'queued' AND (not_before IS NULL OR not_before <= ?)
      AND programme NOT IN (SELECT programme FROM jobs WHERE state = 'running')
      AND (SELECT COUNT(*) FROM jobs WHERE state = 'running') < ?
      ORDER BY priority, id LIMIT 1
      """
    return try jobs(where: condition, [moment.milliseconds, limit]).first
  }

  /// The earliest moment after `moment` before which some waiting job may not start; `nil` where there is none.
  public func nextWake(after moment: Timestamp) throws -> Timestamp? {
    try query { database in
      try Int64.fetchOne(
        database, sql: "SELECT MIN(not_before) FROM jobs WHERE state = 'queued' AND not_before > ?",
        arguments: [moment.milliseconds]
      ).map(Timestamp.init(milliseconds:))
    }
  }

  /// What a job has written into its log; empty where nothing, or where it was pruned.
  public func log(of id: JobID) throws -> String {
    try query { database in
      try String.fetchOne(database, sql: "SELECT text FROM job_logs WHERE job = ?", arguments: [id.number])
        ?? ""
    }
  }

  func jobs(where condition: String, _ arguments: StatementArguments) throws -> [Job] {
    try query { database in
      try Row.fetchAll(database, sql: "SELECT * FROM jobs WHERE \(condition)", arguments: arguments)
        .map { try JobRecord($0, connection).job }
    }
  }
}
