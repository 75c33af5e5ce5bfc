public import Domain

/// The days in which a calendar is of interest.
public struct CalendarWindow: Sendable, Hashable {
  /// How many days before `visits_from` and after `visits_to` are read too: a journey may begin the evening before.
  public static let margin = 1

  /// The first day.
  public let first: Day
  /// The last day, included; not before `first`.
  public let last: Day

  /// The days from `first` to `last`, which are put in order.
  public init(first: Day, last: Day) {
    self.first = min(first, last)
    self.last = max(first, last)
  }

  /// The days around a programme's window of visits.
  public init(visitsFrom: Day, visitsTo: Day, margin: Int = Self.margin) {
    self.init(first: visitsFrom.advanced(by: -margin), last: visitsTo.advanced(by: margin))
  }

  /// From the first day's midnight to that after the last.
  public var interval: Interval {
    Interval(start: Moment(first, .constant(0, 0)), end: Moment(last.advanced(by: 1), .constant(0, 0)))
  }

  /// The same on the wall.
  var walls: Range<WallTime> { WallTime(day: first)..<WallTime(day: last.advanced(by: 1)) }
}
