public import Domain

/// A numbered state of the published schedule, as the ledger keeps it.
public struct Release: Equatable, Sendable {
  /// How far its publishing has come.
  public enum State: Equatable, Sendable {
    /// It is written down and not published; after a crash it is published or dropped.
    case prepared
    /// People see it, or saw it until the next one.
    case published(at: Timestamp)
  }

  /// Whose release it is.
  public let programme: ProgrammeID
  /// 1, 2, … without gaps in each programme.
  public let number: Int
  /// The job that made it.
  public let job: JobID
  /// How far its publishing has come.
  public let state: State
  /// When it was prepared.
  public let preparedAt: Timestamp
  /// The SHA-256 of plan.json.
  public let planDigest: ContentDigest
  /// The state of the tables that the plan was made from.
  public let basedOn: InputSequence?
  /// The earlier release whose plan it brought back; `nil` where it is no rollback.
  public let restores: Int?
}
