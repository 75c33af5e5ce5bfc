/// The number of an input: 1, 2, … strictly rising over the whole ledger, in the order of recording.
///
/// It also names a state of the tables: everything up to and including this input.
public struct InputSequence: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 1 or more.
  public let number: Int64

  /// The input of this number.
  public init(_ number: Int64) {
    self.number = number
  }

  /// As people are told: `input 17`.
  public var description: String { "input \(number)" }

  /// The earlier is the less.
  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}
