import Checking
import Domain
import Testing

@Suite struct SameFacilitatorTests {
  private var changing: Fixture {
    var fixture = Fixture()
    fixture.addFacilitator()
    fixture.plan.visits[1] = Fixture.visit(host: "B", visitor: "A", leg: 2, on: .on(5, 19), leader: "F2")
    return fixture
  }

  @Test func `two facilitators where one is required`() {
    var fixture = changing
    fixture.settings.visits.sameFacilitator = .required
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .sameFacilitator, "A+B",
          "Facilitator F leads the visit of Bolton to Airedale on 4 May 2027 and Facilitator F2 "
            + "the visit of Airedale to Bolton on 19 May 2027.")
      ])
  }

  @Test(arguments: [SameFacilitatorChoice.preferred, .ignored])
  func `two facilitators where one is not required`(choice: SameFacilitatorChoice) {
    var fixture = changing
    fixture.settings.visits.sameFacilitator = choice
    #expect(fixture.breaches == [])
  }

  @Test func `one facilitator where one is required`() {
    var fixture = Fixture()
    fixture.settings.visits.sameFacilitator = .required
    #expect(fixture.breaches == [])
  }
}

typealias SameFacilitatorChoice = Domain.SameFacilitator
