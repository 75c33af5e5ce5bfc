import Domain
import Testing

@testable import Checking

@Suite struct DrivesTests {
  private func place(_ latitude: Double, _ longitude: Double) throws -> Coordinates {
    try #require(Coordinates(latitude: latitude, longitude: longitude))
  }

  /// A quarter and almost half of a great circle, of 40,030.2289 km, and two English distances.
  @Test(
    arguments: [
      (0.0, 0.0, 0.0, 90.0, 10_007.557_221_017_96), (0.0, 0.0, 0.0, 179.0, 19_903.919_361_802_42),
      (53.39, -2.29, 53.58, -2.43, 23.068_523_237_714_86), (50.0, -5.0, 58.0, -3.0, 899.009_631_518_226),
      (53.0, -2.0, 53.0, -2.0, 0.0),
    ])
  func `great circles`(a: Double, b: Double, c: Double, d: Double, kilometres: Double) throws {
    let distance = try GreatCircle.kilometres(from: place(a, b), to: place(c, d))
    #expect(abs(distance - kilometres) < 1e-6)
  }

  /// 12.25 + 0.655 · 100 + 1.562 · 10 = 93.37 minutes; 12.25 + 0.655 · 4 + 1.562 · 2 = 17.994.
  @Test(arguments: [(0.0, 12), (100.0, 93), (4.0, 18)]) func `estimates`(kilometres: Double, minutes: Int) {
    #expect(Drives.estimate(kilometres: kilometres) == Minutes(minutes))
  }

  private func drive(_ rows: [TravelTime], _ from: SiteID, _ to: SiteID) throws -> Drives.Drive {
    var fixture = Fixture()
    fixture.sites[0].location = Location(coordinates: try place(53.39, -2.29))
    fixture.sites[1].location = Location(coordinates: try place(53.58, -2.43))
    fixture.travelTimes = rows
    return Drives(programme: fixture.programme).drive(from: from, to: to)
  }

  @Test func `a row in the direction asked for wins`() throws {
    let rows = [
      TravelTime(from: "SA", to: "SB", minutes: Minutes(30)),
      TravelTime(from: "SB", to: "SA", minutes: Minutes(40), isBothWays: false),
    ]
    #expect(try drive(rows, "SA", "SB") == Drives.Drive(minutes: Minutes(30), isEstimated: false))
    #expect(try drive(rows, "SB", "SA") == Drives.Drive(minutes: Minutes(40), isEstimated: false))
    #expect(try drive([rows[0]], "SB", "SA") == Drives.Drive(minutes: Minutes(30), isEstimated: false))
  }

  @Test func `without a row for the direction it is an estimate`() throws {
    let row = TravelTime(from: "SB", to: "SA", minutes: Minutes(40), isBothWays: false)
    #expect(try drive([row], "SA", "SB") == Drives.Drive(minutes: Minutes(35), isEstimated: true))
  }

  @Test func `within a site it takes no time`() throws {
    #expect(try drive([], "SA", "SA") == Drives.Drive(minutes: .zero, isEstimated: false))
  }

  @Test func `from a postcode it is an estimate`() throws {
    var fixture = Fixture()
    fixture.facilitators[0].base = .postcode("M23 9LT", Fixture.location)
    let drives = Drives(programme: fixture.programme)
    #expect(
      drives.drive(from: fixture.facilitators[0].base, to: "SA")
        == Drives.Drive(minutes: Minutes(12), isEstimated: true))
  }
}
