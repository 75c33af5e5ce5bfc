import Domain
import Foundation
import Testing

@testable import Diaries

/// Time zones: by name, by definition, and never guessed.
@Suite struct ZoneTests {
  private func start(_ lines: String, body: String = "", zone: String = "Europe/London") throws -> [String] {
    let event = "BEGIN:VEVENT\n" + lines + "\nEND:VEVENT"
    return try CalendarDiary.read(
      calendar(body.isEmpty ? event : body + "\n" + event), zone: zone, window: year2027
    ).stretches.map { "\($0.interval.start) for \($0.interval.duration.count)" }
  }

  /// A definition with the rules of Central European time under another name.
  private func definition(_ name: String, rules: Bool = true) -> String {
    """
    BEGIN:VTIMEZONE
    \(name)
    BEGIN:STANDARD
    DTSTART:16010101T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE
    """
  }

  @Test(arguments: [
    "Europe/Berlin", "\"Europe/Berlin\"", "W. Europe Standard Time", "w. europe standard time",
    "/freeassociation.sourceforge.net/Europe/Berlin", "/mozilla.org/20050126_1/Europe/Berlin",
    "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "Romance Standard Time", "Arctic/Longyearbyen",
    "CET",
  ])
  func aNameOfIANAOrWindowsMeansThatZone(_ name: String) throws {
    #expect(try start("DTSTART;TZID=\(name):20270301T090000\nDURATION:PT1H") == ["2027-03-01 08:00 for 60"])
    #expect(try start("DTSTART;TZID=\(name):20270701T090000\nDURATION:PT1H") == ["2027-07-01 08:00 for 60"])
  }

  @Test(arguments: [
    ("UTC", "09:00"), ("GMT", "09:00"), ("Etc/GMT-3", "06:00"), ("\"UTC+01:00\"", "08:00"),
    ("GMT-0530", "14:30"),
    ("utc+3", "06:00"), ("/a/b/America/Argentina/Salta", "12:00"), ("/x/UTC", "09:00"),
    ("America/Buenos_Aires", "12:00"), ("India Standard Time", "03:30"), ("Asia/Kathmandu", "03:15"),
  ])
  func otherZonesAreReadToo(_ name: String, _ time: String) throws {
    #expect(try start("DTSTART;TZID=\(name):20270301T090000\nDURATION:PT1H") == ["2027-03-01 \(time) for 60"])
  }

  @Test func aDefinitionOfAnotherNameIsFollowed() throws {
    for (name, parameter) in [
      ("TZID:Customized Time Zone", "Customized Time Zone"), ("TZID:BST", "BST"), ("TZID:", ""),
      ("X-NONE:1", ""),
      ("TZID:(UTC+01:00) Amsterdam, Berlin", "\"(UTC+01:00) Amsterdam, Berlin\""),
      // RFC 5545 wants backslashes in the one and quotes round the other; programs mix them as they like.
      ("TZID:(UTC+01:00) Amsterdam\\, Berlin", "\"(UTC+01:00) Amsterdam, Berlin\""),
      ("TZID:(UTC+01:00) Amsterdam\\, Berlin", "\"(UTC+01:00) Amsterdam\\, Berlin\""),
      ("TZID:(UTC+01:00) Amsterdam, Berlin", "(UTC+01:00) Amsterdam\\, Berlin"),
      ("TZID:(UTC+01:00) Amsterdam\\, Berlin\\; Rome", "\"(UTC+01:00) Amsterdam, Berlin; Rome\""),
      ("TZID:Amsterdam\\, Berlin", "Amsterdam, Berlin"), ("TZID:(here", "(here"), ("TZID:a\\\\b", "a\\\\b"),
    ] {
      let zone = definition(name)
      let found = try start(
        "DTSTART;TZID=\(parameter):20270301T090000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;INTERVAL=4", body: zone)
      #expect(
        found == ["2027-03-01 08:00 for 60", "2027-07-01 08:00 for 60", "2027-11-01 08:00 for 60"], "\(name)")
    }
  }

  @Test func aNameThatIsKnownIsBelievedOverItsDefinition() throws {
    let zone = definition("TZID:Europe/London")
    #expect(
      try start("DTSTART;TZID=Europe/London:20270301T090000\nDURATION:PT1H", body: zone) == [
        "2027-03-01 09:00 for 60"
      ])
  }

  @Test func aDefinitionMayListItsChangesAndEndItsRules() throws {
    let zone = """
      BEGIN:VTIMEZONE
      TZID:Here
      BEGIN:STANDARD
      DTSTART:20200101T000000
      TZOFFSETFROM:+0000
      TZOFFSETTO:+0000
      RDATE:20270801T020000,20270901T020000
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:20270601T010000
      TZOFFSETFROM:+0000
      TZOFFSETTO:+020030
      RDATE:20270815T010000Z
      END:DAYLIGHT
      BEGIN:DAYLIGHT
      DTSTART:20200310T000000
      TZOFFSETFROM:+0000
      TZOFFSETTO:+0300
      RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10;UNTIL=20260310T000000Z
      END:DAYLIGHT
      BEGIN:STANDARD
      DTSTART:20200410T000000
      TZOFFSETFROM:+0300
      TZOFFSETTO:+0000
      RRULE:FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=10;COUNT=5
      END:STANDARD
      END:VTIMEZONE
      """
    #expect(
      try start(
        "DTSTART;TZID=Here:20270515T120000\nDURATION:PT1H\nRRULE:FREQ=DAILY;INTERVAL=31;COUNT=5", body: zone,
        zone: "UTC") == [
          // Left in daylight by rules that ended, then daylight (09:59:30 is 09:59 for 61 minutes), standard, and so on.
          "2027-05-15 09:00 for 60", "2027-06-15 09:59 for 61", "2027-07-16 09:59 for 61",
          "2027-08-16 09:59 for 61",
          "2027-09-16 12:00 for 60",
        ])
  }

  @Test func anUnknownZoneIsRefusedByName() {
    let event = "DTSTART;TZID=Middle Earth/Shire:20270301T090000\nDURATION:PT1H"
    let expected =
      "the time zone 'Middle Earth/Shire' is not known, and the calendar does not define it; choose a time zone of a "
      + "city, as in Europe/London, in the calendar program, and export again"
    #expect(faults(events(event, event)) == ["line 4: " + expected, "line 8: " + expected])
    for name in ["BST", "EST", "IST", "europe/london", "GMT Standard Time 1", "UTC+25", "GMT+", ""] {
      let said = faults(events("DTSTART;TZID=\(name):20270301T090000\nDURATION:PT1H"))
      #expect(said.count == 1 && said[0].contains("the time zone '\(name)' is not known"), "\(name)")
    }
  }

  @Test func aDefinitionThatCannotBeWorkedOutIsRefusedOnlyWhereItIsUsed() {
    let zone = definition("TZID:Mine").replacing("RRULE:FREQ=YEARLY", with: "RRULE:FREQ=SECONDLY")
    let used = "BEGIN:VEVENT\nDTSTART;TZID=Mine:20270301T090000\nDURATION:PT1H\nEND:VEVENT"
    let unused = "BEGIN:VEVENT\nDTSTART:20270301T090000\nDURATION:PT1H\nEND:VEVENT"
    #expect(
      faults(calendar(zone + "\n" + used)) == [
        "line 19: the time zone 'Mine', defined in line 3, cannot be worked out: this rule picks single seconds or "
          + "minutes (FREQ=SECONDLY with parts); choose a time zone of a city, as in Europe/London, in the calendar "
          + "program, and export again"
      ])
    #expect(faults(calendar(zone + "\n" + unused)).isEmpty)
    #expect(
      faults(calendar("BEGIN:VTIMEZONE\nTZID:Mine\nEND:VTIMEZONE\n" + used)).map { $0.contains("missing") }
        == [true])
  }

  /// On 28 March 2027 01:00 to 02:00 is left out; on 31 October it comes twice.
  @Test(arguments: [
    // In the hour that is left out: as if the clocks had not been changed yet.
    ("DTSTART:20270328T013000\nDTEND:20270328T023000", "2027-03-28 02:30 to 03:30"),
    ("DTSTART;TZID=Europe/London:20270328T013000\nDURATION:PT30M", "2027-03-28 02:30 to 03:00"),
    ("DTSTART:20270328T003000\nDTEND:20270328T013000", "2027-03-28 00:30 to 02:30"),
    ("DTSTART:20270328T003000\nDTEND:20270328T020000", "2027-03-28 00:30 to 02:00"),
    ("DTSTART:20270328T003000Z\nDURATION:PT1H", "2027-03-28 00:30 to 02:30"),
    // In the hour that comes twice: the first time; all that the clock shows meanwhile is taken.
    ("DTSTART:20271031T010000\nDTEND:20271031T013000", "2027-10-31 01:00 to 01:30"),
    ("DTSTART:20271031T003000Z\nDURATION:PT15M", "2027-10-31 01:30 to 01:45"),
    ("DTSTART:20271031T013000Z\nDURATION:PT15M", "2027-10-31 01:30 to 01:45"),
    ("DTSTART:20271031T004500Z\nDURATION:PT30M", "2027-10-31 01:00 to 01:15|2027-10-31 01:45 to 02:00"),
    ("DTSTART:20271031T000000Z\nDTEND:20271031T010000Z", "2027-10-31 01:00 to 02:00"),
    ("DTSTART:20271031T010000Z\nDTEND:20271031T020000Z", "2027-10-31 01:00 to 02:00"),
    ("DTSTART:20271031T003000\nDTEND:20271031T030000", "2027-10-31 00:30 to 03:00"),
    // A day has 23 or 25 hours; a duration counts days on the wall and hours by the stopwatch.
    ("DTSTART:20270327T120000\nDURATION:P1D", "2027-03-27 12:00 to 2027-03-28 12:00"),
    ("DTSTART:20270327T120000\nDURATION:PT24H", "2027-03-27 12:00 to 2027-03-28 13:00"),
    ("DTSTART:20271030T120000\nDURATION:P1D", "2027-10-30 12:00 to 2027-10-31 12:00"),
    ("DTSTART:20271030T120000\nDURATION:PT24H", "2027-10-30 12:00 to 2027-10-31 11:00"),
    ("DTSTART;VALUE=DATE:20270328", "2027-03-28 00:00 to 2027-03-29 00:00"),
  ])
  func theHoursAroundAChangeOfTheClocks(_ lines: String, _ time: String) throws {
    #expect(try stretches(events(lines)) == time.split(separator: "|").map { "\($0) unavailable" })
  }

  @Test func aWeeklyDutyEndsAtTheSameTimeOnTheWall() throws {
    let bytes = events(
      "DTSTART;TZID=Europe/London:20270319T170000\nDTEND;TZID=Europe/London:20270322T090000\nRRULE:FREQ=WEEKLY;COUNT=3"
    )
    #expect(
      try stretches(bytes) == [
        "2027-03-19 17:00 to 2027-03-22 09:00 unavailable",
        "2027-03-26 17:00 to 2027-03-29 09:00 unavailable",
        "2027-04-02 17:00 to 2027-04-05 09:00 unavailable",
      ])
  }

  @Test func aRuleOfAnotherZoneMovesWithItsClocks() throws {
    // New York changes on 14 March, London on 28 March.
    let bytes = events(
      "DTSTART;TZID=America/New_York:20270308T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4")
    #expect(
      try stretches(bytes) == [
        "2027-03-08 14:00 to 15:00 unavailable", "2027-03-15 13:00 to 14:00 unavailable",
        "2027-03-22 13:00 to 14:00 unavailable", "2027-03-29 14:00 to 15:00 unavailable",
      ])
  }

  @Test func everyInstantOfAYearComesBackFromTheWall() throws {
    for name in ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"] {
      let zone = try #require(ZoneClock(iana: name))
      var differences = 0
      for quarter in 0..<(365 * 96) {
        let instant = Instant(seconds: 1_798_761_600 + quarter * 900)
        let back = zone.instant(of: zone.wall(at: instant))
        if back != instant {
          // Only in the second of two hours, which reads as the first.
          #expect(zone.wall(at: back) == zone.wall(at: instant) && back < instant)
          differences += 1
        }
      }
      #expect(differences <= 4, "\(name)")
    }
  }

  @Test func everyWindowsNameIsThatOfTheTableAndKnown() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "data/reference/windows_zones.csv"), encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
    #expect(rows.count == WindowsZones.count && rows.count > 130)
    for row in rows {
      #expect(WindowsZones.iana(String(row[0])) == String(row[1]))
      #expect(ZoneClock(iana: String(row[1])) != nil, "\(row[1])")
    }
  }
}
