import Checking
import Domain
import Testing

@Suite struct DelayTests {
  /// ⌊1 day · 120 / 7⌋ = 17 and ⌊16 days · 120 / 7⌋ = 274 minutes.
  @Test func `weeks after the window's start, rounded down`() {
    let fixture = Fixture()
    #expect(fixture.cost(.delay) == 291)
    #expect(fixture.checker.cost(of: fixture.plan.visits[1])[.delay] == Minutes(274))
    #expect(
      fixture.explanation(.delay)
        == "The visit of Bolton to Airedale on 4 May 2027 is 1 day after 3 May 2027: 17 min.")
  }

  @Test func `the first day costs nothing`() {
    var fixture = Fixture()
    fixture.settings.visitsFrom = .on(5, 4)
    #expect(fixture.checker.cost(of: fixture.plan.visits[0])[.delay] == .zero)
    #expect(fixture.explanation(.delay) == nil)
  }

  /// 0.35 hours a week are 21 minutes, 7 days a week, though 0.35 · 60 is no whole number in binary.
  @Test func `a whole number of minutes is not rounded down to the one below`() {
    var fixture = Fixture()
    fixture.settings.costs.delayPerWeek = 0.35
    fixture.settings.visitsFrom = .on(4, 27)
    #expect(fixture.checker.cost(of: fixture.plan.visits[0])[.delay] == Minutes(21))
  }
}
