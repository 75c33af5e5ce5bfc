import Domain
import Testing

@testable import Diaries

/// Hostile files end soon, with a word about why.
@Suite struct CalendarLimitTests {
  @Test func aFileThatIsTooLargeIsNotLookedAt() {
    let bytes = [UInt8](repeating: UInt8(ascii: "A"), count: 50 << 20)
    #expect(
      faults(bytes) == [
        "line 1: this calendar has 52428800 bytes; at most 33554432 are read; export fewer years, or leave attachments out"
      ])
  }

  @Test func aLineThatIsReadIsBoundedAndOneThatIsNotMayBeLong() throws {
    let long = String(repeating: "x", count: 300_000)
    #expect(
      faults(events("DTSTART:20270301T090000\nUID:" + long)) == [
        "line 5: this line is longer than 65536 bytes; export the calendar again, over fewer years"
      ])
    let folded = String(repeating: "x\n ", count: 100_000)
    #expect(faults(events("DTSTART:20270301T090000\nUID:" + folded)).count == 1)
    #expect(
      try stretches(
        events("DTSTART:20270301T090000\nDURATION:PT1H\nATTACH:" + long + "\nX-ALT-DESC:" + folded)
      ).count
        == 1)
  }

  @Test func nestingIsBounded() {
    let deep = Array(repeating: "BEGIN:X-A", count: 100_000).joined(separator: "\n")
    #expect(
      faults(calendar(deep)) == [
        "line 10: more than 8 components stand within each other here; export the calendar again"
      ])
  }

  @Test func partsPropertiesAndListsAreCounted() {
    var limits = CalendarLimits()
    limits.components = 3
    limits.properties = 5
    limits.listed = 3
    let event = "DTSTART:20270301T090000\nDURATION:PT1H"
    #expect(
      faults(events(event, event, event), limits: limits) == [
        "line 11: this calendar has more than 3 parts; export fewer years"
      ])
    #expect(
      faults(events(event + "\nRRULE:FREQ=DAILY\nUID:a\nSTATUS:CONFIRMED\nTRANSP:OPAQUE"), limits: limits)
        == [
          "line 8: this calendar has more than 5 properties to read; export fewer years"
        ])
    #expect(
      faults(events(event + "\nEXDATE:20270301,20270302\nEXDATE:20270303,20270304"), limits: limits) == [
        "line 7: the calendar lists more than 3 single dates; export fewer years"
      ])
  }

  @Test func repetitionsInTheWindowAreCounted() {
    var limits = CalendarLimits()
    limits.occurrences = 50
    #expect(
      faults(events("DTSTART:20270301T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY"), limits: limits) == [
        "line 3: more than 50 events and repetitions lie in the window up to here; "
          + "end rules that repeat by the hour or the minute"
      ])
  }

  /// Rules that a library would look through for hours.
  @Test(arguments: [
    "FREQ=SECONDLY", "FREQ=SECONDLY;COUNT=2000000000", "FREQ=MINUTELY;INTERVAL=1;COUNT=1999999999",
    "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;COUNT=9;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2",
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;INTERVAL=99;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
    "FREQ=YEARLY;BYDAY=MO;BYSETPOS=366", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=5",
    "FREQ=WEEKLY;BYMONTH=2;INTERVAL=5200",
    "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9",
  ])
  func aRuleThatIsHardToWorkOutEnds(_ rule: String) {
    for start in [
      "00010101T090000", "19000101T090000", "20270301T090000", "20270302T093015", "99991231T235959",
    ] {
      var limits = CalendarLimits()
      limits.steps = 20_000
      let body = "DTSTART:\(start)\nDURATION:PT1H\nRRULE:\(rule)"
      _ = faults(events(body), limits: limits)
      let zone =
        "BEGIN:VTIMEZONE\nTZID:Z\nBEGIN:STANDARD\nDTSTART:\(start)\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nRRULE:\(rule)\n"
        + "END:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=Z:20270301T090000\nDURATION:PT1H\nEND:VEVENT"
      _ = faults(calendar(zone), limits: limits)
    }
  }

  /// A rule that never comes round takes half a second, so two or three of them are all that is looked through.
  @Test(arguments: [
    "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", "FREQ=YEARLY;BYMONTHDAY=31;BYSETPOS=13",
    "FREQ=YEARLY;BYMONTHDAY=30;BYDAY=MO;BYMONTH=2", "FREQ=YEARLY;BYWEEKNO=20;BYMONTH=1",
  ])
  func rulesThatNeverComeRoundArePaidForAsTheyAreSearched(_ rule: String) {
    let one = "BEGIN:VEVENT\nDTSTART:20260101T090000\nDURATION:PT1H\nRRULE:\(rule)\nEND:VEVENT"
    let said = faults(calendar(Array(repeating: one, count: 3).joined(separator: "\n")))
    #expect(said.last?.contains("take too long to work out") == true, "\(rule): \(said)")
  }

  /// Yearly days that do come round are no such thing, however many and however rare.
  @Test func hundredsOfYearlyDaysAreWorkedOut() {
    let rules = [
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
      "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
      "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=5",
    ]
    let events = (0..<100).flatMap { index in
      rules.map { rule in
        "BEGIN:VEVENT\nDTSTART:20\(10 + index % 17)0301T090000\nDURATION:PT1H\nRRULE:\(rule)\nEND:VEVENT"
      }
    }
    #expect(faults(calendar(events.joined(separator: "\n"))) == [])
  }

  @Test func thousandsOfHardRulesAreStoppedTogether() {
    var limits = CalendarLimits()
    limits.steps = 500_000
    for rule in [
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;INTERVAL=99;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
      "FREQ=HOURLY;COUNT=9;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;COUNT=100000000",
    ] {
      let one = "BEGIN:VEVENT\nDTSTART:19000101T090000\nDURATION:PT1H\nRRULE:\(rule)\nEND:VEVENT"
      let said = faults(calendar(Array(repeating: one, count: 3000).joined(separator: "\n")), limits: limits)
      #expect(
        said.last?.contains("take too long to work out") == true, "\(rule)")
    }
  }
}
