/// The number of a job: 1, 2, … rising over the whole ledger; people see `J000123`.
public struct JobID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 1 or more.
  public let number: Int64

  /// The job of this number.
  public init(_ number: Int64) {
    self.number = number
  }

  /// Reads `J000123`, also in lower case and with any number of zeros; `nil` for anything else.
  public init?(text: String) {
    let digits = text.utf8.dropFirst()
    guard text.hasPrefix("J") || text.hasPrefix("j"), (1...18).contains(digits.count),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Int64(text.dropFirst()), number > 0
    else { return nil }
    self.number = number
  }

  /// `J` and at least six digits.
  public var description: String {
    let digits = String(number)
    return "J" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// The earlier is the less.
  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}
