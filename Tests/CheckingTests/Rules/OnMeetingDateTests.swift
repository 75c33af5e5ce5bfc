import Checking
import Domain
import Testing

@Suite struct OnMeetingDateTests {
  @Test func `a day without a meeting`() {
    var fixture = Fixture()
    fixture.plan.visits[0] = Fixture.visit(host: "A", visitor: "B", leg: 1, on: .on(5, 3), leaderDrive: 0)
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .onMeetingDate, "A--B", "Airedale has no MDT meeting on 3 May 2027, a Monday.")
      ])
  }

  @Test(
    arguments: [
      (MeetingChange.cancelled, "is cancelled"), (.inquorate, "has no quorum"),
      (.moved(date: .on(5, 6), start: nil, end: nil), "is moved to 6 May 2027"),
    ])
  func `a meeting that is not as usual`(change: MeetingChange, words: String) {
    var fixture = Fixture()
    fixture.meetingExceptions = [MeetingException(team: "A", date: .on(5, 4), change: change)]
    #expect(
      fixture.visitBreaches == [
        Fixture.breach(
          .onMeetingDate, "A--B", "The MDT meeting of Airedale on 4 May 2027 \(words).")
      ])
  }

  @Test func `a meeting that is moved onto the day`() {
    var fixture = Fixture()
    fixture.meetings[0].weekday = .monday
    fixture.meetingExceptions = [
      MeetingException(team: "A", date: .on(5, 3), change: .moved(date: .on(5, 4), start: nil, end: nil))
    ]
    #expect(fixture.breaches == [])
  }

  @Test func `another time than the meeting's`() {
    var fixture = Fixture()
    fixture.meetings[0].end = .constant(10, 45)
    #expect(
      fixture.visitBreaches == [
        Fixture.breach(
          .onMeetingDate, "A--B",
          "The visit of Bolton to Airedale on 4 May 2027 shows an MDT meeting 10:00–11:00; "
            + "Airedale meets 10:00–10:45.")
      ])
  }

  @Test(
    arguments: [
      (ClosureScope.all, "closed to visits"), (.site("SA"), "closed at the host's site"),
      (.team("A"), "closed for the host"), (.team("B"), "closed for the visitors"),
    ])
  func `a closed day`(scope: ClosureScope, words: String) {
    var fixture = Fixture()
    fixture.closures = [Closure(from: .on(5, 1), to: .on(5, 4), scope: scope, reason: "move")]
    #expect(
      fixture.visitBreaches == [
        Fixture.breach(
          .onMeetingDate, "A--B",
          "The visit of Bolton to Airedale on 4 May 2027 is on a day that is \(words) (move).")
      ])
  }

  @Test func `a bank holiday`() {
    var fixture = Fixture()
    fixture.bankHolidays = [BankHoliday(day: .on(5, 4), name: "Spring holiday")]
    #expect(
      fixture.visitBreaches == [
        Fixture.breach(
          .onMeetingDate, "A--B",
          "The visit of Bolton to Airedale on 4 May 2027 is on a day that is "
            + "a bank holiday (Spring holiday).")
      ])
  }

  @Test func `closures on the days before and after, and at the visitors' site, do no harm`() {
    var fixture = Fixture()
    fixture.closures = [
      Closure(from: .on(5, 1), to: .on(5, 3), scope: .all),
      Closure(from: .on(5, 4), to: .on(5, 4), scope: .site("SB")),
      Closure(from: .on(5, 5), to: .on(5, 5), scope: .team("A")),
    ]
    #expect(fixture.visitBreaches == [])
  }

  @Test func `the window's edges`() {
    var fixture = Fixture()
    fixture.settings.visitsFrom = .on(5, 4)
    fixture.settings.visitsTo = .on(5, 19)
    #expect(fixture.visitBreaches == [])
    fixture.settings.visitsFrom = .on(5, 5)
    #expect(
      fixture.visitBreaches == [
        Fixture.breach(
          .onMeetingDate, "A--B",
          "The visit of Bolton to Airedale on 4 May 2027 is outside the window, "
            + "5 May 2027 to 19 May 2027.")
      ])
  }

  @Test func `after today, not today`() {
    var fixture = Fixture()
    fixture.facilitators[0].noticeDays = 0
    fixture.settings.today = .on(5, 3)
    #expect(fixture.visitBreaches == [])
    fixture.settings.today = .on(5, 4)
    #expect(
      fixture.visitBreaches == [
        Fixture.breach(
          .onMeetingDate, "A--B",
          "The visit of Bolton to Airedale on 4 May 2027 is not after today, 4 May 2027.")
      ])
  }
}
