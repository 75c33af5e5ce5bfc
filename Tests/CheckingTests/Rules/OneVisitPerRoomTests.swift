import Checking
import Domain
import Testing

@Suite struct OneVisitPerRoomTests {
  /// Teams A and C host at one site on 4 May.
  private var oneSite: Fixture {
    var fixture = Fixture.sameDay
    fixture.teams[2].site = "SA"
    fixture.plan.visits[1] = Fixture.visit(
      host: "C", visitor: "D", leg: 1, on: .on(5, 4), leader: "F2", leaderDrive: 0)
    fixture.rooms.append(Room(id: "RA2", site: "SA", name: "Room A2", capacity: 8))
    return fixture
  }

  private func use(_ room: RoomID, in fixture: inout Fixture) {
    fixture.plan.visits[1].room = room
    for session in ["welcome", "review", "outlook"] as [SessionID] {
      fixture.edit(session: session, visit: 1) { $0.room = room }
    }
  }

  @Test func `a room for each visit`() {
    var fixture = oneSite
    use("RA2", in: &fixture)
    #expect(fixture.breaches == [])
    #expect(fixture.handMadeBreaches == [])
  }

  @Test func `two visits in one room at a time`() {
    var fixture = oneSite
    use("RA2", in: &fixture)
    fixture.edit(session: "review", visit: 1) { $0.room = "RA" }
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .oneVisitPerRoom, "C--D",
          "Room A is used by the visit of Bolton to Airedale on 4 May 2027 11:00–11:30 "
            + "and by the visit of Darwen to Chorley on 4 May 2027 11:00–11:30.")
      ])
  }

  /// Both visits need the only room before and after the meeting: 180 minutes of the 150 that there are.
  @Test func `without detail, more room time than there is`() {
    var fixture = oneSite
    fixture.rooms.removeLast()
    use("RA", in: &fixture)
    #expect(
      fixture.handMadeBreaches == [
        Fixture.breach(
          .oneVisitPerRoom, "C--D",
          "The visit of Darwen to Chorley on 4 May 2027 and the visit of Bolton to Airedale on 4 May 2027 "
            + "need 3 h of rooms; 2 h 30 min are free.")
      ])
  }
}
