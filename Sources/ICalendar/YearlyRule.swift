import Domain

/// The n-th, or the last, such weekday of a month: how most zones change their clocks.
struct YearlyRule: Equatable {
  /// 1 to 12.
  let month: Int
  /// The day of the week.
  let weekday: Weekday
  /// 1 to 4, or -1 for the month's last.
  let ordinal: Int

  /// The rule that gives every one of `onsets`, one a year, all at the same time of day; `nil` where none does.
  init?(of onsets: [Moment]) {
    guard let first = onsets.first else { return nil }
    let month = first.day.civil.month
    let weekday = first.day.weekday
    guard
      onsets.allSatisfy({
        $0.day.civil.month == month && $0.day.weekday == weekday && $0.minuteOfDay == first.minuteOfDay
      })
    else { return nil }
    let ordinal = (first.day.civil.day - 1) / 7 + 1
    if onsets.allSatisfy({ $0.day.advanced(by: 7).civil.month != month }) {
      self.ordinal = -1
    } else if onsets.allSatisfy({ ($0.day.civil.day - 1) / 7 + 1 == ordinal }) {
      self.ordinal = ordinal
    } else {
      return nil
    }
    self.month = month
    self.weekday = weekday
  }

  /// The rule as an RRULE's value (RFC 5545 section 3.3.10).
  var text: String {
    let day =
      switch weekday {
      case .monday: "MO"
      case .tuesday: "TU"
      case .wednesday: "WE"
      case .thursday: "TH"
      case .friday: "FR"
      case .saturday: "SA"
      case .sunday: "SU"
      }
    return "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(ordinal)\(day)"
  }
}
