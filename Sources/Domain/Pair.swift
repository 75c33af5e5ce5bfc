/// Two teams (three in a trio) that visit each other, with the figures that speak for it.
public struct Pair: Sendable, Equatable, Codable {
  /// Sorted by id.
  public var teams: [TeamID]
  /// What pairing maximises.
  public var score: Score
  /// What each team can learn from its partner, in the order of `teams`.
  public var gains: [Score]
  /// How far apart their overall levels are.
  public var levelGap: Score
  /// The drive one way, the longer direction.
  public var travel: Minutes
  /// Whether that drive is an estimate.
  public var travelIsEstimated: Bool
  /// Feasible dates of the leg that each team hosts, in the order of `teams`.
  public var commonDates: [Int]
  /// The least reliability of the figures used, 0 to 1; `nil` where no number of cases is known.
  public var reliability: Double?
  /// Whether pair_rules.csv forced it.
  public var isForced: Bool
  /// Indicator by indicator, in the order of programme.yaml.
  public var comparisons: [Comparison]
  /// What it is worth to the whole; `nil` where it was not for choice, or finding out would have taken too long.
  public var price: PairPrice?

  /// A pair with its figures.
  public init(
    teams: [TeamID], score: Score, gains: [Score], levelGap: Score, travel: Minutes,
    travelIsEstimated: Bool, commonDates: [Int], reliability: Double? = nil, isForced: Bool = false,
    comparisons: [Comparison] = [], price: PairPrice? = nil
  ) {
    self.teams = teams
    self.score = score
    self.gains = gains
    self.levelGap = levelGap
    self.travel = travel
    self.travelIsEstimated = travelIsEstimated
    self.commonDates = commonDates
    self.reliability = reliability
    self.isForced = isForced
    self.comparisons = comparisons
    self.price = price
  }

  /// The stable name.
  public var id: PairID { PairID(teams) }
}

/// The teams of a pair side by side on one indicator.
public struct Comparison: Sendable, Equatable, Codable {
  /// Which indicator.
  public var indicator: IndicatorID
  /// The proportion of each team as published, in the order of the pair's teams; `nil` where missing.
  public var values: [Double?]
  /// The standing of each team after shrinkage, in SD, more is better; `nil` where missing.
  public var standings: [Double?]
  /// The reliability of each team's figure, 0 to 1; `nil` where no number of cases is known.
  public var reliabilities: [Double?]

  /// A comparison.
  public init(indicator: IndicatorID, values: [Double?], standings: [Double?], reliabilities: [Double?]) {
    self.indicator = indicator
    self.values = values
    self.standings = standings
    self.reliabilities = reliabilities
  }
}

/// A team that has no partner in the plan, and why.
public struct UnpairedTeam: Sendable, Equatable, Codable {
  /// The team.
  public var team: TeamID
  /// Why, as a sentence for people.
  public var reason: String

  /// A team left out.
  public init(team: TeamID, reason: String) {
    self.team = team
    self.reason = reason
  }
}
