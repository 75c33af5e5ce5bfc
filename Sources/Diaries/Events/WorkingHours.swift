import Domain

/// VAVAILABILITY (RFC 7953): when somebody works at all. Outside of its AVAILABLE hours they are busy.
struct WorkingHours {
  let reader: EventReader
  let window: CalendarWindow

  func lay(_ calendar: CalendarComponent, on sheet: inout DiarySheet, tally: inout ReadingTally) {
    var spans: [Range<Int>] = []
    for component in calendar.components(.availability) {
      tally.counts.availabilities += 1
      guard let span = span(of: component, tally: &tally) else { continue }
      // PRIORITY would say which stands; nobody was seen to send two.
      guard !spans.contains(where: { $0.overlaps(span) }) else {
        reader.findings.error(
          line: component.line, "two statements of working hours (VAVAILABILITY) are about the same time",
          "send one of them")
        continue
      }
      spans.append(span)
      guard case .busy(let status) = EventStanding(busyType: component.word(.busyType)) else { continue }
      let hours = hours(of: component, on: sheet, tally: &tally)
      for gap in sheet.gaps(in: span, without: hours) {
        if sheet.lay([gap], status, line: component.line), status == .ifNeeded { tally.counts.tentative += 1 }
      }
    }
  }

  /// What the statement is about, on the programme's wall and within the window; without start or end it has none.
  private func span(of component: CalendarComponent, tally: inout ReadingTally) -> Range<Int>? {
    do throws(CalendarProblem) {
      var lower = window.walls.lowerBound.seconds
      var upper = window.walls.upperBound.seconds
      if let line = component.first(.start) {
        let start = try reader.time(line, tally: &tally)
        lower = max(lower, wall(start.instant))
        if let duration = component.first(.duration).flatMap({ WrittenDuration($0.value) }) {
          upper = min(upper, wall(EventLength(duration).end(from: start)))
        }
      }
      if let line = component.first(.until) {
        upper = min(upper, wall(try reader.time(line, tally: &tally).instant))
      }
      return lower < upper ? lower..<upper : nil
    } catch {
      reader.findings.error(line: component.line, error)
      return nil
    }
  }

  private func wall(_ instant: Instant) -> Int { reader.zones.programme.wall(at: instant).seconds }

  private func hours(
    of component: CalendarComponent, on sheet: DiarySheet, tally: inout ReadingTally
  ) -> [Range<Int>] {
    var events: [String: [CalendarEvent]] = [:]
    for available in component.components(.available) {
      guard let event = reader.event(available, isCancelling: false, tally: &tally) else { continue }
      events[event.uid ?? "line \(event.line)", default: []].append(event)
    }
    return events.sorted { $0.key < $1.key }.flatMap { _, events in
      EventSeries(events).occurrences(in: window.walls, times: &tally.times, findings: reader.findings)
    }.flatMap { sheet.pieces($0.start, $0.length) }
  }
}
