import Domain
import Intake
import Testing

@Suite struct MeetingsTableTests {
  private let header = "team_id,weekday,start,end,frequency,first_date,room_id\n"
  private let both = "RA,Tuesday,09:00,11:00,,,\nRB,Thursday,13:00,15:00,,,\n"

  private func meetings(_ marked: String, _ expected: [String]) {
    expect("mdt.csv", header + both + marked, expected)
  }

  @Test(arguments: [
    ("weekly", Frequency.weekly), ("", .weekly), ("Fortnightly", .fortnightly), ("monthly-1", .monthly(n: 1)),
    ("monthly-5", .monthly(n: 5)),
  ])
  func aMeetingTakesPlaceSoOften(word: String, frequency: Frequency) throws {
    let row = "RA,Fri,10:00,11:30,\(word),2027-01-15,SA-1\n"
    let meeting = try #require(
      try Folder().with("mdt.csv", header + both + row).read().programme.meetings.dropFirst().first)
    #expect(
      meeting
        == Meeting(
          team: try #require(TeamID("RA")), weekday: .friday, start: .constant(10, 0), end: .constant(11, 30),
          frequency: frequency, firstDate: Day(iso: "2027-01-15"), room: RoomID("SA-1")))
  }

  @Test func cellsAreChecked() {
    meetings(
      """
      RA,①Tusday,10:00,11:00,,,
      RA,②M,10:30,11:00,,,
      RA,Monday,11:00,③10:00,,,
      RA,Monday,12:00,13:00,④monthly-6,,
      RA,Monday,14:00,15:00,⑤daily,,

      """,
      [
        """
        ①:error: 'Tusday' is no weekday; write 'Tuesday' if that is meant, or Monday, Tuesday, Wednesday, \
        Thursday, Friday, Saturday or Sunday
        """,
        "②:error: 'M' is no weekday; write Monday, Tuesday, Wednesday, Thursday, Friday, Saturday or Sunday",
        "③:error: end 10:00 is not after start 11:00; correct one of the two",
        "④:error: 'monthly-6' is no frequency; write weekly, fortnightly, or monthly-1 to monthly-5",
        "⑤:error: 'daily' is no frequency; write weekly, fortnightly, or monthly-1 to monthly-5",
      ])
  }

  @Test func fortnightsAreCountedFromAFirstDateOnTheWeekday() {
    meetings(
      "RA,Monday,10:00,11:00,fortnightly,①,\nRA,Monday,11:00,12:00,fortnightly,②2027-01-12,\n",
      [
        """
        ①:error: a fortnightly meeting has no first_date; fill in a date of the meeting, from which \
        fortnights are counted
        """,
        """
        ②:error: first_date 2027-01-12 is a Tuesday and the meeting is on Mondays; correct the date or the \
        weekday
        """,
      ])
  }

  @Test func aMeetingBelongsToATeamAndARoomOfItsSite() {
    meetings(
      "①RX,Monday,10:00,11:00,,,\nRA,Monday,10:00,11:00,,,②SB-1\nRA,Monday,12:00,13:00,,,③SA-2\n",
      [
        "①:error: no team 'RX' is in teams.csv; write 'RA' if that is meant, or add the team",
        """
        ②:error: the room 'SB-1' is at site 'SB' and the team 'RA' at 'SA'; name a room of the team's own \
        site, or leave it blank
        """,
        "③:error: no room 'SA-2' is in rooms.csv; write 'SA-1' if that is meant, or add the room",
      ])
  }

  private func exceptions(_ marked: String, _ expected: [String]) {
    expect("mdt_exceptions.csv", "team_id,date,status,new_date,start,end\n" + marked, expected)
  }

  @Test func exceptionsAreRead() throws {
    let text = """
      team_id,date,status,new_date,start,end
      RB,2027-02-11,inquorate,,,
      RA,2027-02-09,moved,2027-02-10,,
      RA,2027-02-16,Moved,2027-02-17,10:00,12:00
      RA,2027-02-02,cancelled,,,

      """
    let changes = try Folder().with("mdt_exceptions.csv", text).read().programme.meetingExceptions.map(
      \.change)
    #expect(
      changes == [
        .cancelled,
        .moved(date: try #require(Day(iso: "2027-02-10")), start: nil, end: nil),
        .moved(
          date: try #require(Day(iso: "2027-02-17")), start: .constant(10, 0), end: .constant(12, 0)),
        .inquorate,
      ])
  }

  @Test func anExceptionSaysAllItNeeds() {
    exceptions(
      """
      RA,2027-02-02,moved,①,,
      RA,2027-02-09,moved,2027-02-10,②,12:00
      RA,2027-02-16,cancelled,③2027-02-17,,
      RA,2027-02-23,④postponed,,,
      ⑤RX,2027-02-23,cancelled,,,
      RA,2027-03-02,moved,2027-03-03,12:00,⑥11:00

      """,
      [
        "①:error: the meeting is moved and new_date is blank; fill in the date it is moved to",
        "②:error: start is blank and end is not; fill in both, or neither",
        """
        ③:warning: new_date is filled in and the status is 'cancelled'; write 'moved' if that is meant; it \
        is not read otherwise
        """,
        "④:error: 'postponed' is no status; write cancelled, moved or inquorate",
        "⑤:error: no team 'RX' is in teams.csv; write 'RA' if that is meant, or add the team",
        "⑥:error: end 11:00 is not after start 12:00; correct one of the two",
      ])
  }

  @Test func anExceptionFallsOnADayWithAMeeting() {
    // RB meets on Thursdays, every second week from 14 January 2027.
    exceptions(
      """
      RA,①2027-02-03,cancelled,,,
      RB,②2027-01-21,cancelled,,,
      RB,2027-01-28,cancelled,,,
      RB,③2027-01-07,cancelled,,,

      """,
      [
        """
        ①:warning: the team 'RA' has no meeting on 2027-02-03, a Wednesday; write 2027-02-02 if the \
        nearest meeting is meant
        """,
        """
        ②:warning: the team 'RB' has no meeting on 2027-01-21, a Thursday; write 2027-01-14 if the nearest \
        meeting is meant
        """,
        """
        ③:warning: the team 'RB' has no meeting on 2027-01-07, a Thursday; write 2027-01-14 if the nearest \
        meeting is meant
        """,
      ])
  }

  @Test func aMonthlyMeetingIsOnItsWeekdayOfTheMonth() {
    // The second Tuesday of February 2027 is the 9th.
    let folder = Folder().with(
      "mdt.csv", header + "RA,Tuesday,09:00,11:00,monthly-2,,\nRB,Thursday,13:00,15:00,,,\n")
    expect(
      "mdt_exceptions.csv", "team_id,date,status\nRA,2027-02-09,cancelled\nRA,①2027-02-16,cancelled\n",
      in: folder,
      [
        """
        ①:warning: the team 'RA' has no meeting on 2027-02-16, a Tuesday; write 2027-02-09 if the nearest \
        meeting is meant
        """
      ])
  }
}
