/// An audit indicator on which teams are compared.
public struct Indicator: Sendable, Equatable {
  /// The id used in indicators.csv.
  public var id: IndicatorID
  /// The label for people.
  public var label: String
  /// Whether more is better.
  public var direction: Direction
  /// The weight relative to the others; positive.
  public var weight: Double

  /// An indicator as programme.yaml describes it.
  public init(id: IndicatorID, label: String, direction: Direction = .higher, weight: Double = 1) {
    self.id = id
    self.label = label
    self.direction = direction
    self.weight = weight
  }
}

/// Which way an indicator gets better.
public enum Direction: String, Sendable, Codable, CaseIterable {
  case higher, lower
}

/// A team's result on an indicator in a period.
public struct IndicatorResult: Sendable, Equatable {
  /// Whose result.
  public var team: TeamID
  /// Of what.
  public var indicator: IndicatorID
  /// Of when, as written; `nil` where blank.
  public var period: String?
  /// The proportion, 0 to 1.
  public var value: Double
  /// Of how many cases: the denominator, else the stated number of cases; `nil` where neither is known.
  public var cases: Double?
  /// Whether `cases` is a caseload stated instead of a denominator, and so an upper bound.
  public var casesAreCaseload: Bool

  /// A result as its row gives it.
  public init(
    team: TeamID, indicator: IndicatorID, period: String? = nil, value: Double, cases: Double? = nil,
    casesAreCaseload: Bool = false
  ) {
    self.team = team
    self.indicator = indicator
    self.period = period
    self.value = value
    self.cases = cases
    self.casesAreCaseload = casesAreCaseload
  }
}

/// What pair_rules.csv says about two teams.
public struct PairRule: Sendable, Equatable {
  /// One team.
  public var teamA: TeamID
  /// The other.
  public var teamB: TeamID
  /// What is ruled.
  public var kind: PairRuleKind
  /// Why, as written.
  public var reason: String?

  /// A rule as its row gives it.
  public init(teamA: TeamID, teamB: TeamID, kind: PairRuleKind, reason: String? = nil) {
    self.teamA = teamA
    self.teamB = teamB
    self.kind = kind
    self.reason = reason
  }

  /// The rules that make `groups`, each two or three teams, one another's partners: each two of a group are forced.
  public static func forcing(_ groups: [[TeamID]], reason: String) -> [PairRule] {
    groups.flatMap { teams in
      teams.indices.flatMap { place in
        teams.dropFirst(place + 1).map {
          PairRule(teamA: teams[place], teamB: $0, kind: .force, reason: reason)
        }
      }
    }
  }
}

/// What may be ruled about two teams.
public enum PairRuleKind: String, Sendable, Codable, CaseIterable {
  /// They are not to be paired.
  case forbid
  /// They are to be paired.
  case force
  /// They were partners before; counts as forbidden.
  case previous
}

/// Days on which nothing can be held.
public struct Closure: Sendable, Equatable {
  /// The first day.
  public var from: Day
  /// The last day.
  public var to: Day
  /// Where.
  public var scope: ClosureScope
  /// Why, as written.
  public var reason: String?

  /// A closure as its row gives it.
  public init(from: Day, to: Day, scope: ClosureScope, reason: String? = nil) {
    self.from = from
    self.to = to
    self.scope = scope
    self.reason = reason
  }
}

/// What a closure closes.
public enum ClosureScope: Hashable, Sendable, Codable {
  /// Every visit.
  case all
  /// Visits hosted at a site.
  case site(SiteID)
  /// Visits hosted or made by a team.
  case team(TeamID)
  /// One visit.
  case visit(VisitID)
}

/// A known drive between two sites.
public struct TravelTime: Sendable, Equatable {
  /// Where from.
  public var from: SiteID
  /// Where to.
  public var to: SiteID
  /// How long.
  public var minutes: Minutes
  /// By what means, as written.
  public var mode: String?
  /// Whether the way back takes as long.
  public var isBothWays: Bool

  /// A drive as its row gives it.
  public init(from: SiteID, to: SiteID, minutes: Minutes, mode: String? = nil, isBothWays: Bool = true) {
    self.from = from
    self.to = to
    self.minutes = minutes
    self.mode = mode
    self.isBothWays = isBothWays
  }
}
