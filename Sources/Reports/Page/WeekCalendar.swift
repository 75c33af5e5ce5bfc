import Domain

/// The visits by week, from the first week with a visit to the last; weeks without are there too.
struct WeekCalendar {
  /// A week and its visits, in order of time.
  struct Entry: Equatable {
    var week: Week
    var visits: [Visit]

    /// As in `Mon 11 Jan 2027`.
    var name: String { "Week of \(week.monday.inWords)" }
  }

  /// In order.
  let weeks: [Entry]

  /// The calendar of visits that are sorted by date and start.
  init(visits: [Visit]) {
    guard let first = visits.map(\.date.week).min(), let last = visits.map(\.date.week).max() else {
      weeks = []
      return
    }
    weeks = stride(from: first.monday.number, through: last.monday.number, by: 7).map { monday in
      let week = Week(monday: Day(number: monday))
      return Entry(week: week, visits: visits.filter { $0.date.week == week })
    }
  }
}
