import Checking
import Domain
import Testing

@Suite struct FacilitatorTravelTests {
  @Test func `from base to host and back, at the rate of an hour`() {
    var fixture = Fixture()
    #expect(fixture.cost(.facilitatorTravel) == 120)
    fixture.settings.costs.facilitatorTravelPerHour = 0.5
    #expect(fixture.cost(.facilitatorTravel) == 60)
    #expect(
      fixture.checker.explanation(of: .facilitatorTravel, for: fixture.plan.visits[1])
        == "Facilitator F drives 2 h for the visit of Airedale to Bolton on 19 May 2027: 1 h.")
  }

  /// 60 minutes there and 65 home at a quarter: 31.25 minutes.
  @Test func `rounded once`() {
    var fixture = Fixture()
    fixture.travelTimes.append(TravelTime(from: "SB", to: "SA", minutes: Minutes(65)))
    fixture.settings.costs.facilitatorTravelPerHour = 0.25
    #expect(fixture.cost(.facilitatorTravel) == 31)
  }
}
