import Domain

/// England's bank holidays and the weeks in which schools are closed and many are away.
struct EnglishCalendar {
  /// Bank holidays with their substitutes, in order.
  let bankHolidays: [Day]
  /// Weeks of school holidays, in order.
  let holidayWeeks: [Week]

  /// The calendar of the years that `dates` touch.
  init(_ dates: ProgrammeDates) {
    let years = dates.visitsFrom.civil.year...dates.visitsTo.civil.year
    bankHolidays = years.flatMap(Self.bankHolidays).sorted()
    holidayWeeks = years.flatMap(Self.holidayWeeks).sorted()
  }

  func isBankHoliday(_ day: Day) -> Bool { bankHolidays.contains(day) }
  func isHolidayWeek(_ week: Week) -> Bool { holidayWeeks.contains(week) }

  /// Banking and Financial Dealings Act 1971: a holiday on a weekend is kept on the next free weekday.
  private static func bankHolidays(of year: Int) -> [Day] {
    var days: [Day] = []
    for fixed in [(1, 1), (12, 25), (12, 26)] {
      guard var day = Day(year: year, month: fixed.0, day: fixed.1) else { continue }
      while !day.isWeekday || days.contains(day) { day = day.advanced(by: 1) }
      days.append(day)
    }
    if let easter = easter(of: year) { days += [easter.advanced(by: -2), easter.advanced(by: 1)] }
    return days
      + [
        monday(1, of: 5, year), lastMonday(before: Day(year: year, month: 6, day: 1)),
        lastMonday(before: Day(year: year, month: 9, day: 1)),
      ].compactMap { $0 }
  }

  /// Half-terms, the fortnight from Easter Monday, late July and August, and Christmas to New Year.
  private static func holidayWeeks(of year: Int) -> [Week] {
    var mondays = [
      monday(3, of: 2, year), lastMonday(before: Day(year: year, month: 6, day: 1)),
      lastMonday(before: Day(year: year, month: 11, day: 1)),
    ].compactMap { $0 }
    if let easter = easter(of: year) { mondays += [easter.advanced(by: 1), easter.advanced(by: 8)] }
    if let summer = monday(4, of: 7, year) { mondays += (0..<6).map { summer.advanced(by: 7 * $0) } }
    let ends = [(1, 1), (12, 25), (12, 31)].compactMap { Day(year: year, month: $0.0, day: $0.1) }
    return mondays.map(\.week) + ends.map(\.week)
  }

  /// Easter Sunday (Meeus, Astronomical Algorithms, chapter 8).
  private static func easter(of year: Int) -> Day? {
    let (century, rest) = (year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * (year % 19) + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let shift = (year % 19 + 11 * epact + 22 * weekday) / 451
    let sum = epact + weekday - 7 * shift + 114
    return Day(year: year, month: sum / 31, day: sum % 31 + 1)
  }

  private static func monday(_ n: Int, of month: Int, _ year: Int) -> Day? {
    lastMonday(before: Day(year: year, month: month, day: 1))?.advanced(by: 7 * n)
  }

  /// The last Monday before a day.
  private static func lastMonday(before day: Day?) -> Day? { day?.advanced(by: -1).week.monday }
}
