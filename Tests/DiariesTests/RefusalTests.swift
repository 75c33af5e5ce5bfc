import Domain
import Testing

@testable import Diaries

/// Files that are no calendars, are damaged, or say what nobody can read.
@Suite struct RefusalTests {
  private static let again = "delete the event and enter it again, then export the calendar"

  @Test(arguments: [
    ("DTEND:20270301T100000", "line 3: this event does not say when it begins (DTSTART); " + again),
    ("DTSTART:20270230T090000", "line 4: DTSTART is no date or time that there is; " + again),
    ("DTSTART:20270301T240000", "line 4: DTSTART is no date or time that there is; " + again),
    ("DTSTART:1 March", "line 4: DTSTART is no date or time that there is; " + again),
    ("DTSTART", "line 3: this event does not say when it begins (DTSTART); " + again),
    ("DTSTART;TZID=UTC", "line 4: this property has no value; export the calendar again"),
    ("DTSTART:20270301T090000\nDTEND:20270301T080000", "line 5: this event ends before it begins; " + again),
    ("DTSTART:20270301T090000\nDURATION:-PT1H", "line 5: this event ends before it begins; " + again),
    ("DTSTART:20270301T090000\nDURATION:1 hour", "line 5: DURATION cannot be read; " + again),
    (
      "DTSTART:20270301T090000\nDTSTART:20270301T100000",
      "line 5: DTSTART stands here a second time, with another value; " + again
    ),
    ("DTSTART:20270301T090000\nRRULE:FREQ=OFTEN", "line 5: this rule of repetition cannot be read; " + again),
    (
      "DTSTART:20270301T090000\nRRULE:FREQ=DAILY;BYHOUR=25",
      "line 5: this rule of repetition cannot be read; " + again
    ),
    (
      "DTSTART:20270301T090000\nRRULE:FREQ=MONTHLY;BYMONTHDAY=\(Int.min)",
      "line 5: this rule of repetition cannot be read; " + again
    ),
    (
      "DTSTART:20270301T090000\nRRULE:FREQ=DAILY;PLEASE=1",
      "line 5: this rule of repetition cannot be read; " + again
    ),
    (
      "DTSTART:20270301T090000\nRRULE:FREQ=DAILY;COUNT=0",
      "line 5: this rule of repetition cannot be read; " + again
    ),
    (
      "DTSTART:20270301T090000\nRRULE:FREQ=DAILY;FREQ=DAILY",
      "line 5: a part of this rule stands twice; " + again
    ),
    (
      "DTSTART:20270301T090000\nRRULE:FREQ=YEARLY;INTERVAL=101",
      "line 5: a number in this rule is over 100; " + again
    ),
    (
      "DTSTART:20270301T090000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
      "line 5: this rule gives no date at all, or has parts that do not go together; " + again
    ),
    (
      "DTSTART:20270301T090000\nRRULE:FREQ=WEEKLY;BYYEARDAY=3",
      "line 5: this rule gives no date at all, or has parts that do not go together; " + again
    ),
    (
      "DTSTART:20270301T090000\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
      "line 5: this rule picks single seconds or minutes (FREQ=SECONDLY with parts); write it with FREQ=DAILY or WEEKLY"
    ),
    (
      "DTSTART:20270301T090000\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1",
      "line 5: this rule picks by position (BYSETPOS) among something other than the days of a month or a year; "
        + "write it with BYDAY or as several events"
    ),
    (
      "DTSTART:20270301T090000\nRRULE:FREQ=MONTHLY;RSCALE=HEBREW",
      "line 5: this rule counts in another calendar than the Gregorian (RSCALE); write its dates as single events"
    ),
    (
      "DTSTART:20270301T090000\nRECURRENCE-ID;RANGE=THISANDPRIOR:20270301T090000",
      "line 5: this changes repetitions before it too (RANGE other than THISANDFUTURE); " + again
    ),
  ])
  func anEventThatCannotBeReadIsRefusedAtItsLine(_ lines: String, _ message: String) {
    #expect(faults(events(lines)) == [message])
  }

  /// What libical takes for other dates than it means.
  @Test(arguments: [
    (
      "FREQ=YEARLY;BYMONTHDAY=-1,5,31;BYSETPOS=-1",
      "picks by position (BYSETPOS) among days that BYMONTHDAY counts from both ends, or partly not at all; write it as "
        + "several events"
    ),
    (
      "FREQ=MONTHLY;BYDAY=MO,1MO;BYSETPOS=2",
      "picks by position (BYSETPOS) among days that BYDAY counts from both ends, or partly not at all; write it as "
        + "several events"
    ),
    (
      "FREQ=YEARLY;BYWEEKNO=20,-53;BYDAY=MO",
      "counts a week at the turn of the year (BYWEEKNO 1, 52 or 53); write its dates as single events"
    ),
    (
      "FREQ=YEARLY;BYWEEKNO=20;BYDAY=2MO",
      "numbers weekdays within numbered weeks (BYDAY, BYWEEKNO); write it as several events"
    ),
    (
      "FREQ=YEARLY;BYMONTHDAY=5;BYDAY=2MO",
      "picks weekdays of a year by number among days of a month (BYDAY, BYMONTHDAY); write it as several events"
    ),
  ])
  func aRuleThatWouldBeMisreadIsRefusedByName(_ rule: String, _ message: String) {
    #expect(faults(events("DTSTART:20270301T090000\nRRULE:" + rule)) == ["line 5: this rule " + message])
  }

  @Test func everythingWrongIsSaidAtOnce() {
    let said = faults(
      events(
        "DTSTART:20270230T090000\nRRULE:FREQ=OFTEN",
        "DTSTART:20270301T090000\nEXDATE:never\nRDATE:20270301,soon",
        "DTSTART;TZID=Nowhere/At all:20270301T090000"))
    #expect(said.map { $0.prefix(8) } == ["line 4: ", "line 5: ", "line 9: ", "line 10:", "line 13:"])
  }

  @Test func faultsBeyondTheFirstHundredAreCounted() {
    let one = "BEGIN:VEVENT\nDTSTART:never\nEND:VEVENT"
    let said = faults(calendar(Array(repeating: one, count: 130).joined(separator: "\n")))
    #expect(said.count == 101 && said.last?.contains("more faults are not shown") == true)
  }

  @Test(arguments: [
    ("", "line 1: there is no calendar in this file; export the calendar as iCalendar (.ics)"),
    ("\n\n", "line 1: there is no calendar in this file; export the calendar as iCalendar (.ics)"),
    (
      "person_id,date\nR0A-lead,2027-03-01\n",
      "line 1: there is no calendar in this file; export the calendar as iCalendar (.ics)"
    ),
    (
      "BEGIN:VEVENT\nEND:VEVENT\n",
      "line 1: an event begins within something else, or outside of any calendar; export the calendar again: the file is damaged"
    ),
    ("DTSTART:20270301\n", "line 1: this stands outside of any calendar; export the calendar again"),
    (
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270301\n",
      "line 2: what begins here has no end: the file is cut off; export the calendar again"
    ),
    (
      "BEGIN:VCALENDAR\nEND:VEVENT\n",
      "line 2: this ends something that was not begun; export the calendar again: the file is damaged"
    ),
    (
      "BEGIN:VCALENDAR\nBEGIN:VCALENDAR\n",
      "line 2: a calendar begins within another; export the calendar again: the file is damaged"
    ),
    (
      "BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR\n",
      "line 2: this is vCalendar 1.0, a format from before iCalendar; export the calendar as iCalendar (.ics)"
    ),
  ])
  func aFileThatIsNoCalendarIsRefused(_ text: String, _ message: String) {
    #expect(faults(Array(text.utf8)) == [message])
  }

  @Test func utf16IsRefusedByName() {
    let text = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    let units = Array(text.utf16)
    let little = [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
    let big = units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 255)] }
    let message = "line 1: this calendar is written in UTF-16 or is no text at all; save it as UTF-8 (.ics)"
    #expect(
      faults(little) == [message] && faults([0xFE, 0xFF] + big) == [message] && faults(big) == [message])
  }

  @Test(arguments: ["\r\n", "\n", "\r"])
  func linesMayEndAsTheyDo(_ ending: String) throws {
    let text =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTST\n ART;TZ\n\tID=Europe/\n London:202703\n 01T090000\nDTEND:20270301T\n "
      + "100000Z\nEND:VEVENT\nEND:VCALENDAR"
    for head in ["", "\u{FEFF}"] {
      let bytes = Array((head + text.replacing("\n", with: ending)).utf8)
      #expect(try stretches(bytes) == ["2027-03-01 09:00 to 10:00 unavailable"])
      let broken = Array((head + text.replacing("100000Z", with: "1").replacing("\n", with: ending)).utf8)
      #expect(faults(broken) == ["line 8: DTEND is no date or time that there is; " + Self.again])
    }
  }

  @Test func alarmsTasksAndUnknownComponentsAreLeftAlone() throws {
    let bytes = calendar(
      """
      BEGIN:VTODO
      DTSTART:never
      RRULE:FREQ=SECONDLY;BYDAY=MO
      END:VTODO
      BEGIN:X-THING
      BEGIN:X-INNER
      DTSTART:20270301T090000
      END:X-INNER
      END:X-THING
      BEGIN:VEVENT
      DTSTART:20270301T090000
      BEGIN:VALARM
      TRIGGER:-PT15M
      DURATION:PT99H
      DTEND:20280101T000000
      END:VALARM
      DURATION:PT1H
      END:VEVENT
      """)
    #expect(try stretches(bytes) == ["2027-03-01 09:00 to 10:00 unavailable"])
  }

  @Test func aTextWithRawLineBreaksIsWarnedAbout() throws {
    let bytes = events(
      "DTSTART:20270301T090000\nDESCRIPTION:one\ntwo\n\nthree is a longer line than any name of a property\nDURATION:PT1H"
    )
    let diary = try CalendarDiary.read(bytes, zone: "Europe/London", window: year2027)
    #expect(diary.stretches.map(shown) == ["2027-03-01 09:00 to 10:00 unavailable"])
    #expect(
      diary.warnings.map(\.description) == [
        "line 6: this line and 1 more are no properties of a calendar; nothing of them was read; a text with line breaks "
          + "that were not folded looks like this"
      ])
  }
}
