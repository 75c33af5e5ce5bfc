/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z, as the caller's clock gave it.
///
/// The room reads no clock: every moment in the ledger was handed to it.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Milliseconds since 1970, UTC, leap seconds not counted.
  public let milliseconds: Int64

  /// The moment `milliseconds` after 1970 began.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The moment `seconds` later, or earlier where negative.
  public func adding(seconds: Int64) -> Timestamp {
    Timestamp(milliseconds: milliseconds + seconds * 1000)
  }

  /// The milliseconds as digits.
  public var description: String { String(milliseconds) }

  /// The earlier is the less.
  public static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }
}
