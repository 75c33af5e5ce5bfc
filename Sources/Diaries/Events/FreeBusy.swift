import Domain

/// VFREEBUSY (RFC 5545 section 3.6.4): periods without events, as programs give them out to protect them.
struct FreeBusy {
  let reader: EventReader

  func lay(_ calendar: CalendarComponent, on sheet: inout DiarySheet, tally: inout ReadingTally) {
    for component in calendar.components(.freeBusy) {
      for line in component.all(.freeBusy) {
        guard case .busy(let status) = EventStanding(busyType: line.parameters[.freeBusyType]) else {
          continue
        }
        do throws(CalendarProblem) {
          for text in try reader.listed(line, tally: &tally) {
            let period = try reader.period(text, of: line, tally: &tally)
            tally.counts.periods += 1
            if sheet.lay(period.start, period.length, status, line: line.line), status == .ifNeeded {
              tally.counts.tentative += 1
            }
          }
        } catch {
          reader.findings.error(line: line.line, error)
        }
      }
    }
  }
}
