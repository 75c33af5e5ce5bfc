import Checking
import Domain
import Testing

@Suite struct MeetingObservedTests {
  @Test func `somebody comes but misses the meeting`() {
    var fixture = Fixture()
    fixture.edit("B-nurse") {
      $0.missed = ["mdt"]
      $0.cost = Minutes(30)
    }
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .meetingObserved, "A--B",
          "Nurse, Bolton comes to the visit of Bolton to Airedale on 4 May 2027 "
            + "but misses the MDT meeting.")
      ])
  }

  @Test func `all other sessions may be missed, or everything`() {
    var fixture = Fixture()
    fixture.absent("A-nurse")
    fixture.edit("B-nurse") {
      $0.missed = ["welcome", "review", "outlook"]
      $0.cost = Minutes(90)
    }
    #expect(fixture.breaches == [])
  }
}
