/// What a calendar held, in numbers, for its sender.
public struct CalendarCounts: Sendable, Hashable {
  /// Events (VEVENT), cancelled ones and changed repetitions included.
  public var events = 0
  /// Those of them that repeat.
  public var recurring = 0
  /// Repetitions that were moved, changed or cancelled one by one.
  public var exceptions = 0
  /// Cancelled events, which take no time.
  public var cancelled = 0
  /// Events that are marked as free time, which take none either.
  public var free = 0
  /// Busy periods that a program gave out instead of events (VFREEBUSY).
  public var periods = 0
  /// Working hours given out instead of events (VAVAILABILITY).
  public var availabilities = 0
  /// How often something inside the window takes time.
  public var inWindow = 0
  /// Those of them that are tentative.
  public var tentative = 0
  /// Times without a zone, read in the programme's.
  public var floating = 0
  /// Calendars that only answer or ask (METHOD:REPLY and the like), whose events were passed over.
  public var answers = 0

  /// Nothing yet.
  public init() {}
}

extension CalendarDiary {
  /// What to tell the sender, a sentence each: what was counted, and how it was read.
  ///
  /// - Parameter zone: the programme's zone, by its name.
  public func notes(zone: String) -> [String] {
    let days = "\(window.first) to \(window.last)"
    var notes = [
      "\(Self.many(counts.events, "event")), \(counts.recurring) recurring, \(counts.inWindow) in the window "
        + "\(days)"
    ]
    func add(_ count: Int, _ one: String, _ several: String) {
      if count > 0 { notes.append(count == 1 ? "1 \(one)" : "\(count) \(several)") }
    }
    add(counts.periods, "busy period given without its event", "busy periods given without their events")
    add(
      counts.availabilities, "statement of working hours; outside of them unavailable",
      "statements of working hours; outside of them unavailable")
    add(
      counts.exceptions, "single repetition moved, changed or cancelled",
      "single repetitions moved, changed or cancelled")
    add(counts.cancelled, "cancelled event left out", "cancelled events left out")
    add(counts.free, "event marked as free left out", "events marked as free left out")
    add(counts.tentative, "time in the window is tentative", "times in the window are tentative")
    add(
      counts.floating, "time without a time zone read in \(zone)", "times without a time zone read in \(zone)"
    )
    add(
      counts.answers, "answer to an invitation passed over", "answers to invitations passed over")
    return notes
  }

  private static func many(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
