import Domain
import Testing

@testable import Generation

@Suite struct EnglishCalendarTests {
  @Test(arguments: [
    (
      2027,
      [
        "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27",
        "2027-12-28",
      ]
    ),
    (
      2028,
      [
        "2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25",
        "2028-12-26",
      ]
    ),
    (
      2026,
      [
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25",
        "2026-12-28",
      ]
    ),
  ])
  func bankHolidaysAreThoseOfTheGovernmentsList(year: Int, expected: [String]) throws {
    #expect(try calendar(year).bankHolidays.map(\.iso) == expected)
  }

  @Test func schoolHolidaysOf2027() throws {
    #expect(
      try calendar(2027).holidayWeeks.map(\.monday.iso) == [
        "2026-12-28", "2027-02-15", "2027-03-29", "2027-04-05", "2027-05-31", "2027-07-26", "2027-08-02",
        "2027-08-09", "2027-08-16", "2027-08-23", "2027-08-30", "2027-10-25", "2027-12-20", "2027-12-27",
      ])
  }

  @Test func theStandardDatesAreAsDocumented() {
    let dates = ProgrammeDates.standard
    #expect(
      [dates.today, dates.visitsFrom, dates.visitsTo].map(\.iso) == [
        "2026-11-23", "2027-01-11", "2027-07-09",
      ])
    #expect(dates.weeks.count == 26)
    #expect(dates.weekdays.count == 130)
  }

  private func calendar(_ year: Int) throws -> EnglishCalendar {
    let first = try #require(Day(year: year, month: 1, day: 1))
    let last = try #require(Day(year: year, month: 12, day: 31))
    return EnglishCalendar(ProgrammeDates(today: first, visitsFrom: first, visitsTo: last))
  }
}
