import Domain

/// Reads the times of events; keeps count of what it read.
struct EventReader {
  let zones: ZoneCatalogue
  let limits: CalendarLimits
  let findings: CalendarFindings

  /// The event, or `nil` with what is wrong in the findings.
  ///
  /// - Parameter isCancelling: the calendar calls off what is in it (METHOD:CANCEL).
  func event(
    _ component: CalendarComponent, isCancelling: Bool, tally: inout ReadingTally
  ) -> CalendarEvent? {
    let standing = EventStanding(component, isCancelling: isCancelling)
    var isSound = true
    func check<Value>(_ line: Int, _ body: () throws(CalendarProblem) -> Value?) -> Value? {
      do { return try body() } catch {
        isSound = false
        findings.error(line: line, error)
        return nil
      }
    }
    let start = component.first(.start).flatMap { line in
      check(line.line) { () throws(CalendarProblem) in
        wholeDay(component, try time(line, tally: &tally))
      }
    }
    if component.first(.start) == nil, standing != .cancelled {
      findings.error(
        line: component.line, "this event does not say when it begins (DTSTART)", RecurrenceRule.enterAgain)
      return nil
    }
    let length =
      start.flatMap { start in
        check((component.first(.until) ?? component.first(.duration))?.line ?? component.line) {
          () throws(CalendarProblem) in
          try self.length(of: component, from: start, tally: &tally)
        }
      } ?? .none
    let replaces = component.first(.recurrenceID).flatMap { line in
      check(line.line) { () throws(CalendarProblem) in try replacement(line, tally: &tally) }
    }
    let recurrence = self.recurrence(of: component, tally: &tally, isSound: &isSound)
    if replaces?.andFuture == true, !recurrence.isEmpty {
      isSound = false
      findings.error(
        line: component.line, "this change of all later repetitions has a rule of its own",
        RecurrenceRule.enterAgain)
    }
    guard isSound else { return nil }
    return CalendarEvent(
      line: component.line, uid: component.first(.uid)?.value,
      sequence: component.first(.sequence).flatMap { Int($0.value) } ?? 0,
      stamp: component.first(.stamp).flatMap { WrittenTime($0.value) },
      replaces: replaces, start: start, length: length, standing: standing,
      recurrence: replaces == nil ? recurrence : Recurrence())
  }

  /// One DATE or DATE-TIME with the zone of its line.
  func time(_ line: ContentLine, tally: inout ReadingTally) throws(CalendarProblem) -> EventTime {
    try time(line.value, of: line, tally: &tally)
  }

  func time(
    _ text: some StringProtocol, of line: ContentLine, tally: inout ReadingTally
  ) throws(CalendarProblem) -> EventTime {
    guard let written = WrittenTime(text) else {
      throw CalendarProblem(
        "\(line.property.rawValue) is no date or time that there is", RecurrenceRule.enterAgain)
    }
    if written.isDate { return EventTime(wall: written.wall, zone: zones.programme, isDate: true) }
    if written.isUTC { return EventTime(wall: written.wall, zone: .utc, isDate: false) }
    if let name = line.parameters[.zone] {
      return EventTime(wall: written.wall, zone: try zones.zone(name, times: &tally.times), isDate: false)
    }
    if line.property == .start { tally.counts.floating += 1 }
    return EventTime(wall: written.wall, zone: zones.programme, isDate: false)
  }

  /// Outlook marks whole days that it writes as times from midnight to midnight; their zone says nothing then.
  private func wholeDay(_ component: CalendarComponent, _ start: EventTime) -> EventTime {
    guard component.word(.outlookWholeDay) == "TRUE", !start.isDate, start.wall.isMidnight,
      component.first(.until).flatMap({ WrittenTime($0.value) })?.wall.isMidnight != false
    else { return start }
    return EventTime(wall: start.wall, zone: start.zone, isDate: true)
  }

  private func length(
    of component: CalendarComponent, from start: EventTime, tally: inout ReadingTally
  ) throws(CalendarProblem) -> EventLength {
    let backwards = CalendarProblem("this event ends before it begins", RecurrenceRule.enterAgain)
    if let line = component.first(.until) {
      let end = try time(line, tally: &tally)
      // Some write the end of a whole day as the day itself.
      let length =
        start.isDate
        ? EventLength(
          nominal: max(WallTime.day, end.wall.day.number * WallTime.day - start.wall.seconds), exact: 0)
        : EventLength(from: start, to: end)
      guard length.nominal >= 0, length.exact >= 0, end.wall.day >= start.wall.day || start.zone != end.zone
      else {
        throw backwards
      }
      return length
    }
    if let line = component.first(.duration) {
      guard let duration = WrittenDuration(line.value) else {
        throw CalendarProblem("DURATION cannot be read", RecurrenceRule.enterAgain)
      }
      if duration.isNegative { throw backwards }
      return start.isDate ? wholeDays(duration) : EventLength(duration)
    }
    return EventLength(nominal: start.isDate ? WallTime.day : 0, exact: 0)
  }

  /// A whole day lasts whole days.
  private func wholeDays(_ duration: WrittenDuration) -> EventLength {
    let days = duration.days + (duration.seconds + WallTime.day - 1) / WallTime.day
    return EventLength(nominal: max(1, days) * WallTime.day, exact: 0)
  }

  private func replacement(
    _ line: ContentLine, tally: inout ReadingTally
  ) throws(CalendarProblem) -> CalendarEvent.Replacement {
    let range = line.parameters[.range]?.uppercased()
    guard range == nil || range == "THISANDFUTURE" else {
      throw CalendarProblem(
        "this changes repetitions before it too (RANGE other than THISANDFUTURE)", RecurrenceRule.enterAgain)
    }
    return CalendarEvent.Replacement(time: try time(line, tally: &tally), andFuture: range != nil)
  }
}
