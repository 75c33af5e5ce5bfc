import Checking
import Domain
import Testing

@Suite struct FacilitatorImbalanceTests {
  /// Two facilitators share two legs: one each is fair.
  @Test func `a visit above the fair share`() {
    var fixture = Fixture()
    #expect(fixture.cost(.facilitatorImbalance) == 0)
    fixture.addFacilitator()
    #expect(fixture.cost(.facilitatorImbalance) == 60)
    #expect(
      fixture.checker.explanations(of: .facilitatorImbalance, in: fixture.plan) == [
        "Facilitator F leads 2 visits, 1 above the fair share of 1: 1 h."
      ])
  }

  /// Four legs of three facilitators: ⌈4/3⌉ = 2, and F leads all four.
  @Test func `the share is rounded up`() {
    var fixture = Fixture(four: true)
    fixture.addFacilitator()
    fixture.addFacilitator()
    fixture.facilitators[2].id = "F3"
    #expect(fixture.cost(.facilitatorImbalance) == 120)
  }

  @Test func `legs without a date count in the share`() {
    var fixture = Fixture(four: true)
    fixture.addFacilitator()
    fixture.plan.visits.removeLast(2)
    #expect(fixture.cost(.facilitatorImbalance) == 0)
  }
}
