public import Domain

/// What one team says to one visit, as a row of replies.csv.
public struct Reply: Sendable, Hashable {
  /// The visit's id as written, as in `R0A--RJ1`.
  public var visit: String
  /// Who answers.
  public var team: TeamID
  /// The answer.
  public var answer: ReplyAnswer
  /// What the team adds.
  public var note: String?

  /// A reply.
  public init(visit: String, team: TeamID, answer: ReplyAnswer, note: String? = nil) {
    self.visit = visit
    self.team = team
    self.answer = answer
    self.note = note
  }
}

/// The two answers to a visit.
public enum ReplyAnswer: String, Sendable, CaseIterable {
  case accept, decline
}
