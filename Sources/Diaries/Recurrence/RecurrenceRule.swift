import Domain

/// A RECUR value (RFC 5545 section 3.3.10) that was looked through, so that working it out ends and is right.
struct RecurrenceRule: Hashable {
  let frequency: RecurrenceFrequency
  /// 1 to 32,767 periods.
  let interval: Int
  /// How many times in all.
  let count: Int?
  /// Until when, that time included.
  let until: WrittenTime?
  /// The rule without COUNT and UNTIL, canonical, for libical; of a weekly one without BYDAY and WKST too.
  let text: String
  /// The days of a weekly rule, in the order of the week, Monday being 0; none where it says none.
  let weekdays: [Int]
  /// The day with which its weeks begin, Monday being 0.
  let weekStart: Int
  /// The days of a month of a daily or hourly rule that counts some from the end, with which libical does nothing.
  let daysOfMonth: Set<Int>
  /// Whether it has parts that leave out or add times.
  let hasParts: Bool

  /// Looks a rule through.
  ///
  /// Refused are what RFC 5545 forbids, what libical cannot work out (BYSETPOS of days and weeks, and of days counted
  /// from both ends; weeks at the turn of the year; other calendars than the Gregorian), and SECONDLY and MINUTELY with
  /// parts, with which it may look for ever.
  init(_ value: String) throws(CalendarProblem) {
    guard value.utf8.count <= 4000 else {
      throw CalendarProblem("this rule is longer than 4000 bytes", "write it as several events")
    }
    var values: [String: String] = [:]
    for clause in value.uppercased().split(separator: ";") {
      let sides = clause.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { throw Self.unreadable }
      let name = String(sides[0].filter { $0 != " " })
      guard values.updateValue(String(sides[1].filter { $0 != " " }), forKey: name) == nil else {
        throw CalendarProblem("a part of this rule stands twice", Self.enterAgain)
      }
    }
    guard let frequency = values.removeValue(forKey: "FREQ").flatMap(RecurrenceFrequency.init) else {
      throw Self.unreadable
    }
    self.frequency = frequency
    interval = try Self.number(values.removeValue(forKey: "INTERVAL"), 1...frequency.longestInterval) ?? 1
    count = try Self.number(values.removeValue(forKey: "COUNT"), 1...Int(Int32.max))
    if let text = values.removeValue(forKey: "UNTIL") {
      guard let time = WrittenTime(text) else { throw Self.unreadable }
      until = time
    } else {
      until = nil
    }
    if let scale = values.removeValue(forKey: "RSCALE"), scale != "GREGORIAN" {
      throw CalendarProblem(
        "this rule counts in another calendar than the Gregorian (RSCALE)", "write its dates as single events"
      )
    }
    if let skip = values.removeValue(forKey: "SKIP"), skip != "OMIT" {
      throw CalendarProblem(
        "this rule moves dates that a month does not have (SKIP)", "write its dates as single events")
    }
    // Days of a month mean those of every month then (RFC 5545 section 3.3.10); libical takes the start's alone.
    let isOfEveryMonth =
      frequency == .yearly && values["BYMONTHDAY"] != nil
      && ["BYMONTH", "BYWEEKNO", "BYYEARDAY"].allSatisfy { values[$0] == nil }
    if isOfEveryMonth { values["BYMONTH"] = (1...12).map(String.init).joined(separator: ",") }
    var clauses = ["FREQ=\(frequency.rawValue)", "INTERVAL=\(interval)"]
    var weekdays: [Int] = []
    var daysOfMonth: Set<Int> = []
    var lists: [RecurrencePart: String] = [:]
    for part in RecurrencePart.allCases {
      guard let list = values.removeValue(forKey: part.rawValue) else { continue }
      let canonical = try part.canonical(list, in: frequency)
      lists[part] = canonical
      if part == .day, frequency == .weekly {
        weekdays = canonical.split(separator: ",").compactMap {
          RecurrencePart.weekdays.firstIndex(of: String($0))
        }
      } else if part == .dayOfMonth, canonical.contains("-"), frequency == .daily || frequency == .hourly {
        daysOfMonth = Set(canonical.split(separator: ",").compactMap { Int($0) })
      } else {
        clauses.append("\(part.rawValue)=\(canonical)")
      }
    }
    self.weekdays = weekdays.sorted()
    self.daysOfMonth = daysOfMonth
    hasParts = clauses.count > 2
    if let start = values.removeValue(forKey: "WKST") {
      guard let index = RecurrencePart.weekdays.firstIndex(of: start) else { throw Self.unreadable }
      weekStart = index
      // libical sorts the days of a week when it comes to WKST, so that stands last.
      if frequency != .weekly { clauses.append("WKST=\(start)") }
    } else {
      weekStart = 0
    }
    guard values.isEmpty else { throw Self.unreadable }
    text = clauses.joined(separator: ";")
    if frequency == .hourly, text.contains("BYYEARDAY"), text.contains("-") {
      throw CalendarProblem(
        "this rule of hours counts days from the end of the year (BYYEARDAY)", "write it with FREQ=YEARLY")
    }
    if hasParts, frequency == .secondly || frequency == .minutely {
      throw CalendarProblem(
        "this rule picks single seconds or minutes (FREQ=\(frequency.rawValue) with parts)",
        "write it with FREQ=DAILY or WEEKLY")
    }
    try checkPositions(lists)
    try checkWeeks(lists)
    if isOfEveryMonth, !Self.ends(of: lists[.day]).isSubset(of: [.none]) {
      throw CalendarProblem(
        "this rule picks weekdays of a year by number among days of a month (BYDAY, BYMONTHDAY)",
        "write it as several events")
    }
  }

  /// The rule for libical, of an event that begins at `start`: a rule of weeks without a day means the start's, of which
  /// libical makes another.
  func text(from start: WallTime) -> String {
    guard frequency == .yearly, text.contains("BYWEEKNO="), !text.contains("BYDAY=") else { return text }
    let day = RecurrencePart.weekdays[start.day.weekday.rawValue - 1]
    return text.replacing("BYWEEKNO=", with: "BYDAY=\(day);BYWEEKNO=")
  }

  /// Whether the rule may give a time on that day, as far as `daysOfMonth` say.
  func admits(_ day: Day) -> Bool {
    guard !daysOfMonth.isEmpty else { return true }
    let civil = day.civil
    let isDecember = civil.month == 12
    let next = Day(
      year: isDecember ? civil.year + 1 : civil.year, month: isDecember ? 1 : civil.month + 1, day: 1)
    let fromEnd = next.map { day.number - $0.number } ?? 0
    return daysOfMonth.contains(civil.day) || daysOfMonth.contains(fromEnd)
  }

  /// BYSETPOS picks among the days of a month or year; among times of a day, or days of a week, nobody here can.
  ///
  /// It counts a day twice that a list names from the beginning and from the end of a month, as 31 and -1 do.
  private func checkPositions(_ lists: [RecurrencePart: String]) throws(CalendarProblem) {
    guard lists[.position] != nil else { return }
    let severalTimes = [RecurrencePart.hour, .minute, .second].contains { lists[$0]?.contains(",") ?? false }
    guard frequency == .monthly || frequency == .yearly, lists.count > 1, !severalTimes else {
      throw CalendarProblem(
        "this rule picks by position (BYSETPOS) among something other than the days of a month or a year",
        "write it with BYDAY or as several events")
    }
    for part in [RecurrencePart.day, .dayOfMonth, .dayOfYear] where Self.ends(of: lists[part]).count > 1 {
      throw CalendarProblem(
        "this rule picks by position (BYSETPOS) among days that \(part.rawValue) counts from both ends, or partly not at all",
        "write it as several events")
    }
  }

  /// Days of weeks that reach into another year are moved by libical to the wrong end of their own.
  private func checkWeeks(_ lists: [RecurrencePart: String]) throws(CalendarProblem) {
    guard let weeks = lists[.week] else { return }
    let isInside = weeks.split(separator: ",").compactMap { Int($0) }.allSatisfy {
      (2...51).contains(abs($0))
    }
    guard isInside else {
      throw CalendarProblem(
        "this rule counts a week at the turn of the year (BYWEEKNO 1, 52 or 53)",
        "write its dates as single events")
    }
    guard Self.ends(of: lists[.day]).isSubset(of: [.none]) else {
      throw CalendarProblem(
        "this rule numbers weekdays within numbered weeks (BYDAY, BYWEEKNO)", "write it as several events")
    }
  }

  /// From where the days of a list are counted.
  private enum End { case none, beginning, end }

  private static func ends(of list: String?) -> Set<End> {
    Set(
      (list ?? "").split(separator: ",").map { value in
        value.first == "-" ? .end : value.first?.isNumber == true ? .beginning : .none
      })
  }

  static let enterAgain = "delete the event and enter it again, then export the calendar"
  static let unreadable = CalendarProblem("this rule of repetition cannot be read", enterAgain)

  private static func number(_ text: String?, _ range: ClosedRange<Int>) throws(CalendarProblem) -> Int? {
    guard let text else { return nil }
    guard let number = Int(text), number > 0 else { throw unreadable }
    guard range.contains(number) else {
      throw CalendarProblem("a number in this rule is over \(range.upperBound)", enterAgain)
    }
    return number
  }
}

/// How often a rule comes round.
enum RecurrenceFrequency: String {
  case secondly = "SECONDLY"
  case minutely = "MINUTELY"
  case hourly = "HOURLY"
  case daily = "DAILY"
  case weekly = "WEEKLY"
  case monthly = "MONTHLY"
  case yearly = "YEARLY"

  /// The length of one period in seconds; `nil` where it differs.
  var seconds: Int? {
    switch self {
    case .secondly: 1
    case .minutely: 60
    case .hourly: 3600
    case .daily: WallTime.day
    case .weekly: 7 * WallTime.day
    case .monthly, .yearly: nil
    }
  }

  /// About how long one period is.
  var roughSeconds: Int {
    switch self {
    case .secondly, .minutely, .hourly, .daily, .weekly: seconds ?? 1
    case .monthly: 30 * WallTime.day
    case .yearly: 365 * WallTime.day
    }
  }

  /// What libical's counting of days can take; more than a century is a mistake anyway.
  var longestInterval: Int {
    switch self {
    case .secondly, .minutely, .hourly, .daily: Int(Int16.max)
    case .weekly: 5200
    case .monthly: 1200
    case .yearly: 100
    }
  }
}
