import Checking
import Domain
import Testing

@Suite struct FacilitatorChangeTests {
  private var changing: Fixture {
    var fixture = Fixture()
    fixture.addFacilitator()
    fixture.plan.visits[1].facilitator = "F2"
    return fixture
  }

  @Test func `once a pair`() {
    #expect(changing.cost(.facilitatorChange) == 120)
    #expect(
      changing.checker.explanations(of: .facilitatorChange, in: changing.plan) == [
        "The visits of A+B are led by Facilitator F and Facilitator F2: 2 h."
      ])
    #expect(changing.checker.cost(of: changing.plan.visits[1])[.facilitatorChange] == .zero)
  }

  @Test func `not where it is ignored, nor where one leads both`() {
    var fixture = changing
    fixture.settings.visits.sameFacilitator = .ignored
    #expect(fixture.cost(.facilitatorChange) == 0)
    #expect(Fixture().cost(.facilitatorChange) == 0)
  }
}
