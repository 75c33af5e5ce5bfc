extension Day {
  /// The date in words, as in `Tue 12 Jan 2027`.
  public var inWords: String {
    let (year, month, day) = civil
    return "\(weekday.name.prefix(3)) \(day) \(Self.monthNames[month - 1]) \(year)"
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension Minutes {
  /// The duration in words, as in `45 min`, `2 h` and `1 h 20 min`.
  public var inWords: String {
    let (hours, minutes) = abs(count).quotientAndRemainder(dividingBy: 60)
    let sign = count < 0 ? "-" : ""
    if hours == 0 { return "\(sign)\(minutes) min" }
    return minutes == 0 ? "\(sign)\(hours) h" : "\(sign)\(hours) h \(minutes) min"
  }
}
