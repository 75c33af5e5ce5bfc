import Domain

/// Leaves out pairs of which a leg has fewer than `min_common_dates` feasible dates.
struct EnoughCommonDates: EdgeRule {
  static let rule = Rule.enoughCommonDates

  private let minimum: Int

  /// The rule; `nil` where no dates are asked for.
  init?(_ settings: PairingSettings) {
    guard settings.minCommonDates > 0 else { return nil }
    minimum = settings.minCommonDates
  }

  func admits(_ pair: PairFigures) -> Bool { min(pair.datesAtA, pair.datesAtB) >= minimum }

  /// Whether a trio whose legs have so many feasible dates has enough.
  static func admits(_ dates: [Int], _ settings: PairingSettings) -> Bool {
    dates.allSatisfy { $0 >= settings.minCommonDates }
  }

  func predicate(_ count: Int) -> String {
    (count == 1 ? "has" : "have")
      + " fewer than \(minimum) common \(minimum == 1 ? "date" : "dates") for a visit"
  }

  /// Two teams without a single date cannot meet, whatever the setting.
  func concession(for pair: PairFigures) -> Int? {
    let dates = min(pair.datesAtA, pair.datesAtB)
    return dates > 0 ? -dates : nil
  }

  func wording(conceding level: Int, to pair: PairFigures) -> String { "min_common_dates \(-level)" }
}
