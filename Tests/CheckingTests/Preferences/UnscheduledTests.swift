import Checking
import Domain
import Testing

@Suite struct UnscheduledTests {
  @Test func `each leg without a visit`() {
    var fixture = Fixture()
    #expect(fixture.cost(.unscheduled) == 0)
    fixture.plan.visits.removeLast()
    #expect(fixture.cost(.unscheduled) == 300_000)
    #expect(
      fixture.checker.explanations(of: .unscheduled, in: fixture.plan) == [
        "The visit of Airedale to Bolton has no date: 5000 h."
      ])
    fixture.plan.visits = []
    #expect(fixture.cost(.unscheduled) == 600_000)
  }
}
