import Checking
import Domain
import Testing

@Suite struct WeeklyLimitTests {
  @Test func `a visit too many in a week`() {
    var fixture = Fixture.sameDay
    fixture.settings.visits.maxPerWeek = 2
    #expect(fixture.breaches == [])
    fixture.settings.visits.maxPerWeek = 1
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .weeklyLimit, "C--D",
          "The visit of Darwen to Chorley on 4 May 2027 is one of 2 in the week of 3 May 2027; the limit is 1."
        )
      ])
  }

  @Test func `visits in different weeks`() {
    var fixture = Fixture(four: true)
    fixture.settings.visits.maxPerWeek = 1
    #expect(fixture.breaches == [])
  }

  /// The fixed visit uses what it uses; the other one has to give way although its id comes first.
  @Test func `a fixed visit is counted first`() {
    var fixture = Fixture.sameDay
    fixture.settings.visits.maxPerWeek = 1
    fixture.schedule = [
      ScheduledVisit(
        id: VisitID(host: "C", visitors: ["D"]), host: "C", visitors: ["D"],
        interval: .on(5, 4, (9, 30), (12, 0)), facilitator: "F2", pin: Pin(by: "programme office"))
    ]
    #expect(fixture.breaches.map(\.subject) == ["A--B"])
    #expect(fixture.checker.standingBreaches(of: fixture.plan) == [])
  }
}
