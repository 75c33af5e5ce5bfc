import Checking
import Domain
import Testing

@Suite struct ReciprocalGapTests {
  private func breach(_ allowed: String) -> Breach {
    Fixture.breach(
      .reciprocalGap, "A+B",
      "The visit of Bolton to Airedale on 4 May 2027 and the visit of Airedale to Bolton on 19 May 2027 "
        + "are 15 days apart; \(allowed) are allowed.")
  }

  @Test func `too close`() {
    var fixture = Fixture()
    fixture.settings.visits.gapMin = 15
    #expect(fixture.breaches == [])
    fixture.settings.visits.gapMin = 16
    #expect(fixture.breaches == [breach("16 to 28")])
  }

  @Test func `too far`() {
    var fixture = Fixture()
    fixture.settings.visits.gapMax = 15
    #expect(fixture.breaches == [])
    fixture.settings.visits.gapMax = 14
    #expect(fixture.breaches == [breach("14 to 14")])
  }

  /// Three visits of a trio, 14 days from each to the next; of two, one may have come between.
  @Test func `a trio's visits follow one another`() {
    var fixture = Fixture(four: true)
    let teams: [TeamID] = ["A", "B", "C"]
    let days: [Day] = [.on(5, 4), .on(5, 18), .on(6, 1)]
    let visits = zip(teams, days).map { host, day in
      Visit(
        host: host, visitors: teams.filter { $0 != host },
        interval: Interval(start: Moment(day, .constant(9, 30)), end: Moment(day, .constant(12, 0))))
    }
    fixture.settings.visits.gapMax = 14
    func gaps(_ visits: [Visit]) -> [String] {
      fixture.checker.breaches(of: visits, pairs: [teams]).filter { $0.rule == .reciprocalGap }.map(
        \.sentence)
    }
    #expect(gaps(visits) == [])
    #expect(gaps([visits[0], visits[2]]) == [])
    fixture.settings.visits.gapMax = 13
    fixture.settings.visits.gapMin = 1
    #expect(
      gaps([visits[0], visits[2]]) == [
        "The visit of Bolton and Chorley to Airedale on 4 May 2027 and the visit of Airedale and Bolton to "
          + "Chorley on 1 June 2027 are 28 days apart; 1 to 26 are allowed."
      ])
    #expect(gaps(visits).count == 2)
  }
}
