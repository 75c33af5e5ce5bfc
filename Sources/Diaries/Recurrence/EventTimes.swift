import Domain

/// When one event takes place: its start, what its rules and dates add, less what its exceptions take away.
struct EventTimes {
  private let event: CalendarEvent
  private let start: EventTime

  /// One time that an event takes place.
  struct Time {
    var start: EventTime
    /// Where this one is longer or shorter than the event.
    var length: EventLength?
  }

  init(_ event: CalendarEvent, start: EventTime) {
    self.event = event
    self.start = start
  }

  /// All that begin in `range`, in order; what is wrong with a rule goes into the findings.
  func all(in range: Range<WallTime>, times: inout RuleTimes, findings: CalendarFindings) -> [Time] {
    var found: [WallTime: Time] = [:]
    // The start is the first time even where the rule does not give it (RFC 5545 section 3.8.5.3).
    if range.contains(start.wall) { found[start.wall] = Time(start: start, length: nil) }
    for (rule, line) in event.recurrence.rules {
      for wall in walls(rule, line: line, in: range, times: &times, findings: findings) {
        found[wall] = Time(start: time(wall), length: nil)
      }
    }
    for (date, length) in event.recurrence.dates {
      let time = added(date)
      if range.contains(time.wall) { found[time.wall] = Time(start: time, length: length) }
    }
    guard !found.isEmpty else { return [] }
    for (rule, line) in event.recurrence.exceptionRules {
      for wall in walls(rule, line: line, in: range, times: &times, findings: findings) { found[wall] = nil }
    }
    let exceptions = Exceptions(event.recurrence.exceptionDates, of: start)
    return found.values.filter { !exceptions.contain($0.start) }.sorted { $0.start.wall < $1.start.wall }
  }

  private func time(_ wall: WallTime) -> EventTime {
    EventTime(wall: wall, zone: start.zone, isDate: start.isDate)
  }

  /// A further date on the event's own wall; where it is a day and the event has a time, at that time.
  private func added(_ date: EventTime) -> EventTime {
    if date.isDate || start.isDate { return time(WallTime(day: date.wall.day) + start.wall.secondOfDay) }
    return time(date.zone == start.zone ? date.wall : start.zone.wall(at: date.instant))
  }

  private func walls(
    _ rule: RecurrenceRule, line: Int, in range: Range<WallTime>, times: inout RuleTimes,
    findings: CalendarFindings
  ) -> [WallTime] {
    guard !times.isExhausted else { return [] }
    do {
      return try times.times(of: rule, from: start.wall, isDate: start.isDate, in: range) {
        isAfterEnd($0, of: rule)
      }
    } catch {
      findings.error(line: line, error)
      return []
    }
  }

  /// Whether a time is after UNTIL, which should be of the start's kind and in UTC where that has a zone, and often is
  /// not.
  private func isAfterEnd(_ wall: WallTime, of rule: RecurrenceRule) -> Bool {
    guard let until = rule.until else { return false }
    if until.isDate { return wall.day > until.wall.day }
    if start.isDate {
      // The day that is written, or the one that it is here by then, whichever is later.
      let here = until.isUTC ? start.zone.wall(at: Instant(seconds: until.wall.seconds)) : until.wall
      return wall.day > max(here.day, until.wall.day)
    }
    if until.isUTC { return start.zone.instant(of: wall).seconds > until.wall.seconds }
    return wall > until.wall
  }
}

/// The EXDATEs of an event.
private struct Exceptions {
  private var instants: Set<Instant> = []
  private var days: Set<Day> = []

  init(_ times: [EventTime], of start: EventTime) {
    for time in times {
      if time.isDate {
        days.insert(time.wall.day)
      } else if start.isDate {
        // Whole days may be named by the midnight with which they begin, here or as written.
        days.insert(time.wall.isMidnight ? time.wall.day : start.zone.wall(at: time.instant).day)
      } else {
        instants.insert(time.instant)
      }
    }
  }

  func contain(_ time: EventTime) -> Bool { days.contains(time.wall.day) || instants.contains(time.instant) }
}
