public import Domain

/// What a team answered to a visit.
public struct VisitReply: Hashable, Sendable {
  /// Yes or no.
  public enum Answer: String, CaseIterable, Sendable {
    /// The team takes the date.
    case accept
    /// The team cannot; the manager is offered the what-if.
    case decline
  }

  /// The visit.
  public var visit: VisitID
  /// Who answers.
  public var team: TeamID
  /// The answer.
  public var answer: Answer
  /// What the team adds, in its own words; at most 2,000 bytes.
  public var note: String

  /// A team's answer.
  public init(visit: VisitID, team: TeamID, answer: Answer, note: String = "") {
    self.visit = visit
    self.team = team
    self.answer = answer
    self.note = note
  }
}
