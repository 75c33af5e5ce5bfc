import Checking
import Domain
import Testing

@Suite struct FacilitatorWithinReachTests {
  /// F leads at A on Tuesday 4 May and at D on Wednesday 5 May; A and D are `apart` minutes from each other.
  private func fixture(apart: Int) -> Fixture {
    var fixture = Fixture(four: true)
    for place in fixture.travelTimes.indices
    where fixture.travelTimes[place].from == "SA" && fixture.travelTimes[place].to == "SD" {
      fixture.travelTimes[place].minutes = Minutes(apart)
    }
    // F lives between the hosts, an hour from each.
    fixture.facilitators[0].base = .site("SB")
    fixture.plan.visits = [
      Fixture.visit(host: "A", visitor: "B", leg: 1, on: .on(5, 4)),
      Fixture.visit(host: "D", visitor: "C", leg: 1, on: .on(5, 5)),
      Fixture.visit(host: "B", visitor: "A", leg: 2, on: .on(5, 19), leaderDrive: 0),
      Fixture.visit(host: "C", visitor: "D", leg: 2, on: .on(5, 25)),
    ]
    return fixture
  }

  @Test func `an evening's drive from host to host`() {
    var fixture = fixture(apart: 210)
    // Too late for home, so only the evening's drive is left.
    fixture.settings.visits.travel.earliestDeparture = .constant(8, 30)
    fixture.settings.visits.travel.latestReturn = .constant(13, 0)
    #expect(fixture.visitBreaches == [])
  }

  @Test func `home in the evening and out again in the morning`() {
    #expect(fixture(apart: 300).visitBreaches == [])
  }

  @Test func `neither`() {
    var fixture = fixture(apart: 211)
    fixture.plan.visits[0].detail = nil
    fixture.settings.visits.travel.latestReturn = .constant(12, 59)
    #expect(
      fixture.breaches(of: .facilitatorWithinReach) == [
        Fixture.breach(
          .facilitatorWithinReach, "D--C",
          "Facilitator F cannot get from the visit of Bolton to Airedale on 4 May 2027 to the visit of "
            + "Chorley to Darwen on 5 May 2027: the drive takes 3 h 31 min, the limit of an evening is "
            + "3 h 30 min, and there is no time to go home in between.")
      ])
  }

  @Test func `a day in between is enough`() {
    var fixture = fixture(apart: 300)
    fixture.settings.visits.travel.latestReturn = .constant(12, 59)
    fixture.plan.visits[1] = Fixture.visit(host: "D", visitor: "C", leg: 1, on: .on(5, 12))
    #expect(fixture.breaches(of: .facilitatorWithinReach) == [])
  }
}
