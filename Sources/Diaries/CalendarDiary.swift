public import Domain

/// What somebody's calendar says of their time, and nothing else that it holds.
///
/// Who meets whom, where, why and about what never gets into a value of this room, and into no message of it either: of
/// the file's text only names of time zones do, where one is not known.
public struct CalendarDiary: Sendable, Equatable {
  /// The time that is not simply free, `unavailable` or `ifNeeded`, inside the window and in order; no two overlap, and
  /// no two of one status touch.
  ///
  /// Silence is free time. In availability.csv it would not be so beside a row of `ifNeeded`: whoever makes rows of a
  /// diary that has one must say `available` for the rest.
  public var stretches: [CalendarStretch]
  /// What was counted on the way.
  public var counts: CalendarCounts
  /// What is odd but no reason to refuse, by line.
  public var warnings: [CalendarFault]
  /// The window in which events were looked at.
  public var window: CalendarWindow

  /// A diary.
  public init(
    stretches: [CalendarStretch], counts: CalendarCounts, warnings: [CalendarFault], window: CalendarWindow
  ) {
    self.stretches = stretches
    self.counts = counts
    self.warnings = warnings
    self.window = window
  }

  /// Reads an iCalendar file (RFC 5545; VAVAILABILITY of RFC 7953).
  ///
  /// The same bytes, zone, window and limits give the same diary. Time is linear in the file and in the repetitions
  /// inside the window; `limits` bound both, before a library sees a byte.
  ///
  /// - Parameters:
  ///   - bytes: the file, UTF-8 with or without byte order mark; lines end with CRLF, LF or CR.
  ///   - zone: the programme's time zone, an IANA name. Whole days and times without a zone are read in it, and all
  ///     stretches are local to it.
  ///   - window: the days of interest.
  ///   - limits: what is too much.
  /// - Throws: everything that is wrong, at once.
  public static func read(
    _ bytes: [UInt8], zone: String, window: CalendarWindow, limits: CalendarLimits = .standard
  ) throws(CalendarRejection) -> CalendarDiary {
    try CalendarReading(zone: zone, window: window, limits: limits).diary(of: bytes)
  }
}

/// Time of one status.
public struct CalendarStretch: Sendable, Hashable {
  /// From when to when, in the programme's local time; may reach over many days.
  public var interval: Interval
  /// What the time is.
  public var status: AvailabilityStatus
  /// The line of the file where the first event begins that is part of it, from 1.
  public var line: Int

  /// A stretch.
  public init(interval: Interval, status: AvailabilityStatus, line: Int) {
    self.interval = interval
    self.status = status
    self.line = line
  }

  /// The stretch day by day, as rows of a table want it: minutes after midnight, 0..<1440 where a day is whole.
  public var byDay: [(day: Day, minutes: Range<Int>)] {
    (interval.start.day.number...interval.end.day.number).compactMap { number in
      let lower = max(0, interval.start.minute - number * 1440)
      let upper = min(1440, interval.end.minute - number * 1440)
      return lower < upper ? (Day(number: number), lower..<upper) : nil
    }
  }
}
