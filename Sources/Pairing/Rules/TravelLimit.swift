import Domain

/// Leaves out pairs whose longer direction takes more than `max_travel_minutes`.
struct TravelLimit: EdgeRule {
  static let rule = Rule.travelLimit

  private let limit: Minutes

  /// The rule; `nil` without a limit.
  init?(_ settings: PairingSettings) {
    guard let limit = settings.maxTravel else { return nil }
    self.limit = limit
  }

  func admits(_ pair: PairFigures) -> Bool { pair.travel <= limit }

  func predicate(_ count: Int) -> String {
    (count == 1 ? "is" : "are") + " farther than \(limit.count) minutes"
  }

  func concession(for pair: PairFigures) -> Int? { pair.travel.count }

  func wording(conceding level: Int, to pair: PairFigures) -> String { "max_travel_minutes \(level)" }
}
