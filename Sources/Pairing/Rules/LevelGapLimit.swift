import Domain

/// Leaves out pairs whose level gap, as published to 10⁻⁴ SD, is above `max_level_gap`.
struct LevelGapLimit: EdgeRule {
  static let rule = Rule.levelGapLimit

  private let limit: Double

  /// The rule; `nil` without a limit.
  init?(_ settings: PairingSettings) {
    guard let limit = settings.maxLevelGap else { return nil }
    self.limit = limit
  }

  func admits(_ pair: PairFigures) -> Bool { pair.levelGap <= Score(deviations: limit) }

  func predicate(_ count: Int) -> String {
    (count == 1 ? "differs" : "differ") + " from it by more than \(limit) SD in level"
  }

  func concession(for pair: PairFigures) -> Int? { pair.levelGap.units }

  func wording(conceding level: Int, to pair: PairFigures) -> String {
    "max_level_gap \(Hundredths.above(level))"
  }
}
