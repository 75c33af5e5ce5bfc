import Domain

/// Leaves out pairs in which a side can learn less than `min_gain`, as published to 10⁻⁴ SD.
struct MinimumGain: EdgeRule {
  static let rule = Rule.minimumGain

  private let minimum: Double

  /// The rule; `nil` without a minimum.
  init?(_ settings: PairingSettings) {
    guard let minimum = settings.minGain else { return nil }
    self.minimum = minimum
  }

  func admits(_ pair: PairFigures) -> Bool { pair.mutualGain >= Score(deviations: minimum) }

  func predicate(_ count: Int) -> String {
    "would gain or give less than \(minimum) SD"
  }

  func concession(for pair: PairFigures) -> Int? { -pair.mutualGain.units }

  func wording(conceding level: Int, to pair: PairFigures) -> String {
    "min_gain \(Hundredths.below(-level))"
  }
}
