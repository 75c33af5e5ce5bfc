/// The SHA-256 of some bytes, as 64 hexadecimal digits in lower case.
public struct ContentDigest: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The 64 digits.
  public let text: String

  /// Accepts 64 of `0`–`9` and `a`–`f`; `nil` otherwise.
  public init?(_ text: String) {
    let isDigit: (UInt8) -> Bool = { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    guard text.utf8.count == 64, text.utf8.allSatisfy(isDigit) else { return nil }
    self.text = text
  }

  /// The digits, for messages.
  public var description: String { text }

  /// Byte order.
  public static func < (a: Self, b: Self) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
}

/// How the ledger works out the SHA-256 of bytes; whoever opens it hands over the function.
public typealias ContentHash = @Sendable ([UInt8]) -> ContentDigest
