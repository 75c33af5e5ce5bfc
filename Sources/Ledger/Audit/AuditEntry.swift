public import Domain

/// A line of the audit: who did what when. Ids only, no personal data; a line is never changed or taken out.
public struct AuditEntry: Equatable, Sendable {
  /// 1, 2, … without gaps.
  public let number: Int64
  /// When, by the caller's clock.
  public let at: Timestamp
  /// Who.
  public let who: Initiator
  /// What.
  public let what: AuditEvent
  /// The programme it is about, if one.
  public let programme: ProgrammeID?
  /// The job it is about, if one.
  public let job: JobID?
  /// Further ids and figures, in a fixed order for each event.
  public let details: [LedgerCell]
}
