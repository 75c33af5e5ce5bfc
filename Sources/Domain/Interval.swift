/// A point of local time: whole minutes since 1970-01-01 00:00 in the programme's own time zone.
///
/// Clock changes happen at night, between visits, so local minutes are the right clock for diaries and
/// agendas; only calendars for the outside world need the zone.
public struct Moment: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// Local minutes since 1970-01-01 00:00.
  public let minute: Int

  /// The moment `minute` local minutes after 1970-01-01 00:00.
  public init(minute: Int) { self.minute = minute }

  /// `time` on `day`.
  public init(_ day: Day, _ time: ClockTime) { minute = day.number * 1440 + time.minute }

  /// The day that holds this moment.
  public var day: Day { Day(number: minute >= 0 ? minute / 1440 : (minute - 1439) / 1440) }

  /// Minutes after midnight of `day`, 0 to 1439.
  public var minuteOfDay: Int { minute - day.number * 1440 }

  /// The time of day as `HH:MM`.
  public var clock: String { padded(minuteOfDay / 60, 2) + ":" + padded(minuteOfDay % 60, 2) }

  /// Date and time as `YYYY-MM-DD HH:MM`.
  public var description: String { "\(day.iso) \(clock)" }

  /// The moment `duration` later.
  public static func + (a: Moment, duration: Minutes) -> Moment { Moment(minute: a.minute + duration.count) }
  /// The moment `duration` earlier.
  public static func - (a: Moment, duration: Minutes) -> Moment { Moment(minute: a.minute - duration.count) }
  /// Earlier moments come first.
  public static func < (a: Moment, b: Moment) -> Bool { a.minute < b.minute }
}

/// A stretch of local time, its end not included.
public struct Interval: Hashable, Sendable, Codable {
  /// The first moment inside.
  public var start: Moment
  /// The first moment after; not before `start`.
  public var end: Moment

  /// From `start` up to, not including, `end`.
  public init(start: Moment, end: Moment) {
    self.start = start
    self.end = end
  }

  /// How long it lasts.
  public var duration: Minutes { Minutes(end.minute - start.minute) }

  /// Whether the two share at least one minute.
  public func overlaps(_ other: Interval) -> Bool { start < other.end && other.start < end }

  /// Whether `other` lies wholly inside.
  public func contains(_ other: Interval) -> Bool { start <= other.start && other.end <= end }
}
