import Checking
import Domain
import Testing

@Suite struct FacilitatorWeeklyLimitTests {
  /// F leads at A on Tuesday 4 May and at D on Wednesday 5 May.
  private var busyWeek: Fixture {
    var fixture = Fixture(four: true)
    fixture.plan.visits[1] = Fixture.visit(host: "D", visitor: "C", leg: 1, on: .on(5, 5))
    fixture.plan.visits[3] = Fixture.visit(host: "C", visitor: "D", leg: 2, on: .on(5, 25))
    return fixture
  }

  @Test func `a visit too many in a week`() {
    var fixture = busyWeek
    fixture.facilitators[0].maxVisitsPerWeek = 2
    #expect(fixture.breaches == [])
    fixture.facilitators[0].maxVisitsPerWeek = 1
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .facilitatorWeeklyLimit, "D--C",
          "Facilitator F would lead 2 visits in the week of 3 May 2027, "
            + "the visit of Chorley to Darwen on 5 May 2027 among them; the limit is 1.")
      ])
  }

  @Test func `visits in different weeks`() {
    var fixture = Fixture(four: true)
    fixture.facilitators[0].maxVisitsPerWeek = 1
    #expect(fixture.breaches == [])
  }
}
