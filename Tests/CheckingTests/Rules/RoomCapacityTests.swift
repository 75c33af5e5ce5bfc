import Checking
import Domain
import Testing

@Suite struct RoomCapacityTests {
  private let visit = "The visit of Bolton to Airedale on 4 May 2027: "

  private func breach(_ sentence: String) -> Breach {
    Fixture.breach(.roomCapacity, "A--B", visit + sentence)
  }

  @Test func `one seat too few, the facilitator counted`() {
    var fixture = Fixture()
    fixture.rooms[0].capacity = 5
    #expect(fixture.breaches == [])
    fixture.rooms[0].capacity = 4
    #expect(
      fixture.breaches == [
        breach("Room A holds 4; 5 people are in Outlook."),
        breach("Room A holds 4; 5 people are in Review."),
        breach("Room A holds 4; 5 people are in Welcome."),
      ])
  }

  @Test func `who misses a session needs no seat in it`() {
    var fixture = Fixture()
    fixture.rooms[0].capacity = 4
    fixture.absent("A-nurse")
    #expect(fixture.breaches == [])
    fixture.edit("A-nurse") {
      $0.isAbsent = false
      $0.missed = ["welcome", "review"]
      $0.cost = Minutes(60)
    }
    #expect(fixture.breaches == [breach("Room A holds 4; 5 people are in Outlook.")])
  }

  @Test func `the meeting is held in a room of its own, whatever that holds`() {
    var fixture = Fixture()
    fixture.rooms.append(Room(id: "RM", site: "SA", name: "Meeting room", capacity: 2))
    fixture.meetings[0].room = "RM"
    fixture.edit(session: "mdt") { $0.room = "RM" }
    #expect(fixture.breaches == [])
  }

  @Test func `without detail those needed must find a seat`() {
    var fixture = Fixture()
    fixture.rooms[0].capacity = 3
    #expect(fixture.handMadeBreaches == [])
    fixture.rooms[0].capacity = 2
    #expect(
      fixture.possibilityBreaches == [breach("Room A holds 2; at least 3 people are needed.")])
    fixture.plan.visits[0].room = nil
    #expect(
      fixture.possibilityBreaches == [
        breach("the free rooms at Airedale are too small; at least 3 people are needed.")
      ])
  }
}
