import Domain
import Testing

@testable import Diaries

/// Nothing of what people's calendars say gets out, however it goes wrong.
@Suite struct PrivacyTests {
  /// Every property of RFC 5545 and a few more that could hold something personal.
  private static let properties = [
    "SUMMARY", "DESCRIPTION", "LOCATION", "ATTENDEE;CN=%", "ORGANIZER;CN=%", "CATEGORIES", "CONTACT",
    "COMMENT", "URL",
    "RESOURCES", "ATTACH;FILENAME=%", "GEO", "CLASS", "RELATED-TO", "REQUEST-STATUS", "X-ALT-DESC;FMTTYPE=%",
    "X-WR-CALNAME", "X-WR-CALDESC", "X-APPLE-STRUCTURED-LOCATION;X-TITLE=%", "CONFERENCE;LABEL=%", "NAME",
    "UID",
    "X-MICROSOFT-CDO-OWNERAPPTID", "PRODID", "IMAGE", "TZNAME", "X-LIC-LOCATION", "SUMMARY;LANGUAGE=%",
  ]

  private static let marker = "MARKER"

  /// Lines that hold the marker: whole, folded, broken over lines, and without a colon.
  private static func marked() -> String {
    properties.map { "\($0.replacing("%", with: marker + "-p")):\(marker)" }.joined(separator: "\n")
      + "\nDESCRIPTION:a\n \(marker)\n  \(marker)\n\(marker) raw\n\(marker): raw with a colon\n\(marker);X=1\n"
  }

  private func everything(_ bytes: [UInt8]) -> String {
    do throws(CalendarRejection) {
      let diary = try CalendarDiary.read(bytes, zone: "Europe/London", window: year2027)
      return String(reflecting: diary) + diary.notes(zone: "Europe/London").joined()
    } catch {
      return String(reflecting: error) + error.faults.map(\.description).joined()
    }
  }

  @Test func aReadCalendarHoldsNoWordOfIt() {
    let text = everything(
      calendar(
        Self.marked() + "BEGIN:VEVENT\n" + Self.marked()
          + "DTSTART;X-NAME=\(Self.marker):20270301T090000\nDURATION:PT1H\n"
          + "RRULE:FREQ=DAILY;COUNT=2\nBEGIN:VALARM\n" + Self.marked()
          + "END:VALARM\nEND:VEVENT\nBEGIN:VTODO\n"
          + Self.marked() + "END:VTODO\nBEGIN:VFREEBUSY\n" + Self.marked()
          + "FREEBUSY:20270401T090000Z/PT1H\nEND:VFREEBUSY"))
    #expect(text.contains("2 in the window") || text.contains("3 in the window"))
    #expect(!text.contains(Self.marker))
  }

  /// Each value that is read, spoilt with the marker: the message says where and what, never the value.
  @Test(arguments: [
    "DTSTART:MARKER", "DTSTART;VALUE=DATE:MARKER", "DTEND:MARKER", "DURATION:MARKER", "RRULE:MARKER",
    "RRULE:FREQ=MARKER", "RRULE:FREQ=DAILY;MARKER=1", "RRULE:FREQ=DAILY;BYDAY=MARKER",
    "RRULE:FREQ=DAILY;UNTIL=MARKER",
    "RDATE:MARKER", "RDATE;VALUE=PERIOD:MARKER/MARKER", "EXDATE:MARKER", "EXRULE:MARKER",
    "RECURRENCE-ID:MARKER",
    "RECURRENCE-ID;RANGE=MARKER:20270301T090000", "SEQUENCE:MARKER", "STATUS:MARKER", "TRANSP:MARKER",
    "UID:MARKER",
    "DTSTAMP:MARKER", "X-MICROSOFT-CDO-BUSYSTATUS:MARKER", "BEGIN:MARKER", "END:MARKER", "VERSION:MARKER",
    "METHOD:MARKER",
    "FREEBUSY:MARKER", "SUMMARY:MARKER\nDTSTART", "DTSTART;X=\"MARKER:20270301T090000", "MARKER",
  ])
  func aRefusedCalendarHoldsNoWordOfItEither(_ line: String) {
    for before in ["", "DTSTART:20270301T090000\nDURATION:PT1H\n"] {
      #expect(!everything(events(before + line)).contains(Self.marker))
      #expect(!everything(calendar(line)).contains(Self.marker))
    }
  }
}
