import Domain
import Testing

@testable import Checking

struct EventTimesTests {
  private static func hours(_ day: Day, _ start: Int, _ end: Int) -> Interval {
    Interval(start: Moment(day, .constant(start, 0)), end: Moment(day, .constant(end, 0)))
  }

  /// A launch on the morning of 4 or 5 May; only the clinical leads' role is required.
  private static func fixture() -> Fixture {
    var fixture = Fixture()
    fixture.settings.events = [
      LearningEvent(
        id: "launch", title: "Launch", options: [hours(.on(5, 4), 10, 11), hours(.on(5, 5), 10, 11)])
    ]
    return fixture
  }

  @Test func `an event is when most required people can come`() {
    var fixture = Self.fixture()
    fixture.diary(.person("A-lead"), .unavailable, Self.hours(.on(5, 4), 8, 11))
    #expect(
      fixture.checker.facts.events.planned == [
        PlannedEvent(
          event: "launch", title: "Launch", interval: Self.hours(.on(5, 5), 10, 11),
          attending: ["A-lead", "B-lead"], missing: [], tallies: [1, 2])
      ])
  }

  @Test func `of equal times the earlier is taken, and a clinic can be given up with notice`() {
    var fixture = Self.fixture()
    fixture.diary(.person("A-lead"), .clinic, Self.hours(.on(5, 4), 8, 11))
    #expect(fixture.checker.facts.events.planned.map(\.interval) == [Self.hours(.on(5, 4), 10, 11)])
    fixture.edit(person: "A-lead") { $0.noticeDays = 90 }
    #expect(fixture.checker.facts.events.planned.map(\.interval) == [Self.hours(.on(5, 5), 10, 11)])
  }

  @Test func `who is at an event is not free for a visit`() {
    var fixture = Self.fixture()
    fixture.settings.events[0].options.removeLast()
    fixture.plan.events = fixture.checker.facts.events.planned
    #expect(
      fixture.sentences(of: .attendeesFree).filter { $0.contains("Launch") } == [
        "Clinical lead, Airedale is at Launch 10:00–11:00 on 4 May 2027 but needed from 09:30 to 12:00 on 4 May 2027.",
        "Clinical lead, Bolton is at Launch 10:00–11:00 on 4 May 2027 but needed from 08:30 to 13:00 on 4 May 2027.",
      ])
  }

  @Test func `a plan that holds an event at another time is wrong`() {
    var fixture = Self.fixture()
    var events = fixture.checker.facts.events.planned
    events[0].interval = Self.hours(.on(5, 5), 10, 11)
    fixture.plan.events = events
    #expect(
      fixture.checker.discrepancies(in: fixture.plan).map(\.sentence) == [
        "Launch is planned 10:00–11:00 on 5 May 2027 for 2 of those required; it is best 10:00–11:00 on 4 May 2027 for 2."
      ])
    fixture.plan.events = []
    #expect(
      fixture.checker.discrepancies(in: fixture.plan).map(\.sentence) == [
        "The plan holds no learning event; programme.yaml lists launch."
      ])
  }
}
