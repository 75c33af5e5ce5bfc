import Checking
import Domain
import Testing

@Suite struct OvernightTests {
  /// Two visitors go each way and the facilitator once; a drive of 121 minutes is too long for the morning.
  @Test func `everybody who comes from afar`() {
    var fixture = Fixture()
    fixture.travelTimes[0].minutes = Minutes(120)
    #expect(fixture.cost(.overnight) == 0)
    fixture.travelTimes[0].minutes = Minutes(121)
    #expect(fixture.cost(.overnight) == 5 * 360)
    #expect(fixture.attendanceCost("B-lead") == 360)
    #expect(fixture.attendanceCost("A-lead") == 0)
    #expect(fixture.checker.attendanceCost(of: .facilitator("F"), at: fixture.plan.visits[1]) == Minutes(360))
    fixture.absent("B-nurse")
    #expect(fixture.cost(.overnight) == 4 * 360)
    #expect(
      fixture.explanation(.overnight)
        == "Clinical lead, Bolton is away overnight: the drive takes 2 h 1 min: 6 h.")
  }

  @Test func `the way there decides`() {
    var fixture = Fixture()
    fixture.travelTimes = [
      TravelTime(from: "SA", to: "SB", minutes: Minutes(121), isBothWays: false),
      TravelTime(from: "SB", to: "SA", minutes: Minutes(60), isBothWays: false),
    ]
    #expect(fixture.attendanceCost("B-lead") == 0)
    #expect(fixture.cost(.overnight) == 3 * 360)
  }
}
