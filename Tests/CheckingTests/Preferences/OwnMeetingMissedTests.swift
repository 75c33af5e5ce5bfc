import Checking
import Domain
import Testing

@Suite struct OwnMeetingMissedTests {
  @Test func `once a visit, however many meetings`() {
    var fixture = Fixture()
    for hour in [10, 12] {
      fixture.meetings.append(
        Meeting(
          team: "B", weekday: .tuesday, start: .constant(hour, 0), end: .constant(hour + 1, 0)))
    }
    #expect(fixture.cost(.ownMeetingMissed) == 360)
    #expect(
      fixture.explanation(.ownMeetingMissed)
        == "Bolton misses its own MDT meeting 10:00–11:00 on 4 May 2027: 6 h.")
  }

  @Test func `not on a bank holiday, nor where it is ignored`() {
    var fixture = Fixture()
    fixture.meetings.append(
      Meeting(team: "B", weekday: .tuesday, start: .constant(10, 0), end: .constant(11, 0)))
    fixture.bankHolidays = [BankHoliday(day: .on(5, 4), name: "Spring holiday")]
    #expect(fixture.cost(.ownMeetingMissed) == 0)
    fixture.bankHolidays = []
    fixture.settings.visits.visitorMeeting = .ignored
    #expect(fixture.cost(.ownMeetingMissed) == 0)
  }

  @Test func `also the evening before, where the drive is done then`() {
    var fixture = Fixture()
    fixture.travelTimes[0].minutes = Minutes(150)
    fixture.meetings.append(
      Meeting(team: "B", weekday: .monday, start: .constant(16, 30), end: .constant(17, 31)))
    #expect(fixture.cost(.ownMeetingMissed) == 360)
    fixture.meetings[2].end = .constant(17, 30)
    #expect(fixture.cost(.ownMeetingMissed) == 0)
  }
}
