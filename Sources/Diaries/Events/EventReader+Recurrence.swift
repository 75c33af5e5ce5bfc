extension EventReader {
  /// Rules, dates and exceptions, each fault at its line.
  func recurrence(
    of component: CalendarComponent, tally: inout ReadingTally, isSound: inout Bool
  ) -> Recurrence {
    var recurrence = Recurrence()
    for line in component.properties {
      do {
        switch line.property {
        case .rule: recurrence.rules.append((try RecurrenceRule(line.value), line.line))
        case .exceptionRule: recurrence.exceptionRules.append((try RecurrenceRule(line.value), line.line))
        case .dates: recurrence.dates += try dates(line, tally: &tally)
        case .exceptionDates:
          for text in try listed(line, tally: &tally) {
            recurrence.exceptionDates.append(try time(text, of: line, tally: &tally))
          }
        case .begin, .end, .version, .method, .uid, .start, .until, .duration, .recurrenceID, .sequence,
          .stamp,
          .status, .transparency, .outlookStatus, .outlookIntended, .outlookWholeDay, .freeBusy, .busyType,
          .zoneName, .offsetBefore, .offsetAfter:
          break
        }
      } catch {
        isSound = false
        findings.error(line: line.line, error)
      }
    }
    return recurrence
  }

  /// A list's texts; there are not too many in the whole file.
  func listed(_ line: ContentLine, tally: inout ReadingTally) throws(CalendarProblem) -> [Substring] {
    let texts = line.value.split(separator: ",").map { $0.drop { $0 == " " } }
    tally.listed += texts.count
    guard tally.listed <= limits.listed else {
      throw CalendarProblem(
        "the calendar lists more than \(limits.listed) single dates", "export fewer years")
    }
    return texts
  }

  /// The end of a period (RFC 5545 section 3.3.9), as a length from its start.
  func period(
    _ text: Substring, of line: ContentLine, tally: inout ReadingTally
  ) throws(CalendarProblem) -> (start: EventTime, length: EventLength) {
    let unreadable = CalendarProblem(
      "a period in \(line.property.rawValue) cannot be read", RecurrenceRule.enterAgain)
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count == 2 else { throw unreadable }
    let start = try time(sides[0], of: line, tally: &tally)
    let length: EventLength
    if let duration = WrittenDuration(sides[1]) {
      length = EventLength(duration)
    } else {
      length = EventLength(from: start, to: try time(sides[1], of: line, tally: &tally))
    }
    guard !start.isDate, length.nominal >= 0, length.exact >= 0 else { throw unreadable }
    return (start, length)
  }

  private func dates(
    _ line: ContentLine, tally: inout ReadingTally
  ) throws(CalendarProblem) -> [(time: EventTime, length: EventLength?)] {
    var dates: [(time: EventTime, length: EventLength?)] = []
    for text in try listed(line, tally: &tally) {
      if text.contains("/") {
        let period = try period(text, of: line, tally: &tally)
        dates.append((period.start, period.length))
      } else {
        dates.append((try time(text, of: line, tally: &tally), nil))
      }
    }
    return dates
  }
}
