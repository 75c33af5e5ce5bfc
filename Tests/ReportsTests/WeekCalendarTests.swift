import Domain
import Testing

@testable import Reports

struct WeekCalendarTests {
  @Test func `weeks run from Monday, and those without a visit are there`() {
    let weeks = WeekCalendar(visits: SamplePlan().plan.visits).weeks
    #expect(
      weeks.map { "\($0.name): \($0.visits.map(\.id.text))" } == [
        "Week of Mon 15 Mar 2027: [\"RM3--RXR\"]", "Week of Mon 22 Mar 2027: [\"RH8--RWA\"]",
        "Week of Mon 29 Mar 2027: []", "Week of Mon 5 Apr 2027: []",
        "Week of Mon 12 Apr 2027: [\"RXR--RM3\"]",
      ])
  }

  @Test func `Sunday and Monday are two weeks, and the year's end is no border`() {
    var visits = Array(SamplePlan().plan.visits.prefix(2))
    for (at, start) in ["2028-01-02 10:00", "2028-01-03 10:00"].enumerated() {
      visits[at].interval = Interval(start: moment(start), end: moment(start) + Minutes(60))
    }
    #expect(
      WeekCalendar(visits: visits).weeks.map(\.name) == ["Week of Mon 27 Dec 2027", "Week of Mon 3 Jan 2028"])
  }

  @Test func `no visits are no weeks`() { #expect(WeekCalendar(visits: []).weeks.isEmpty) }
}
