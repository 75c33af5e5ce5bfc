import Domain

/// A date as somebody wrote it, or why it cannot be read.
enum DateText {
  /// The years in which a programme may lie.
  static let years = 2000...2100

  /// Why a date cannot be read.
  struct Fault: Error, Equatable {
    var what: String
    var whatToDo: String
  }

  /// The date of a text that goes on with its first second, as programs write days that they keep as moments.
  static func withoutMidnight(_ text: String) -> String {
    for midnight in [" 00:00:00", "T00:00:00"] where text.hasSuffix(midnight) {
      return String(text.dropLast(midnight.count))
    }
    return text
  }

  /// Reads `YYYY-MM-DD`, and `D/M/YYYY` where `style` says so; midnight may follow.
  static func read(_ text: String, style: DateStyle) -> Result<Day, Fault> {
    let text = withoutMidnight(CellText.plain(text))
    if text.utf8.count == 10, let day = Day(iso: text) { return checked(day, text) }
    if let parts = numbers(in: text, separator: "-"), parts.count == 3, digits(text, "-") == [4, 2, 2] {
      return .failure(Fault(what: "'\(text.shown)' is no day of the calendar", whatToDo: "correct the date"))
    }
    if let parts = numbers(in: text, separator: "/"), parts.count == 2 {
      return .failure(
        Fault(
          what: "'\(text.shown)' has no year\(readings(parts[0], parts[1]))",
          whatToDo: "write the date as YYYY-MM-DD"))
    }
    guard let parts = numbers(in: text, separator: "/"), parts.count == 3 else {
      return .failure(Fault(what: "'\(text.shown)' is no date", whatToDo: "write it as YYYY-MM-DD"))
    }
    guard digits(text, "/").last == 4 else {
      return .failure(
        Fault(
          what: "the year of '\(text.shown)' has not four digits", whatToDo: "write the date as YYYY-MM-DD"))
    }
    let dayFirst = Day(year: parts[2], month: parts[1], day: parts[0])
    let monthFirst = Day(year: parts[2], month: parts[0], day: parts[1])
    switch style {
    case .dayFirst:
      guard let dayFirst else {
        return .failure(
          Fault(
            what: "'\(text.shown)', read day first, is no day of the calendar", whatToDo: "correct the date"))
      }
      return checked(dayFirst, text)
    case .iso:
      return .failure(ambiguity(of: text, dayFirst, monthFirst))
    }
  }

  /// `, and is 12 January or 1 December`; blank where only one reading is a day.
  private static func readings(_ first: Int, _ second: Int) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    guard first != second, months.indices.contains(first - 1), months.indices.contains(second - 1) else {
      return ""
    }
    return ", and is \(first) \(months[second - 1]) or \(second) \(months[first - 1])"
  }

  private static func ambiguity(of text: String, _ dayFirst: Day?, _ monthFirst: Day?) -> Fault {
    let setting = "say 'dates: day_first' in programme.yaml"
    switch (dayFirst, monthFirst) {
    case (let first?, let second?) where first != second:
      return Fault(
        what: "'\(text.shown)' is \(first) read day first and \(second) read month first",
        whatToDo: "write \(first) or \(second), or \(setting)")
    case (let first?, _):
      return Fault(
        what: "'\(text.shown)' is not written as YYYY-MM-DD", whatToDo: "write \(first), or \(setting)")
    case (nil, let second?):
      return Fault(
        what: "'\(text.shown)' is no date read day first and \(second) read month first",
        whatToDo: "write \(second) if that is meant")
    case (nil, nil):
      return Fault(what: "'\(text.shown)' is no date", whatToDo: "write it as YYYY-MM-DD")
    }
  }

  private static func checked(_ day: Day, _ text: String) -> Result<Day, Fault> {
    guard years.contains(day.civil.year) else {
      return .failure(
        Fault(
          what: "'\(text.shown)' lies outside the years \(years.lowerBound) to \(years.upperBound)",
          whatToDo: "correct the year"))
    }
    return .success(day)
  }

  private static func numbers(in text: String, separator: Character) -> [Int]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard
      parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    return parts.compactMap { Int($0) }
  }

  private static func digits(_ text: String, _ separator: Character) -> [Int] {
    text.split(separator: separator).map(\.utf8.count)
  }
}
