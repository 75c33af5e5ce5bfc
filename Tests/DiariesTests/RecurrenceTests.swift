import Domain
import Testing

@testable import Diaries

/// Events that repeat: rules, dates, exceptions.
@Suite struct RecurrenceTests {
  /// The starts of an event of half an hour.
  private func starts(_ lines: String, window: CalendarWindow = year2027) throws -> [String] {
    try CalendarDiary.read(events(lines + "\nDURATION:PT30M"), zone: "Europe/London", window: window)
      .stretches.map(\.interval.start.description)
  }

  /// Days that a rule leaves out do not count.
  @Test func countIsOfTheTimesThatARuleGives() throws {
    #expect(
      try starts("DTSTART:20270425T090000\nRRULE:FREQ=DAILY;BYMONTHDAY=-6;COUNT=3")
        == ["2027-04-25 09:00", "2027-05-26 09:00", "2027-06-25 09:00"])
    #expect(
      try starts("DTSTART:20270426T090000\nRRULE:FREQ=DAILY;BYMONTHDAY=26;COUNT=2")
        == ["2027-04-26 09:00", "2027-05-26 09:00"])
    #expect(
      try starts("DTSTART:20270427T090000\nRRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3")
        == ["2027-04-27 09:00", "2027-04-29 09:00", "2027-05-04 09:00"])
  }

  private let may = CalendarWindow(first: day("2027-05-01"), last: day("2027-05-31"))

  @Test(arguments: [
    ("FREQ=WEEKLY", "2027-05-04 2027-05-11 2027-05-18 2027-05-25"),
    ("FREQ=WEEKLY;INTERVAL=2", "2027-05-04 2027-05-18"),
    ("FREQ=WEEKLY;BYDAY=MO,FR;INTERVAL=4", "2027-05-03 2027-05-07 2027-05-31"),
    ("FREQ=MONTHLY;BYDAY=1TU", "2027-05-04"), ("FREQ=MONTHLY;BYDAY=-1TU", "2027-05-25"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2027-05-31"),
    ("FREQ=MONTHLY;BYMONTHDAY=31", "2027-05-31"), ("FREQ=MONTHLY;BYMONTHDAY=-2", "2027-05-30"),
    ("FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", "2027-05-09"), ("FREQ=YEARLY;BYYEARDAY=140", "2027-05-20"),
    ("FREQ=YEARLY;BYMONTHDAY=3,-1", "2027-05-03 2027-05-31"),
    ("FREQ=YEARLY;INTERVAL=37;BYMONTHDAY=15", "2027-05-15"), ("FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=15", ""),
    ("FREQ=YEARLY;BYMONTHDAY=14;BYDAY=FR", "2027-05-14"),
    ("FREQ=YEARLY;BYMONTHDAY=20;BYSETPOS=-8,5", "2027-05-20"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1", "2027-05-03 2027-05-31"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2,2,-1", "2027-05-04 2027-05-28 2027-05-31"),
    ("FREQ=MONTHLY;BYMONTHDAY=10;BYSETPOS=1,-1", "2027-05-10"),
    ("FREQ=YEARLY;BYMONTH=5;BYDAY=SA;BYSETPOS=-1,2", "2027-05-08 2027-05-29"),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=WE", "2027-05-19"), ("FREQ=YEARLY;BYWEEKNO=20", "2027-05-18"),
    ("FREQ=YEARLY;BYWEEKNO=-33;BYDAY=MO,SU;WKST=MO", "2027-05-17 2027-05-23"),
    ("FREQ=DAILY;INTERVAL=10", "2027-05-08 2027-05-18 2027-05-28"),
    ("FREQ=HOURLY;INTERVAL=240", "2027-05-08 2027-05-18 2027-05-28"),
    ("FREQ=MINUTELY;INTERVAL=20160", "2027-05-04 2027-05-18"),
    ("FREQ=DAILY;BYMONTH=5;BYMONTHDAY=3,4", "2027-05-03 2027-05-04"),
    ("FREQ=WEEKLY;COUNT=10000", "2027-05-04 2027-05-11 2027-05-18 2027-05-25"),
    ("FREQ=WEEKLY;COUNT=1949", "2027-05-04"), ("FREQ=WEEKLY;UNTIL=20270511", "2027-05-04 2027-05-11"),
    ("FREQ=WEEKLY;UNTIL=20270511T080000Z", "2027-05-04 2027-05-11"),
    ("FREQ=WEEKLY;UNTIL=20270511T075959Z", "2027-05-04"),
    ("FREQ=WEEKLY;UNTIL=20270511T090000", "2027-05-04 2027-05-11"),
    (
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SA",
      "2027-05-02 2027-05-03 2027-05-16 2027-05-17 2027-05-30 2027-05-31"
    ),
    ("FREQ=DAILY;BYMONTHDAY=-1,-31,15", "2027-05-01 2027-05-15 2027-05-31"),
    ("freq=weekly;byday=TU ; wkst=SU", "2027-05-04 2027-05-11 2027-05-18 2027-05-25"),
  ])
  func aRuleBegunIn1990IsReadInTheWindow(_ rule: String, _ days: String) throws {
    // 2 January 1990 was a Tuesday.
    let found = try starts("DTSTART;TZID=Europe/London:19900102T090000\nRRULE:" + rule, window: may)
    #expect(found == days.split(separator: " ").map { "\($0) 09:00" })
  }

  @Test func severalTimesADayAreAllThere() throws {
    let found = try starts("DTSTART:20270510T090000\nRRULE:FREQ=DAILY;BYHOUR=9,14;BYMINUTE=0,40;COUNT=5")
    #expect(
      found == [
        "2027-05-10 09:00", "2027-05-10 09:40", "2027-05-10 14:00", "2027-05-10 14:40", "2027-05-11 09:00",
      ])
  }

  @Test func aStartThatItsRuleDoesNotGiveIsTheFirstTime() throws {
    // 5 May 2027 is a Wednesday.
    #expect(
      try starts("DTSTART:20270505T090000\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3") == [
        "2027-05-05 09:00", "2027-05-10 09:00", "2027-05-17 09:00",
      ])
  }

  @Test func datesAddAndExceptionsTakeAway() throws {
    #expect(
      try starts(
        """
        DTSTART;TZID=Europe/London:20270503T090000
        RRULE:FREQ=DAILY;COUNT=7
        RDATE;TZID=Europe/London:20270520T100000,20270521T100000
        RDATE:20270522T100000Z
        RDATE;VALUE=DATE:20270523
        EXDATE;TZID=Europe/London:20270503T090000,20270521T100000
        EXDATE:20270504T080000Z
        EXDATE;VALUE=DATE:20270505
        EXDATE;TZID=Europe/Paris:20270506T100000
        EXDATE:20270507T103000Z
        EXRULE:FREQ=DAILY;INTERVAL=5;COUNT=2
        """) == [
          "2027-05-07 09:00", "2027-05-09 09:00", "2027-05-20 10:00", "2027-05-22 11:00", "2027-05-23 09:00",
        ])
  }

  @Test func periodsAmongTheDatesHaveTheirOwnLength() throws {
    let bytes = events(
      """
      DTSTART:20270503T090000Z
      DTEND:20270503T100000Z
      RDATE;VALUE=PERIOD:20270504T090000Z/20270504T120000Z,20270505T090000Z/PT15M
      """)
    #expect(
      try stretches(bytes) == [
        "2027-05-03 10:00 to 11:00 unavailable", "2027-05-04 10:00 to 13:00 unavailable",
        "2027-05-05 10:00 to 10:15 unavailable",
      ])
  }

  @Test(arguments: [
    "EXDATE;VALUE=DATE:20270701", "EXDATE:20270701T000000", "EXDATE:20270701T000000Z",
    "EXDATE:20270630T230000Z",
    "EXDATE;TZID=Europe/London:20270701T000000",
  ])
  func aWholeDayIsTakenOutHoweverItIsNamed(_ exception: String) throws {
    let bytes = events("DTSTART;VALUE=DATE:20270630\nRRULE:FREQ=DAILY;COUNT=3\n" + exception)
    #expect(
      try stretches(bytes) == [
        "2027-06-30 00:00 to 2027-07-01 00:00 unavailable",
        "2027-07-02 00:00 to 2027-07-03 00:00 unavailable",
      ])
  }

  @Test(arguments: ["20270702", "20270702T000000Z", "20270701T230000Z", "20270702T235959"])
  func wholeDaysEndOnTheDayOfUntil(_ until: String) throws {
    let bytes = events("DTSTART;VALUE=DATE:20270630\nRRULE:FREQ=DAILY;UNTIL=" + until)
    #expect(try stretches(bytes) == ["2027-06-30 00:00 to 2027-07-03 00:00 unavailable"])
  }

  @Test func whatBeganBeforeTheWindowAndReachesIntoItIsThere() throws {
    let bytes = events(
      "DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20260111\nRRULE:FREQ=MONTHLY;BYMONTHDAY=25")
    #expect(try stretches(bytes).first == "2027-03-01 00:00 to 2027-03-07 00:00 unavailable")
  }

  @Test func aRuleThatIsPeriodicGivesTheSameFromItsBeginningAndFromTheWindow() throws {
    let start = WallTime(day("1999-03-05"), hour: 9, minute: 0, second: 0)
    let near = WallTime(day: day("2027-01-01"))..<WallTime(day: day("2028-01-01"))
    let far = start..<near.upperBound
    for text in [
      "FREQ=DAILY;INTERVAL=7", "FREQ=DAILY;INTERVAL=3;BYDAY=MO,WE", "FREQ=DAILY;BYHOUR=7,9,22;INTERVAL=11",
      "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO,TU;WKST=SU", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO,TU;WKST=MO",
      "FREQ=WEEKLY;INTERVAL=5;BYDAY=TU,WE;WKST=WE;BYHOUR=1,23", "FREQ=HOURLY;INTERVAL=7",
      "FREQ=HOURLY;INTERVAL=5;BYHOUR=3,4",
      "FREQ=WEEKLY;INTERVAL=2;BYMONTH=1,6", "FREQ=HOURLY;INTERVAL=25;BYMINUTE=0,30",
      "FREQ=MINUTELY;INTERVAL=1001",
    ] {
      let rule = try RecurrenceRule(text)
      var times = RuleTimes(steps: .max)
      let short = try times.times(of: rule, from: start, isDate: false, in: near) { _ in false }
      let whole = try times.times(of: rule, from: start, isDate: false, in: far) { _ in false }
      #expect(!short.isEmpty && short == whole.filter { near.contains($0) }, "\(text)")
    }
  }
}
