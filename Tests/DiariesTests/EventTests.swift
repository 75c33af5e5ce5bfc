import Domain
import Testing

@testable import Diaries

/// Single events: when they are, and whether they take time.
@Suite struct EventTests {
  @Test(arguments: [
    // Times: floating, UTC in winter and in summer, and of a zone.
    ("DTSTART:20270301T090000\nDTEND:20270301T103000", "2027-03-01 09:00 to 10:30"),
    ("DTSTART:20270301T090000Z\nDTEND:20270301T100000Z", "2027-03-01 09:00 to 10:00"),
    ("DTSTART:20270701T090000Z\nDTEND:20270701T100000Z", "2027-07-01 10:00 to 11:00"),
    (
      "DTSTART;TZID=Europe/Paris:20270301T090000\nDTEND;TZID=Europe/Paris:20270301T100000",
      "2027-03-01 08:00 to 09:00"
    ),
    (
      "DTSTART;TZID=\"America/New_York\":20270301T090000\nDTEND:20270301T150000Z", "2027-03-01 14:00 to 15:00"
    ),
    // Ends: a duration, none, over midnight, over days; seconds are rounded outwards.
    ("DTSTART:20270301T090000\nDURATION:PT45M", "2027-03-01 09:00 to 09:45"),
    ("DTSTART:20270301T090000\nDURATION:P1DT1H", "2027-03-01 09:00 to 2027-03-02 10:00"),
    ("DTSTART:20270301T220000\nDTEND:20270302T030000", "2027-03-01 22:00 to 2027-03-02 03:00"),
    ("DTSTART:20270301T220000\nDTEND:20270305T030000", "2027-03-01 22:00 to 2027-03-05 03:00"),
    ("DTSTART:20270301T090030\nDTEND:20270301T093001", "2027-03-01 09:00 to 09:31"),
    // Whole days: one, several, without an end, with an end that is the day itself.
    ("DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270302", "2027-03-01 00:00 to 2027-03-02 00:00"),
    ("DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270306", "2027-03-01 00:00 to 2027-03-06 00:00"),
    ("DTSTART;VALUE=DATE:20270301", "2027-03-01 00:00 to 2027-03-02 00:00"),
    ("DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270301", "2027-03-01 00:00 to 2027-03-02 00:00"),
    ("DTSTART;VALUE=DATE:20270301\nDURATION:P3D", "2027-03-01 00:00 to 2027-03-04 00:00"),
    ("DTSTART:20270301T000000\nDTEND:20270302T000000", "2027-03-01 00:00 to 2027-03-02 00:00"),
    // Outlook's whole days: their zone says nothing; without midnights they are what their times say.
    (
      "DTSTART:20270701T000000Z\nDTEND:20270702T000000Z\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
      "2027-07-01 00:00 to 2027-07-02 00:00"
    ),
    (
      "DTSTART:20270630T230000Z\nDTEND:20270701T230000Z\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
      "2027-07-01 00:00 to 2027-07-02 00:00"
    ),
    ("DTSTART:20270701T000000Z\nDTEND:20270702T000000Z", "2027-07-01 01:00 to 2027-07-02 01:00"),
    // Only what is inside the window.
    ("DTSTART:20270228T220000\nDTEND:20270301T030000", "2027-03-01 00:00 to 03:00"),
    ("DTSTART:20271130T220000\nDTEND:20271203T030000", "2027-11-30 22:00 to 2027-12-01 00:00"),
  ])
  func anEventTakesTheTimeThatItSays(_ lines: String, _ time: String) throws {
    #expect(try stretches(events(lines)) == [time + " unavailable"])
  }

  @Test(arguments: [
    "DTSTART:20270301T090000", "DTSTART:20270301T090000\nDTEND:20270301T090000",
    "DTSTART:20270201T090000\nDTEND:20270201T100000", "DTSTART:20271201T000000\nDTEND:20271201T100000",
  ])
  func anEventWithoutLengthOrOutsideOfTheWindowTakesNone(_ lines: String) throws {
    #expect(try stretches(events(lines)).isEmpty)
  }

  @Test(arguments: [
    ("", "unavailable"), ("STATUS:CONFIRMED", "unavailable"), ("TRANSP:OPAQUE", "unavailable"),
    ("CLASS:PRIVATE", "unavailable"), ("STATUS:CANCELLED", ""), ("status:cancelled", ""),
    ("TRANSP:TRANSPARENT", ""), ("TRANSP:TRANSPARENT\nSTATUS:TENTATIVE", ""),
    ("STATUS:TENTATIVE", "if_needed"),
    ("X-MICROSOFT-CDO-BUSYSTATUS:FREE", ""), ("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE", ""),
    ("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", "if_needed"), ("X-MICROSOFT-CDO-BUSYSTATUS:BUSY", "unavailable"),
    ("X-MICROSOFT-CDO-BUSYSTATUS:OOF", "unavailable"), ("X-MICROSOFT-CDO-INTENDEDSTATUS:FREE", ""),
    ("X-MICROSOFT-CDO-BUSYSTATUS:BUSY\nX-MICROSOFT-CDO-INTENDEDSTATUS:FREE", "unavailable"),
    ("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\nTRANSP:OPAQUE\nSTATUS:CONFIRMED", "if_needed"),
    ("X-MICROSOFT-CDO-BUSYSTATUS:OOF\nTRANSP:TRANSPARENT", "unavailable"),
    ("X-MICROSOFT-CDO-BUSYSTATUS:NONSENSE\nTRANSP:TRANSPARENT", ""),
  ])
  func itsStatusIsWhatTheCalendarProgramShows(_ lines: String, _ status: String) throws {
    let time = "DTSTART:20270301T090000\nDTEND:20270301T100000\n"
    let said = try stretches(events(time + lines))
    #expect(said == (status.isEmpty ? [] : ["2027-03-01 09:00 to 10:00 " + status]))
  }

  @Test func whatTouchesIsOneAndTheStrongerStands() throws {
    let bytes = events(
      "DTSTART:20270301T100000\nDTEND:20270301T110000", "DTSTART:20270301T090000\nDTEND:20270301T100000",
      "DTSTART:20270301T103000\nDTEND:20270301T120000\nSTATUS:TENTATIVE",
      "DTSTART:20270301T130000\nDTEND:20270301T140000\nSTATUS:TENTATIVE",
      "DTSTART:20270301T133000\nDTEND:20270301T134500")
    let window = CalendarWindow(first: day("2027-03-01"), last: day("2027-03-01"))
    let diary = try CalendarDiary.read(bytes, zone: "Europe/London", window: window)
    #expect(
      diary.stretches.map { shown($0) + " \($0.line)" } == [
        "2027-03-01 09:00 to 11:00 unavailable 7", "2027-03-01 11:00 to 12:00 if_needed 11",
        "2027-03-01 13:00 to 13:30 if_needed 16", "2027-03-01 13:30 to 13:45 unavailable 21",
        "2027-03-01 13:45 to 14:00 if_needed 16",
      ])
  }

  @Test func aStretchOverSeveralDaysIsOneRowADay() throws {
    let bytes = events("DTSTART:20270301T220000\nDTEND:20270303T030000")
    let diary = try CalendarDiary.read(bytes, zone: "Europe/London", window: year2027)
    #expect(
      diary.stretches.flatMap(\.byDay).map { "\($0.day) \($0.minutes)" } == [
        "2027-03-01 1320..<1440", "2027-03-02 0..<1440", "2027-03-03 0..<180",
      ])
  }

  @Test func theReceiptCountsWhatWasThere() throws {
    let bytes = events(
      "UID:a\nDTSTART:20270301T090000\nDTEND:20270301T100000\nRRULE:FREQ=DAILY;COUNT=3",
      "UID:a\nRECURRENCE-ID:20270302T090000\nDTSTART:20270302T110000Z\nDTEND:20270302T120000Z",
      "UID:b\nDTSTART;VALUE=DATE:20270401\nSTATUS:TENTATIVE",
      "UID:c\nDTSTART;VALUE=DATE:20270402\nSTATUS:CANCELLED",
      "UID:d\nDTSTART;VALUE=DATE:20270403\nTRANSP:TRANSPARENT")
    let diary = try CalendarDiary.read(bytes, zone: "Europe/London", window: year2027)
    #expect(
      diary.notes(zone: "Europe/London") == [
        "5 events, 1 recurring, 4 in the window 2027-03-01 to 2027-11-30",
        "1 single repetition moved, changed or cancelled", "1 cancelled event left out",
        "1 event marked as free left out",
        "1 time in the window is tentative",
        "1 time without a time zone read in Europe/London",
      ])
    #expect(diary.warnings.isEmpty)
  }

  @Test func aCalendarWithoutAnythingInTheWindowIsWarnedAbout() throws {
    let bytes = events("DTSTART:20250301T090000\nDTEND:20250301T100000")
    let diary = try CalendarDiary.read(bytes, zone: "Europe/London", window: year2027)
    #expect(
      diary.warnings.map(\.description) == [
        "line 1: nothing in this calendar takes time between 2027-03-01 and 2027-11-30, so it counts as not sent; "
          + "see that it is the right calendar, exported for these dates"
      ])
  }

  @Test func theWindowOfAProgrammeHasADayAround() {
    let window = CalendarWindow(visitsFrom: day("2027-03-01"), visitsTo: day("2027-04-30"))
    #expect(window == CalendarWindow(first: day("2027-02-28"), last: day("2027-05-01")))
  }
}
