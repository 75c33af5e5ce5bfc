import Domain

/// Writes the number of a cell as people see it: a date, a time of day or digits.
struct CellNumber {
  /// Whether days are counted from 1904, as Excel once did on a Macintosh.
  let countsFrom1904: Bool

  /// The text of `value`, dates as `YYYY-MM-DD`, times as `HH:MM`, with seconds where there are some.
  func text(_ value: Double, as format: NumberFormat) -> String {
    guard value.isFinite else { return "\(value)" }
    // The last day that Excel knows is in the year 9999.
    guard format != .number, value >= 0, value < 2_958_466 else { return Self.digits(value) }
    let seconds = Int((value * 86_400).rounded())
    let (days, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    switch format {
    case .number: return Self.digits(value)
    case .elapsed: return Self.clock(seconds)
    case .time: return days == 1 && second == 0 ? "24:00" : Self.clock(second)
    case .date: return day(days) ?? Self.digits(value)
    case .dateAndTime:
      guard let day = day(days) else { return Self.digits(value) }
      return second == 0 ? day : "\(day) \(Self.clock(second))"
    }
  }

  /// Excel's calendar from 1900 has a 29 February in that year, which is day 60.
  private func day(_ serial: Int) -> String? {
    if countsFrom1904 { return Day(number: serial - 24_107).iso }
    if serial == 60 { return nil }
    return Day(number: serial - (serial < 60 ? 25_568 : 25_569)).iso
  }

  private static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let rest = seconds % 60
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60))" + (rest == 0 ? "" : ":\(two(rest))")
  }

  /// The shortest digits that mean `value`; where these are many, as after a division, twelve of them.
  static func digits(_ value: Double) -> String {
    if let whole = Int(exactly: value), abs(whole) < 1_000_000_000_000_000 { return "\(whole)" }
    let shortest = "\(value)"
    guard shortest.utf8.count > 15 || shortest.contains("e"), abs(value) < 1e12 else { return shortest }
    var decimals = 0
    var scaled = abs(value)
    while decimals < 12, scaled < 1e11 {
      decimals += 1
      scaled *= 10
    }
    var text = "\(Int(scaled.rounded()))"
    if text.utf8.count <= decimals {
      text = String(repeating: "0", count: decimals + 1 - text.utf8.count) + text
    }
    var fraction = text.suffix(decimals)
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = value < 0 ? "-" : ""
    return sign + text.dropLast(decimals) + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}
