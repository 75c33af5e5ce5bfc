import Domain

/// Rounding down and up that is not misled by the last bits of a binary fraction.
enum Rounding {
  // A product such as 0.1 × 3 lies a few 1e-16 off; an input with so many digits does not exist.
  private static let slack = 1e-9

  /// The whole minutes not above `minutes`.
  static func down(_ minutes: Double) -> Minutes { Minutes(Int((minutes + slack).rounded(.down))) }
  /// The whole minutes not below `minutes`.
  static func up(_ minutes: Double) -> Minutes { Minutes(Int((minutes - slack).rounded(.up))) }
}
