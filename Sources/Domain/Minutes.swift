/// A duration, or a cost in clinician-time, in whole minutes.
public struct Minutes: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The number of minutes; may be negative in differences.
  public var count: Int

  /// `count` minutes.
  public init(_ count: Int) { self.count = count }

  /// `hours` rounded once to the nearest whole minute, halves away from zero.
  public init(hours: Double) { count = Int((hours * 60).rounded(.toNearestOrAwayFromZero)) }

  /// No time.
  public static let zero = Minutes(0)
  /// The hours, for people.
  public var hours: Double { Double(count) / 60 }

  /// The sum.
  public static func + (a: Minutes, b: Minutes) -> Minutes { Minutes(a.count + b.count) }
  /// The difference.
  public static func - (a: Minutes, b: Minutes) -> Minutes { Minutes(a.count - b.count) }
  /// Shorter durations come first.
  public static func < (a: Minutes, b: Minutes) -> Bool { a.count < b.count }
}

extension Minutes: Codable {
  /// Reads a whole number.
  public init(from decoder: any Decoder) throws {
    count = try decoder.singleValueContainer().decode(Int.self)
  }

  /// Writes a whole number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(count)
  }
}
