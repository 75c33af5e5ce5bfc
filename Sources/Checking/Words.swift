import Domain

/// Dates, times, amounts and lists as a project manager writes them.
enum Words {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// As in `12 May 2027`.
  static func date(_ day: Day) -> String {
    let (year, month, date) = day.civil
    return "\(date) \(months[month - 1]) \(year)"
  }

  /// As in `09:00–12:00`, the end of a day as `24:00`.
  static func clock(_ interval: Interval) -> String {
    let endsAtMidnight = interval.end.minuteOfDay == 0 && interval.start < interval.end
    return "\(interval.start.clock)–\(endsAtMidnight ? "24:00" : interval.end.clock)"
  }

  /// As in `09:00–12:00 on 12 May 2027`.
  static func dated(_ interval: Interval) -> String {
    "\(clock(interval)) on \(date(interval.start.day))"
  }

  /// As in `1 h 30 min`.
  static func duration(_ minutes: Minutes) -> String {
    let (hours, rest) = abs(minutes.count).quotientAndRemainder(dividingBy: 60)
    let sign = minutes.count < 0 ? "-" : ""
    if hours == 0 { return "\(sign)\(rest) min" }
    return rest == 0 ? "\(sign)\(hours) h" : "\(sign)\(hours) h \(rest) min"
  }

  /// As in `1 visit` or `3 visits`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// As in `1 person` or `3 people`.
  static func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }

  /// As in `a, b and c`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The sentence with a capital.
  static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
