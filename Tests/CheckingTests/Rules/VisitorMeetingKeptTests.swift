import Checking
import Domain
import Testing

@Suite struct VisitorMeetingKeptTests {
  /// B meets on Tuesdays from `start` for an hour, too; its visitors are away 08:30 to 13:00.
  private func fixture(start: ClockTime, end: ClockTime) -> Fixture {
    var fixture = Fixture()
    fixture.settings.visits.visitorMeeting = .blocks
    fixture.meetings.append(Meeting(team: "B", weekday: .tuesday, start: start, end: end))
    return fixture
  }

  @Test func `visitors away from their own meeting`() {
    #expect(
      fixture(start: .constant(12, 59), end: .constant(14, 0)).visitBreaches == [
        Fixture.breach(
          .visitorMeetingKept, "A--B",
          "Bolton would miss its own MDT meeting 12:59–14:00 on 4 May 2027 "
            + "for the visit of Bolton to Airedale on 4 May 2027.")
      ])
  }

  @Test func `visitors just home for their own meeting, or leaving right after it`() {
    #expect(fixture(start: .constant(13, 0), end: .constant(14, 0)).visitBreaches == [])
    #expect(fixture(start: .constant(7, 30), end: .constant(8, 30)).visitBreaches == [])
  }

  @Test func `a meeting that does not take place is not missed`() {
    var fixture = fixture(start: .constant(10, 0), end: .constant(11, 0))
    fixture.meetingExceptions = [MeetingException(team: "B", date: .on(5, 4), change: .inquorate)]
    #expect(fixture.visitBreaches == [])
    fixture.meetingExceptions = []
    fixture.closures = [Closure(from: .on(5, 4), to: .on(5, 4), scope: .site("SB"))]
    #expect(fixture.visitBreaches == [])
  }

  @Test(arguments: [VisitorMeeting.costs, .ignored]) func `elsewhere it is no breach`(meaning: VisitorMeeting)
  {
    var fixture = fixture(start: .constant(10, 0), end: .constant(11, 0))
    fixture.settings.visits.visitorMeeting = meaning
    #expect(fixture.visitBreaches == [])
  }
}
