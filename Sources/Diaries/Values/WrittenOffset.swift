/// A UTC-OFFSET (RFC 5545 section 3.3.14) in seconds east of UTC.
enum WrittenOffset {
  /// Reads `+HHMM` or `+HHMMSS`, less than a day; `nil` for anything else.
  static func read(_ text: some StringProtocol) -> Int? {
    let bytes = Array(text.utf8)
    guard [5, 7].contains(bytes.count), bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-") else {
      return nil
    }
    let digits = bytes.dropFirst().compactMap(\.digit)
    guard digits.count == bytes.count - 1 else { return nil }
    let parts = stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
    guard parts[0] < 24, parts.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    let seconds = parts[0] * 3600 + parts[1] * 60 + (parts.count > 2 ? parts[2] : 0)
    return bytes[0] == UInt8(ascii: "-") ? -seconds : seconds
  }
}
