import Checking
import Domain
import Testing

@Suite struct OneVisitPerFacilitatorPerDayTests {
  @Test func `two visits on one day`() {
    var fixture = Fixture.sameDay
    #expect(fixture.breaches == [])
    fixture.plan.visits[1] = Fixture.visit(host: "C", visitor: "D", leg: 1, on: .on(5, 4))
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .oneVisitPerFacilitatorPerDay, "C--D",
          "Facilitator F would lead both the visit of Bolton to Airedale on 4 May 2027 "
            + "and the visit of Darwen to Chorley on 4 May 2027.")
      ])
  }
}
