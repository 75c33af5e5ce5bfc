import Domain

/// Leaves out pairs that have figures for fewer than `min_common_indicators` indicators in common.
struct EnoughCommonIndicators: EdgeRule {
  static let rule = Rule.enoughCommonIndicators

  private let minimum: Int

  /// The rule; `nil` where none are asked for.
  init?(_ settings: PairingSettings) {
    guard settings.commonIndicatorsNeeded > 0 else { return nil }
    minimum = settings.commonIndicatorsNeeded
  }

  func admits(_ pair: PairFigures) -> Bool { pair.commonIndicators >= minimum }

  func predicate(_ count: Int) -> String {
    (count == 1 ? "has" : "have")
      + " figures for fewer than \(minimum) of the same indicators"
  }

  /// Two teams that cannot be compared on anything are no pair, whatever the setting.
  func concession(for pair: PairFigures) -> Int? { pair.commonIndicators > 0 ? -pair.commonIndicators : nil }

  func wording(conceding level: Int, to pair: PairFigures) -> String { "min_common_indicators \(-level)" }
}
