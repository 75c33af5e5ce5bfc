public import Domain
public import WhatIf

/// What becomes of a schedule, as the worker found it.
public struct WhatIfReply: Codable, Sendable {
  /// The schedule as it stands.
  public var before: Plan
  /// An answer to each question, in their order.
  public var scenarios: [Scenario]
  /// What each visit's delay would do, in the order of visits and weeks.
  public var slips: [Slip]

  /// The answer to one question.
  public struct Scenario: Codable, Sendable {
    /// The question's name.
    public var name: String
    /// The schedule that moves least.
    public var plan: Plan
    /// The pairs that were broken up for teams without a partner, and those that a withdrawal ended.
    public var broken: [PairID]
    /// Why each visit that moves, or is lost, does not stay, as part of a sentence.
    public var reasons: [Reason]
    /// Other ways to give teams new partners, as sentences.
    public var alternatives: [String]
    /// Seconds of the search.
    public var seconds: Double
  }

  /// Why a visit does not stay where it was.
  public struct Reason: Codable, Sendable, Equatable {
    /// Which visit.
    public var visit: VisitID
    /// Why, as part of a sentence: `because …`.
    public var why: String
  }

  /// An answer.
  public init(before: Plan, scenarios: [Scenario], slips: [Slip]) {
    self.before = before
    self.scenarios = scenarios
    self.slips = slips
  }
}
