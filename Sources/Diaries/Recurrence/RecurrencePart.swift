/// A BY part of a rule: a list of numbers, or of weekdays with or without a number.
enum RecurrencePart: String, CaseIterable {
  case second = "BYSECOND"
  case minute = "BYMINUTE"
  case hour = "BYHOUR"
  case day = "BYDAY"
  case dayOfMonth = "BYMONTHDAY"
  case dayOfYear = "BYYEARDAY"
  case week = "BYWEEKNO"
  case month = "BYMONTH"
  case position = "BYSETPOS"

  static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  /// Each value of the list once, in order; refuses what is out of range.
  ///
  /// libical writes one value beyond the end of a list that is full, so there are fewer than it holds.
  func canonical(
    _ list: String, in frequency: RecurrenceFrequency
  ) throws(CalendarProblem) -> String {
    let texts = list.split(separator: ",", omittingEmptySubsequences: false)
    var values: Set<Value> = []
    for text in texts {
      guard let value = value(text, in: frequency) else { throw RecurrenceRule.unreadable }
      values.insert(value)
    }
    guard values.count <= most else {
      throw CalendarProblem(
        "\(rawValue) in this rule lists \(values.count) values; at most \(most) are read",
        "write it as several events")
    }
    return values.sorted().map(\.text).joined(separator: ",")
  }

  private struct Value: Hashable, Comparable {
    var number: Int
    var weekday: Int?
    var text: String {
      guard let weekday else { return "\(number)" }
      return (number == 0 ? "" : "\(number)") + RecurrencePart.weekdays[weekday]
    }
    static func < (a: Value, b: Value) -> Bool { (a.number, a.weekday ?? 0) < (b.number, b.weekday ?? 0) }
  }

  private func value(_ text: Substring, in frequency: RecurrenceFrequency) -> Value? {
    guard self == .day else {
      // Of the smallest number of all there is no opposite.
      guard let number = Int16(text).map(Int.init),
        range.contains(number) || (isSigned && range.contains(-number))
      else { return nil }
      return Value(number: number, weekday: nil)
    }
    guard let weekday = Self.weekdays.firstIndex(of: String(text.suffix(2))) else { return nil }
    let prefix = text.dropLast(2)
    if prefix.isEmpty { return Value(number: 0, weekday: weekday) }
    // Novell writes 255SU for the last Sunday.
    guard let read = Int(prefix) else { return nil }
    let number = read == 255 ? -1 : read
    guard number != 0, (-53...53).contains(number) else { return nil }
    // A number says which of a month or a year; elsewhere it means nothing (RFC 5545 section 3.3.10).
    let counts = frequency == .monthly || frequency == .yearly
    return Value(number: counts ? number : 0, weekday: weekday)
  }

  private var isSigned: Bool {
    switch self {
    case .second, .minute, .hour, .day, .month: false
    case .dayOfMonth, .dayOfYear, .week, .position: true
    }
  }

  private var range: ClosedRange<Int> {
    switch self {
    case .second: 0...59
    case .minute: 0...59
    case .hour: 0...23
    case .day: 1...53
    case .dayOfMonth: 1...31
    case .dayOfYear: 1...366
    case .week: 1...53
    case .month: 1...12
    case .position: 1...366
    }
  }

  private var most: Int {
    switch self {
    case .second, .minute: 60
    case .hour: 24
    case .day, .dayOfYear, .position: 366
    case .dayOfMonth: 31
    case .week: 53
    case .month: 12
    }
  }
}
