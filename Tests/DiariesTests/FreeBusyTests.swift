import Domain
import Testing

@testable import Diaries

/// Calendars without events: busy periods, and working hours.
@Suite struct FreeBusyTests {
  @Test func periodsHaveAnEndOrADurationAndAKind() throws {
    let bytes = calendar(
      """
      METHOD:REPLY
      BEGIN:VFREEBUSY
      DTSTART:20270501T000000Z
      DTEND:20270601T000000Z
      FREEBUSY:20270503T090000Z/20270503T100000Z,20270503T110000Z/PT45M
      FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20270504T090000Z/PT1H
      FREEBUSY;FBTYPE=FREE:20270505T090000Z/PT1H
      FREEBUSY;FBTYPE=busy-tentative:20270506T090000Z/PT1H
      FREEBUSY;FBTYPE=X-LUNCH:20270507T090000Z/PT1H
      FREEBUSY;FBTYPE="BUSY":20270510T090000/20270510T100000
      END:VFREEBUSY
      """)
    let diary = try CalendarDiary.read(bytes, zone: "Europe/London", window: year2027)
    #expect(
      diary.stretches.map(shown) == [
        "2027-05-03 10:00 to 11:00 unavailable", "2027-05-03 12:00 to 12:45 unavailable",
        "2027-05-04 10:00 to 11:00 unavailable", "2027-05-06 10:00 to 11:00 if_needed",
        "2027-05-07 10:00 to 11:00 unavailable", "2027-05-10 09:00 to 10:00 unavailable",
      ])
    #expect(diary.notes(zone: "Europe/London")[1] == "6 busy periods given without their events")
  }

  @Test(arguments: [
    "20270503T090000Z", "20270503T090000Z/", "20270503T100000Z/20270503T090000Z", "20270503/P1D", "x/y",
  ])
  func aPeriodThatIsNoneIsRefused(_ period: String) {
    let said = faults(calendar("BEGIN:VFREEBUSY\nFREEBUSY:\(period)\nEND:VFREEBUSY"))
    #expect(said.count == 1 && said[0].hasPrefix("line 4: "))
  }

  @Test func outsideOfWorkingHoursSomebodyIsBusy() throws {
    let bytes = calendar(
      """
      BEGIN:VAVAILABILITY
      DTSTART;TZID=Europe/London:20270503T000000
      DTEND;TZID=Europe/London:20270506T000000
      BEGIN:AVAILABLE
      UID:1
      DTSTART;TZID=Europe/London:20270104T083000
      DTEND;TZID=Europe/London:20270104T173000
      RRULE:FREQ=WEEKLY;BYDAY=MO,TU
      END:AVAILABLE
      END:VAVAILABILITY
      BEGIN:VEVENT
      DTSTART:20270503T110000Z
      DTEND:20270503T120000Z
      END:VEVENT
      """)
    #expect(
      try stretches(bytes) == [
        "2027-05-03 00:00 to 08:30 unavailable", "2027-05-03 12:00 to 13:00 unavailable",
        "2027-05-03 17:30 to 2027-05-04 08:30 unavailable",
        "2027-05-04 17:30 to 2027-05-06 00:00 unavailable",
      ])
  }

  @Test func twoStatementsAboutTheSameTimeAreRefused() {
    let one = "BEGIN:VAVAILABILITY\nDTSTART:20270503T000000Z\nEND:VAVAILABILITY"
    #expect(
      faults(calendar(one + "\n" + one)) == [
        "line 6: two statements of working hours (VAVAILABILITY) are about the same time; send one of them"
      ])
  }
}
