import Domain

/// A rule on pairs that acts by leaving pairs out.
protocol EdgeRule {
  /// Its name.
  static var rule: Rule { get }

  /// Whether the rule lets two teams be partners.
  func admits(_ pair: PairFigures) -> Bool

  /// What `count` teams that it bars have in common, said after their number: "are farther than 180 minutes".
  func predicate(_ count: Int) -> String

  /// How far the rule must give way for a pair that it bars: the smaller, the less. `nil` where it cannot.
  func concession(for pair: PairFigures) -> Int?

  /// The setting that concedes so much to `pair`, as it is written: "max_travel_minutes 190".
  func wording(conceding level: Int, to pair: PairFigures) -> String
}

/// The rules that leave pairs out, in the order in which a barred pair is explained.
func edgeRules(_ programme: Programme, teams: [Team]) -> [any EdgeRule] {
  let settings = programme.settings.pairing
  let rules: [(any EdgeRule)?] = [
    ForbiddenPair(programme.pairRules, teams: teams),
    KeptApart(columns: settings.keepApart, teams: teams),
    TravelLimit(settings),
    LevelGapLimit(settings),
    EnoughCommonIndicators(settings),
    MinimumGain(settings),
    EnoughCommonDates(settings),
  ]
  return rules.compactMap { $0 }
}
