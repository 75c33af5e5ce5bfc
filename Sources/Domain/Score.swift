/// A difference between teams in units of 10⁻⁴ standard deviations.
public struct Score: Hashable, Comparable, Sendable, AdditiveArithmetic, Codable, CustomStringConvertible {
  /// Ten-thousandths of a standard deviation.
  public var units: Int

  /// `units` ten-thousandths of a standard deviation.
  public init(units: Int) { self.units = units }

  /// `deviations` standard deviations, rounded once to 10⁻⁴, halves away from zero.
  public init(deviations: Double) {
    units = Int((deviations * 10_000).rounded(.toNearestOrAwayFromZero))
  }

  /// Nothing.
  public static let zero = Score(units: 0)
  /// The score in standard deviations.
  public var deviations: Double { Double(units) / 10_000 }

  /// Four decimals, as `0.4312`.
  public var description: String {
    let magnitude = abs(units)
    return (units < 0 ? "-" : "") + "\(magnitude / 10_000)." + padded(magnitude % 10_000, 4)
  }

  /// The sum.
  public static func + (a: Score, b: Score) -> Score { Score(units: a.units + b.units) }
  /// The difference.
  public static func - (a: Score, b: Score) -> Score { Score(units: a.units - b.units) }
  /// Smaller scores come first.
  public static func < (a: Score, b: Score) -> Bool { a.units < b.units }

  /// Reads a whole number of units.
  public init(from decoder: any Decoder) throws {
    units = try decoder.singleValueContainer().decode(Int.self)
  }

  /// Writes a whole number of units.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(units)
  }
}
