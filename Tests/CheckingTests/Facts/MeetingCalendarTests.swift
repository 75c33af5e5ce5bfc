import Domain
import Testing

@testable import Checking

@Suite struct MeetingCalendarTests {
  /// The days of May and June on which A meets.
  private func days(_ fixture: Fixture) -> [String] {
    let calendar = MeetingCalendar(programme: fixture.programme)
    return (Day.on(5, 1).number...Day.on(6, 30).number).map(Day.init(number:))
      .filter { !calendar.meetings(of: "A", on: $0).isEmpty }.map { String($0.iso.dropFirst(5)) }
  }

  private func fixture(_ frequency: Frequency, first: Day? = nil) -> Fixture {
    var fixture = Fixture()
    fixture.meetings[0].frequency = frequency
    fixture.meetings[0].firstDate = first
    return fixture
  }

  @Test func `weekly from the first date`() {
    #expect(days(fixture(.weekly, first: .on(6, 15))) == ["06-15", "06-22", "06-29"])
  }

  @Test func `fortnightly, counted from the first date`() {
    #expect(days(fixture(.fortnightly, first: .on(5, 11))) == ["05-11", "05-25", "06-08", "06-22"])
    #expect(days(fixture(.fortnightly, first: .on(4, 20))) == ["05-04", "05-18", "06-01", "06-15", "06-29"])
  }

  @Test(arguments: [(1, ["05-04", "06-01"]), (4, ["05-25", "06-22"]), (5, ["06-29"])])
  func `monthly on the n-th such weekday`(n: Int, expected: [String]) {
    #expect(days(fixture(.monthly(n: n))) == expected)
  }

  @Test func `a moved meeting is on its new date at its new times only`() {
    var fixture = fixture(.monthly(n: 1))
    fixture.meetingExceptions = [
      MeetingException(
        team: "A", date: .on(5, 4), change: .moved(date: .on(5, 6), start: .constant(9, 0), end: nil))
    ]
    #expect(days(fixture) == ["05-06", "06-01"])
    let calendar = MeetingCalendar(programme: fixture.programme)
    #expect(calendar.meetings(of: "A", on: .on(5, 6)) == [.on(5, 6, (9, 0), (11, 0))])
  }

  @Test func `a meeting moved within its day`() {
    var fixture = fixture(.monthly(n: 1))
    fixture.meetingExceptions = [
      MeetingException(
        team: "A", date: .on(5, 4),
        change: .moved(date: .on(5, 4), start: .constant(14, 0), end: .constant(15, 0)))
    ]
    let calendar = MeetingCalendar(programme: fixture.programme)
    #expect(calendar.meetings(of: "A", on: .on(5, 4)) == [.on(5, 4, (14, 0), (15, 0))])
  }

  @Test func `two meetings on a day`() {
    var fixture = Fixture()
    fixture.meetings.append(
      Meeting(team: "A", weekday: .tuesday, start: .constant(8, 0), end: .constant(9, 0)))
    let calendar = MeetingCalendar(programme: fixture.programme)
    #expect(
      calendar.meetings(of: "A", on: .on(5, 4)) == [.on(5, 4, (8, 0), (9, 0)), .on(5, 4, (10, 0), (11, 0))])
  }

  @Test func `meetings are not held on closed days of their own site`() {
    var fixture = Fixture()
    fixture.closures = [Closure(from: .on(5, 4), to: .on(5, 4), scope: .site("SA"))]
    let calendar = MeetingCalendar(programme: fixture.programme)
    #expect(calendar.meetingsHeld(by: "A", on: .on(5, 4)) == [])
    #expect(calendar.meetingsHeld(by: "A", on: .on(5, 11)) == [.on(5, 11, (10, 0), (11, 0))])
  }
}
