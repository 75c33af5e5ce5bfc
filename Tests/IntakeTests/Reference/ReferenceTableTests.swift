import Domain
import Foundation
import Testing

@testable import Intake

/// The tables in the program are those of data/reference.
@Suite struct ReferenceTableTests {
  private func rows(_ name: String) throws -> [[Substring]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "data/reference/\(name)"), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test func everyOutwardPostcodeIsWhereTheTableSays() throws {
    let rows = try rows("uk_outcodes.csv")
    #expect(rows.count == Outcodes.count)
    for row in rows {
      let latitude = try #require(Double(row[1]))
      let longitude = try #require(Double(row[2]))
      let place = try #require(Coordinates(latitude: latitude, longitude: longitude))
      #expect(Outcodes.lookUp(String(row[0])) == .found(place, outcode: String(row[0])))
    }
  }

  @Test func everyBankHolidayIsThatOfTheTable() throws {
    let rows = try rows("bank_holidays_england_2010_2030.csv")
    #expect(BankHolidays.england.map { "\($0.day),\($0.name)" } == rows.map { "\($0[0]),\($0[1])" }.sorted())
    #expect(BankHolidays.england.first?.day.civil.year == BankHolidays.years.lowerBound)
    #expect(BankHolidays.england.last?.day.civil.year == BankHolidays.years.upperBound)
  }

  @Test(arguments: [
    ("M23 9LT", "M23"), ("m239lt", "M23"), ("LS1 3EX", "LS1"), ("LS13EX", "LS1"), ("EC1A 1BB", "EC1A"),
    ("W1A0AX", "W1A"),
    ("M23", "M23"), ("AB10", "AB10"), (" ls1 ", "LS1"),
  ])
  func theOutwardPartIsFound(text: String, outcode: String) {
    #expect(Outcodes.outcode(of: text) == outcode)
  }

  @Test(arguments: ["", "M", "23", "MANC", "M23 9LTX", "M-23", "ABC1", "A123", "Leeds", "LS1 3EXX"])
  func whatIsNoPostcodeHasNone(text: String) {
    #expect(Outcodes.outcode(of: text) == nil)
  }

  @Test func distancesAreGreatCircles() throws {
    // A degree of the equator on a sphere of radius 6371.0088 km is 111.195 km.
    let origin = try #require(Coordinates(latitude: 0, longitude: 0))
    let east = try #require(Coordinates(latitude: 0, longitude: 1))
    let antipode = try #require(Coordinates(latitude: 0, longitude: 180))
    #expect(abs(GreatCircle.kilometres(origin, east) - 111.195) < 0.001)
    #expect(abs(GreatCircle.kilometres(origin, antipode) - 20_015.115) < 0.001)
    #expect(GreatCircle.kilometres(east, east) == 0)
  }
}
