public import Domain

/// A job to be asked for.
public struct NewJob: Sendable {
  /// Whose job it is.
  public var programme: ProgrammeID
  /// What it is to do.
  public var kind: JobKind
  /// Which goes first.
  public var priority: JobPriority
  /// Not to be started earlier, as a plan before the quiet time is over; `nil` for at once.
  public var notBefore: Timestamp?
  /// What exactly is asked for, as JSON of at most 1 MiB; the ledger keeps and never reads it.
  public var request: String
  /// The state of the tables it was asked for; `nil` where that does not matter.
  public var basedOn: InputSequence?

  /// A job to be asked for.
  public init(
    programme: ProgrammeID, kind: JobKind, priority: JobPriority = .normal, notBefore: Timestamp? = nil,
    request: String = "{}", basedOn: InputSequence? = nil
  ) {
    self.programme = programme
    self.kind = kind
    self.priority = priority
    self.notBefore = notBefore
    self.request = request
    self.basedOn = basedOn
  }
}

/// A job as the ledger keeps it; its log is asked for apart.
public struct Job: Equatable, Sendable {
  /// Its number.
  public let id: JobID
  /// Whose job it is.
  public let programme: ProgrammeID
  /// What it is to do.
  public let kind: JobKind
  /// Which goes first.
  public let priority: JobPriority
  /// Where it is on its way.
  public let state: JobState
  /// How often it was started since it was queued first or by an operator: 0 to `Retry.limit`.
  public let tries: Int
  /// When it was asked for.
  public let createdAt: Timestamp
  /// When it was last started.
  public let startedAt: Timestamp?
  /// When it ended, or was held.
  public let endedAt: Timestamp?
  /// What exactly was asked for, as JSON.
  public let request: String
  /// The state of the tables it was asked for.
  public let basedOn: InputSequence?

  /// Whether it is running and should end.
  public var wantsCancel: Bool {
    guard case .running(let asked) = state else { return false }
    return asked != nil
  }
}
