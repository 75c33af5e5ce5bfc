public import Domain

/// What speaks for a pair or trio, worked out from the programme alone.
public struct PairFigures: Sendable, Equatable {
  /// What pairing maximises; of a trio a third of its three pairs' sum, rounded down.
  public var score: Score
  /// What each team can learn, in the order of the sorted ids; in a trio the mean over the other two.
  public var gains: [Score]
  /// How far apart the levels are; of a trio the widest.
  public var levelGap: Score
  /// The drive one way, the longer direction; of a trio the longest.
  public var travel: Minutes
  /// Whether that drive is an estimate.
  public var travelIsEstimated: Bool
  /// Feasible dates of the leg that each team hosts, in the order of the sorted ids.
  public var commonDates: [Int]

  init?(of teams: [TeamID], facts: Facts) {
    guard let figures = StandingFigures(of: teams, facts: facts) else { return nil }
    score = figures.score
    gains = figures.gains
    levelGap = figures.levelGap
    travel = figures.travel
    travelIsEstimated = figures.travelIsEstimated
    commonDates = Group(teams: teams.sorted()).legs.map { leg in
      Leg(host: leg.host, visitors: leg.visitors, facts: facts).map { CommonDates.days(of: $0).count } ?? 0
    }
  }
}
