import Checking
import Domain
import Testing

@Suite struct RoomFreeTests {
  private let visit = "The visit of Bolton to Airedale on 4 May 2027: "

  private func breach(_ sentence: String) -> Breach { Fixture.breach(.roomFree, "A--B", visit + sentence) }

  @Test func `a room that is booked`() {
    var fixture = Fixture()
    fixture.roomBookings = [
      RoomBooking(room: "RA", interval: .on(5, 4, (9, 0), (9, 31)), status: .held)
    ]
    #expect(
      fixture.visitBreaches == [
        breach("Room A is held 09:00–09:31 on 4 May 2027, during Welcome 09:30–10:00.")
      ])
  }

  @Test func `a room that is booked before, after and during the meeting`() {
    var fixture = Fixture()
    fixture.roomBookings = [
      RoomBooking(room: "RA", interval: .on(5, 4, (9, 0), (9, 30))),
      RoomBooking(room: "RA", interval: .on(5, 4, (10, 0), (11, 0))),
      RoomBooking(room: "RA", interval: .on(5, 4, (12, 0), (13, 0))),
    ]
    #expect(fixture.breaches == [])
    #expect(fixture.handMadeBreaches == [])
  }

  /// What is wrong with the rooms of the visit to A.
  private func atAiredale(_ fixture: Fixture) -> [Breach] {
    fixture.breaches(of: .roomFree).filter { $0.subject == "A--B" }
  }

  @Test func `a room in which another team of the site meets`() {
    var fixture = Fixture.sameDay
    fixture.teams[2].site = "SA"
    fixture.meetings[2].room = "RA"
    fixture.meetings[2].start = .constant(9, 0)
    fixture.meetings[2].end = .constant(10, 0)
    let taken = breach(
      "Room A is the meeting room of Chorley 09:00–10:00 on 4 May 2027, during Welcome 09:30–10:00.")
    #expect(atAiredale(fixture) == [taken])
    // Cancelled or held at another time, it keeps its usual hours.
    fixture.meetingExceptions = [MeetingException(team: "C", date: .on(5, 4), change: .cancelled)]
    #expect(atAiredale(fixture) == [taken])
    fixture.meetings[2].daysElsewhere = [.on(5, 4)]
    #expect(atAiredale(fixture) == [])
  }

  @Test func `a room into which another team's meeting is moved`() {
    var fixture = Fixture.sameDay
    fixture.teams[2].site = "SA"
    fixture.meetings[2].room = "RA"
    fixture.meetings[2].start = .constant(14, 0)
    fixture.meetings[2].end = .constant(15, 0)
    #expect(atAiredale(fixture) == [])
    fixture.meetingExceptions = [
      MeetingException(
        team: "C", date: .on(5, 11),
        change: .moved(date: .on(5, 4), start: .constant(11, 15), end: .constant(11, 45)))
    ]
    #expect(
      atAiredale(fixture) == [
        breach(
          "Room A is the meeting room of Chorley 11:15–11:45 on 4 May 2027, during Outlook 11:30–12:00."),
        breach("Room A is the meeting room of Chorley 11:15–11:45 on 4 May 2027, during Review 11:00–11:30."),
      ])
  }

  @Test func `a room elsewhere`() {
    var fixture = Fixture()
    fixture.edit(session: "review") { $0.room = "RB" }
    #expect(fixture.breaches == [breach("Room B is no room at the site of Airedale.")])
  }

  @Test func `no room although there are some`() {
    var fixture = Fixture()
    fixture.edit(session: "review") { $0.room = nil }
    #expect(fixture.breaches == [breach("Review has no room.")])
  }

  @Test func `no room where none are listed`() {
    var fixture = Fixture()
    fixture.rooms.removeFirst()
    fixture.plan.visits[0].room = nil
    for session in ["welcome", "review", "outlook"] as [SessionID] {
      fixture.edit(session: session) { $0.room = nil }
    }
    #expect(fixture.breaches == [])
    #expect(fixture.handMadeBreaches == [])
  }

  @Test func `without detail, rooms that are not free long enough`() {
    var fixture = Fixture()
    fixture.roomBookings = [RoomBooking(room: "RA", interval: .on(5, 4, (11, 59), (13, 0)))]
    #expect(
      fixture.possibilityBreaches == [breach("the rooms at Airedale are not free long enough 09:30–12:00.")])
    fixture.rooms.append(Room(id: "RA2", site: "SA", name: "Room A2", capacity: 3))
    #expect(fixture.possibilityBreaches == [])
  }

  @Test func `without detail, a stated room that is free for no session`() {
    var fixture = Fixture()
    fixture.rooms.append(Room(id: "RA2", site: "SA", name: "Room A2", capacity: 8))
    fixture.roomBookings = [
      RoomBooking(room: "RA", interval: .on(5, 4, (9, 59), (11, 30)))
    ]
    #expect(fixture.possibilityBreaches == [])
    fixture.roomBookings.append(RoomBooking(room: "RA", interval: .on(5, 4, (11, 30), (11, 31))))
    #expect(fixture.possibilityBreaches == [breach("Room A is free for no session 09:30–12:00.")])
  }

  @Test func `without detail, a stated room elsewhere`() {
    var fixture = Fixture()
    fixture.plan.visits[0].room = "RB"
    #expect(fixture.handMadeBreaches == [breach("Room B is no room at the site of Airedale.")])
  }
}
