import Checking
import Domain
import Testing

@Suite struct FacilitatorTotalLimitTests {
  @Test func `a visit too many`() {
    var fixture = Fixture()
    fixture.facilitators[0].maxVisits = 2
    #expect(fixture.breaches == [])
    fixture.facilitators[0].maxVisits = 1
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .facilitatorTotalLimit, "B--A",
          "Facilitator F would lead 2 visits, the visit of Airedale to Bolton on 19 May 2027 among them; "
            + "the limit is 1.")
      ])
  }
}
