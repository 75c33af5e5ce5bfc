import Domain
import Foundation
import Testing

@testable import ICalendar

struct ZoneDefinitionTests {
  @Test("London changes on the last Sundays of March and October")
  func london() throws {
    #expect(
      try vtimezone("Europe/London") == [
        "TZID:Europe/London",
        "BEGIN:DAYLIGHT", "DTSTART:20260329T010000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:20261025T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD",
      ])
  }

  @Test("New York changes on the second Sunday of March and the first of November")
  func newYork() throws {
    #expect(
      try vtimezone("America/New_York") == [
        "TZID:America/New_York",
        "BEGIN:DAYLIGHT", "DTSTART:20260308T020000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400",
        "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:20261101T020000", "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500",
        "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "END:STANDARD",
      ])
  }

  @Test(
    "A zone without clock changes is one standard time",
    arguments: [("UTC", "+0000"), ("Asia/Kolkata", "+0530"), ("America/Phoenix", "-0700")])
  func unchanging(zone: String, offset: String) throws {
    #expect(
      try vtimezone(zone) == [
        "TZID:\(zone)",
        "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:\(offset)", "TZOFFSETTO:\(offset)",
        "END:STANDARD",
      ])
  }

  @Test("A zone whose changes follow the moon lists those of the programme's years")
  func casablanca() throws {
    #expect(
      try vtimezone("Africa/Casablanca") == [
        "TZID:Africa/Casablanca",
        "BEGIN:DAYLIGHT", "DTSTART:19700101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:20270207T030000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD",
        "BEGIN:DAYLIGHT", "DTSTART:20270314T020000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT",
      ])
  }

  @Test(
    "Every noon of the programme's years has the zone's own offset",
    arguments: [
      "Europe/London", "Europe/Dublin", "UTC", "America/New_York", "Asia/Kolkata", "Africa/Casablanca",
      "America/Santiago", "Australia/Sydney", "Australia/Lord_Howe", "Asia/Jerusalem", "America/Sao_Paulo",
      "Pacific/Auckland", "Asia/Tehran", "Africa/Cairo",
    ])
  func everyNoon(identifier: String) throws {
    let definition = try #require(ZoneDefinition(identifier: identifier, years: 2026...2028))
    let zone = try #require(TimeZone(identifier: identifier))
    for number in day("2026-01-02").number...day("2028-12-30").number {
      let noon = Moment(minute: number * 1440 + 720)
      let stated = try #require(definition.offset(at: noon))
      let instant = Date(timeIntervalSince1970: Double(noon.minute * 60 - stated))
      #expect(zone.secondsFromGMT(for: instant) == stated, "\(noon)")
    }
  }

  @Test(
    "A name that is no IANA zone is refused",
    arguments: ["", "Europe/Nowhere", "Europe/London\r\nX:1", "London time"])
  func unknown(name: String) {
    var feeds = Feeds()
    feeds.programme.settings.timeZone = name
    #expect(throws: CalendarFailure.unknownTimeZone(name)) { try feeds.files() }
  }

  @Test("A refused zone is named, with what to do")
  func message() {
    #expect(
      CalendarFailure.unknownTimeZone("GB time").description
        == "the time zone 'GB time' is unknown; give an IANA name such as Europe/London")
  }

  @Test("A stamp is the first instant of a day in its zone")
  func stamp() {
    #expect(
      CalendarStamp(startOf: day("2027-06-01"), inZone: "Europe/London")
        == CalendarStamp(secondsSince1970: 1_811_804_400))
    #expect(
      CalendarStamp(startOf: day("2027-01-04"), inZone: "UTC")
        == CalendarStamp(secondsSince1970: 1_799_020_800))
    #expect(CalendarStamp(startOf: day("2027-01-04"), inZone: "Nowhere") == nil)
  }

  private func vtimezone(_ zone: String) throws -> [String] {
    var feeds = Feeds()
    feeds.programme.settings.timeZone = zone
    let lines = try feeds.lines("programme.ics")
    let begin = try #require(lines.firstIndex(of: "BEGIN:VTIMEZONE"))
    let end = try #require(lines.firstIndex(of: "END:VTIMEZONE"))
    return Array(lines[(begin + 1)..<end])
  }
}

extension ZoneDefinition {
  /// The offset that a reader of the VTIMEZONE takes for a local time: that of the latest onset.
  fileprivate func offset(at moment: Moment) -> Int? {
    let onsets = observances.flatMap { observance -> [(Moment, Int)] in
      let ruled = observance.rule.map { rule in
        (observance.onset.day.civil.year...moment.day.civil.year).compactMap { rule.day(in: $0) }
          .map { Moment(minute: $0.number * 1440 + observance.onset.minuteOfDay) }
      }
      return (ruled ?? [observance.onset] + observance.furtherOnsets).map { ($0, observance.to) }
    }
    return onsets.filter { $0.0 <= moment }.max { $0.0 < $1.0 }?.1
  }
}

extension YearlyRule {
  fileprivate func day(in year: Int) -> Day? {
    let days = (1...31).compactMap { Day(year: year, month: month, day: $0) }
    let hits = days.filter { $0.weekday == weekday }
    return ordinal == -1 ? hits.last : hits[ordinal - 1]
  }
}
