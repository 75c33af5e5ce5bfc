import Domain

/// A DATE or DATE-TIME as it is written (RFC 5545 sections 3.3.4 and 3.3.5), before its zone is looked up.
struct WrittenTime: Hashable {
  let wall: WallTime
  /// A whole day.
  let isDate: Bool
  /// Ends with Z.
  let isUTC: Bool

  /// Reads `YYYYMMDD`, `YYYYMMDDTHHMMSS` or `YYYYMMDDTHHMMSSZ`; `nil` for anything else, 30 February included. A leap
  /// second is the second before it.
  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0 as Int?) { sum, byte in
        guard let sum, let digit = byte.digit else { return nil }
        return sum * 10 + digit
      }
    }
    guard [8, 15, 16].contains(bytes.count), let year = number(0..<4), let month = number(4..<6),
      let dayOfMonth = number(6..<8), let day = Day(year: year, month: month, day: dayOfMonth)
    else { return nil }
    isDate = bytes.count == 8
    isUTC = bytes.count == 16
    if isDate {
      wall = WallTime(day: day)
      return
    }
    guard bytes[8].upperCased == UInt8(ascii: "T"), let hour = number(9..<11), let minute = number(11..<13),
      let second = number(13..<15), hour < 24, minute < 60, second <= 60
    else { return nil }
    if isUTC { guard bytes[15].upperCased == UInt8(ascii: "Z") else { return nil } }
    wall = WallTime(day, hour: hour, minute: minute, second: min(second, 59))
  }
}
