import Checking
import Domain
import Testing

@Suite struct EnoughCommonDatesTests {
  @Test func `a date too few`() {
    var fixture = Fixture()
    fixture.settings.pairing.minCommonDates = 10
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .enoughCommonDates, "A+B", "Airedale can visit Bolton on 9 dates; the least is 10."),
        Fixture.breach(
          .enoughCommonDates, "A+B", "Bolton can visit Airedale on 9 dates; the least is 10."),
      ])
  }

  @Test func `just enough dates`() {
    var fixture = Fixture()
    fixture.settings.pairing.minCommonDates = 9
    #expect(fixture.breaches == [])
  }

  @Test func `force overrides`() {
    var fixture = Fixture()
    fixture.settings.pairing.minCommonDates = 10
    fixture.pairRules = [PairRule(teamA: "A", teamB: "B", kind: .force)]
    fixture.plan.pairs[0].isForced = true
    #expect(fixture.breaches == [])
  }

  /// Every change takes one Tuesday from A's nine, by another cause each; 29 June is no date of the plan.
  @Test(
    arguments: [
      { $0.meetingExceptions = [MeetingException(team: "A", date: .on(6, 29), change: .cancelled)] },
      { $0.meetingExceptions = [MeetingException(team: "A", date: .on(6, 29), change: .inquorate)] },
      { $0.closures = [Closure(from: .on(6, 28), to: .on(6, 29), scope: .site("SA"))] },
      { $0.bankHolidays = [BankHoliday(day: .on(6, 29), name: "Midsummer")] },
      { $0.diary(.person("B-lead"), .unavailable, .on(6, 29, (12, 59), (13, 0))) },
      { $0.diary(.person("A-lead"), .unavailable, .on(6, 29, (9, 30), (9, 31))) },
      { $0.diary(.facilitator("F"), .unavailable, .on(6, 29, (11, 59), (12, 0))) },
      { $0.roomBookings = [RoomBooking(room: "RA", interval: .on(6, 29, (11, 0), (16, 31)))] },
    ] as [@Sendable (inout Fixture) -> Void])
  func `what takes a date away`(change: @Sendable (inout Fixture) -> Void) {
    var fixture = Fixture()
    change(&fixture)
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .enoughCommonDates, "A+B", "A+B is said to have 9 and 9 common dates; it has 8 and 9.")
      ])
  }

  /// Each change comes as near as it may without taking a date away.
  @Test(
    arguments: [
      { $0.diary(.person("B-lead"), .unavailable, .on(6, 29, (13, 0), (24, 0))) },
      { $0.diary(.person("B-lead"), .unavailable, .on(6, 29, (0, 0), (8, 30))) },
      { $0.diary(.person("B-lead"), .clinic, .on(6, 29, (0, 0), (24, 0))) },
      { $0.diary(.person("B-nurse"), .unavailable, .on(6, 29, (0, 0), (24, 0))) },
      { $0.roomBookings = [RoomBooking(room: "RA", interval: .on(6, 29, (11, 0), (16, 30)))] },
      { $0.closures = [Closure(from: .on(6, 29), to: .on(6, 29), scope: .site("SB"))] },
    ] as [@Sendable (inout Fixture) -> Void])
  func `what leaves a date possible`(change: @Sendable (inout Fixture) -> Void) {
    var fixture = Fixture()
    change(&fixture)
    #expect(fixture.breaches == [])
  }
}
