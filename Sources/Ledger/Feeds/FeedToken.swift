/// The secret part of a feed's address: whoever knows it may read the feed. Only its SHA-256 is kept.
public struct FeedToken: Hashable, Sendable {
  private let bytes: [UInt8]

  /// A token of bytes that the caller drew from the system's random source; `nil` for fewer than 16 (128 bits).
  public init?(random bytes: [UInt8]) {
    guard bytes.count >= 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads what `text` gave; `nil` for anything that is no token.
  public init?(text: String) {
    let digits = Array(text.utf8)
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(of: digits[index]), let low = Self.value(of: digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    self.init(random: bytes)
  }

  /// The token as it stands in an address: two hexadecimal digits a byte, in lower case.
  public var text: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  func digest(_ hashing: ContentHash) -> ContentDigest { hashing(bytes) }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension FeedToken: CustomStringConvertible {
  /// A token of 160 bits from `source`, which is the system's own wherever it counts.
  public static func drawn(from source: inout some RandomNumberGenerator) -> FeedToken {
    FeedToken(drawn: (0..<20).map { _ in UInt8.random(in: .min ... .max, using: &source) })
  }

  private init(drawn bytes: [UInt8]) { self.bytes = bytes }

  /// Never the token itself, so that no message or log shows it by mistake.
  public var description: String { "a feed token" }
}
