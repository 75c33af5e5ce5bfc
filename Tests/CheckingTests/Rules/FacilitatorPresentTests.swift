import Checking
import Domain
import Testing

@Suite struct FacilitatorPresentTests {
  private var unled: Fixture {
    var fixture = Fixture()
    fixture.plan.visits[0] = Fixture.visit(host: "A", visitor: "B", leg: 1, on: .on(5, 4), leader: nil)
    return fixture
  }

  @Test func `a visit without facilitator`() {
    let breach = Fixture.breach(
      .facilitatorPresent, "A--B", "The visit of Bolton to Airedale on 4 May 2027 has no facilitator.")
    #expect(unled.breaches == [breach])
    #expect(unled.handMadeBreaches == [breach])
  }

  @Test func `where none are listed there need not be one`() {
    var fixture = unled
    fixture.facilitators = []
    fixture.plan.visits[1] = Fixture.visit(host: "B", visitor: "A", leg: 2, on: .on(5, 19), leader: nil)
    #expect(fixture.breaches == [])
    #expect(fixture.handMadeBreaches == [])
  }

  @Test func `a facilitator whom nobody knows`() {
    var fixture = unled
    fixture.plan.visits[0].facilitator = "G"
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .facilitatorPresent, "A--B",
          "G, who leads the visit of Bolton to Airedale on 4 May 2027, is no facilitator of the programme.")
      ])
  }
}
