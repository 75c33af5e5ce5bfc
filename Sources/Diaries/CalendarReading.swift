import Domain

/// One reading of one calendar file.
struct CalendarReading {
  let zone: String
  let window: CalendarWindow
  let limits: CalendarLimits

  func diary(of bytes: [UInt8]) throws(CalendarRejection) -> CalendarDiary {
    let findings = CalendarFindings(most: limits.faults)
    guard let programme = ZoneClock(iana: zone) else {
      throw CalendarRejection(faults: [
        CalendarFault(
          line: 1, what: "the programme's own time zone is not known",
          whatToDo: "correct time_zone in programme.yaml")
      ])
    }
    let calendars = CalendarText(bytes: bytes, limits: limits, findings: findings).calendars()
    if let rejection = findings.rejection { throw rejection }
    var tally = ReadingTally(limits: limits)
    var sheet = DiarySheet(window: window, programme: programme)
    var events: [CalendarEvent] = []
    for calendar in calendars {
      guard Self.isReadable(calendar, findings: findings) else { continue }
      let zones = ZoneCatalogue(programme: programme, window: window, calendar: calendar, others: calendars)
      let reader = EventReader(zones: zones, limits: limits, findings: findings)
      events += Self.events(of: calendar, reader: reader, tally: &tally)
      FreeBusy(reader: reader).lay(calendar, on: &sheet, tally: &tally)
      WorkingHours(reader: reader, window: window).lay(calendar, on: &sheet, tally: &tally)
      if findings.isFull { break }
    }
    lay(events, on: &sheet, tally: &tally, findings: findings)
    if let rejection = findings.rejection { throw rejection }
    tally.counts.inWindow = sheet.count
    let stretches = sheet.stretches()
    if stretches.isEmpty {
      findings.warning(
        line: calendars.first?.line ?? 1,
        "nothing in this calendar takes time between \(window.first) and \(window.last), so it counts as not sent",
        "see that it is the right calendar, exported for these dates")
    }
    return CalendarDiary(
      stretches: stretches, counts: tally.counts, warnings: findings.sortedWarnings, window: window)
  }

  /// Whether the calendar is one that is read; vCalendar 1.0 is another format under a like name.
  private static func isReadable(_ calendar: CalendarComponent, findings: CalendarFindings) -> Bool {
    guard let version = calendar.first(.version), version.value == "1.0" else { return true }
    findings.error(
      line: version.line, "this is vCalendar 1.0, a format from before iCalendar",
      "export the calendar as iCalendar (.ics)")
    return false
  }

  private static func events(
    of calendar: CalendarComponent, reader: EventReader, tally: inout ReadingTally
  ) -> [CalendarEvent] {
    let components = calendar.components(.event)
    switch calendar.word(.method) {
    case "REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER":
      // What somebody answers or asks is no entry of their diary.
      if !components.isEmpty { tally.counts.answers += 1 }
      return []
    default: break
    }
    let isCancelling = calendar.word(.method) == "CANCEL"
    var events: [CalendarEvent] = []
    for component in components {
      guard !reader.findings.isFull else { break }
      tally.counts.events += 1
      guard let event = reader.event(component, isCancelling: isCancelling, tally: &tally) else { continue }
      if event.isRecurring { tally.counts.recurring += 1 }
      if event.replaces != nil { tally.counts.exceptions += 1 }
      switch event.standing {
      case .cancelled: if event.replaces == nil { tally.counts.cancelled += 1 }
      case .free: tally.counts.free += 1
      case .busy: break
      }
      events.append(event)
    }
    return events
  }

  /// Puts events of one UID together, in the order of the file, and lays what they come to.
  private func lay(
    _ events: [CalendarEvent], on sheet: inout DiarySheet, tally: inout ReadingTally,
    findings: CalendarFindings
  ) {
    var series: [[CalendarEvent]] = []
    var places: [String: Int] = [:]
    for event in events {
      if let uid = event.uid, !uid.isEmpty, let place = places[uid] {
        series[place].append(event)
      } else {
        if let uid = event.uid { places[uid] = series.count }
        series.append([event])
      }
    }
    for events in series {
      let occurrences = EventSeries(events).occurrences(
        in: window.walls, times: &tally.times, findings: findings)
      for one in occurrences {
        guard sheet.lay(one.start, one.length, one.status, line: one.line) else { continue }
        if one.status == .ifNeeded { tally.counts.tentative += 1 }
        guard sheet.count <= limits.occurrences else {
          findings.error(
            line: one.line,
            "more than \(limits.occurrences) events and repetitions lie in the window up to here",
            "end rules that repeat by the hour or the minute")
          return
        }
      }
      if findings.isFull || tally.times.isExhausted { return }
    }
  }
}
