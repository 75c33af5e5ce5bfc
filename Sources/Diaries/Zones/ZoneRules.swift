import Domain

/// A VTIMEZONE (RFC 5545 section 3.6.5): when its STANDARD and DAYLIGHT begin.
struct ZoneRules {
  private let observances: [CalendarComponent]

  init(_ definition: CalendarComponent) {
    observances = definition.children.filter { $0.kind == .standard || $0.kind == .daylight }
  }

  /// The changes of its clocks from the beginning until a year after the window.
  func changes(
    until window: CalendarWindow, times: inout RuleTimes
  ) throws(CalendarProblem) -> ClockChanges {
    let end = window.walls.upperBound + 366 * WallTime.day
    var changes: [ClockChanges.Change] = []
    var first: (instant: Instant, offset: Int)?
    for observance in observances {
      guard let start = observance.first(.start).flatMap({ WrittenTime($0.value) }), !start.isDate,
        let before = observance.first(.offsetBefore).flatMap({ WrittenOffset.read($0.value) }),
        let after = observance.first(.offsetAfter).flatMap({ WrittenOffset.read($0.value) })
      else { throw Self.incomplete }
      var onsets: Set<WallTime> = [start.wall]
      for line in observance.all(.dates) {
        for text in line.value.split(separator: ",") {
          guard let time = WrittenTime(text) else { throw Self.incomplete }
          onsets.insert(time.isUTC ? time.wall + before : time.wall)
        }
      }
      for line in observance.all(.rule) {
        onsets.formUnion(
          try onsetTimes(
            RecurrenceRule(line.value), from: start.wall, before: before, end: end, times: &times))
      }
      // Onsets are written as the clock shows them before the change.
      changes += onsets.filter { $0 < end }.map {
        ClockChanges.Change(instant: Instant(seconds: $0.seconds - before), offset: after)
      }
      let onset = Instant(seconds: start.wall.seconds - before)
      if let known = first, (known.instant, known.offset) <= (onset, before) { continue }
      first = (onset, before)
    }
    guard let first else { throw Self.incomplete }
    return ClockChanges(first: first.offset, changes: changes)
  }

  private func onsetTimes(
    _ rule: RecurrenceRule, from start: WallTime, before: Int, end: WallTime, times: inout RuleTimes
  ) throws(CalendarProblem) -> [WallTime] {
    guard rule.frequency == .yearly || rule.frequency == .monthly else {
      throw CalendarProblem("it changes its clocks \(rule.frequency.rawValue)", "")
    }
    guard start < end else { return [] }
    return try times.times(of: rule, from: start, isDate: false, in: start..<end) { wall in
      guard let until = rule.until else { return false }
      if until.isDate { return wall.day > until.wall.day }
      return until.isUTC ? wall.seconds - before > until.wall.seconds : wall > until.wall
    }
  }

  private static let incomplete = CalendarProblem("a time or an offset is missing or cannot be read", "")
}
