import Domain
import GRDB

/// A row of the table `jobs`, to be changed and written back.
struct JobRecord {
  let id: JobID
  let programme: ProgrammeID
  let kind: JobKind
  let priority: JobPriority
  let createdAt: Timestamp
  let request: String
  let basedOn: InputSequence?
  var state: JobState
  var tries: Int
  var startedAt: Timestamp?
  var endedAt: Timestamp?

  var job: Job {
    Job(
      id: id, programme: programme, kind: kind, priority: priority, state: state, tries: tries,
      createdAt: createdAt, startedAt: startedAt, endedAt: endedAt, request: request, basedOn: basedOn)
  }

  init(_ row: Row, _ connection: LedgerConnection) throws {
    id = JobID(row["id"])
    guard let kind = JobKind(rawValue: row["kind"]), let priority = JobPriority(rawValue: row["priority"]),
      let state = JobState(row)
    else { throw connection.damaged("job \(id) cannot be read") }
    self.kind = kind
    self.priority = priority
    self.state = state
    programme = try connection.identifier(row["programme"])
    createdAt = Timestamp(milliseconds: row["created_at"])
    request = row["request"]
    basedOn = (row["base_input"] as Int64?).map(InputSequence.init)
    tries = row["tries"]
    startedAt = (row["started_at"] as Int64?).map(Timestamp.init(milliseconds:))
    endedAt = (row["ended_at"] as Int64?).map(Timestamp.init(milliseconds:))
  }

  func save(_ database: Database) throws {
    let columns = state.columns
    try database.execute(
      sql: """
        UPDATE jobs SET state = ?, not_before = ?, asked_to_end = ?, superseded_by = ?, summary = ?,
          error = ?, tries = ?, started_at = ?, ended_at = ?
        WHERE id = ?
        """,
      arguments: [
        state.stage.rawValue, columns.notBefore, columns.askedToEnd, columns.supersededBy, columns.summary,
        columns.error, tries, startedAt?.milliseconds, endedAt?.milliseconds, id.number,
      ])
  }
}

/// What a state is in the columns of the table.
private struct StateColumns {
  var notBefore: Int64?
  var askedToEnd: String?
  var supersededBy: Int64?
  var summary: String?
  var error: String?
}

extension JobState {
  fileprivate init?(_ row: Row) {
    let newer = (row["superseded_by"] as Int64?).map(JobID.init)
    let error: String? = row["error"]
    guard let stage = JobStage(rawValue: row["state"]) else { return nil }
    switch stage {
    case .queued:
      self = .queued(
        notBefore: (row["not_before"] as Int64?).map(Timestamp.init(milliseconds:)), lastError: error)
    case .running:
      switch row["asked_to_end"] as String? {
      case nil: self = .running(asked: nil)
      case "cancel": self = .running(asked: .cancel)
      default:
        guard let newer else { return nil }
        self = .running(asked: .supersede(by: newer))
      }
    case .done: self = .done(summary: row["summary"] ?? "")
    case .failed: self = .failed(error: error ?? "")
    case .held: self = .held(error: error ?? "")
    case .cancelled: self = .cancelled
    case .superseded:
      guard let newer else { return nil }
      self = .superseded(by: newer)
    }
  }

  fileprivate var columns: StateColumns {
    switch self {
    case .queued(let notBefore, let error): StateColumns(notBefore: notBefore?.milliseconds, error: error)
    case .running(nil), .cancelled: StateColumns()
    case .running(.cancel): StateColumns(askedToEnd: "cancel")
    case .running(.supersede(let newer)):
      StateColumns(askedToEnd: "supersede", supersededBy: newer.number)
    case .done(let summary): StateColumns(summary: summary)
    case .failed(let error), .held(let error): StateColumns(error: error)
    case .superseded(let newer): StateColumns(supersededBy: newer.number)
    }
  }
}
