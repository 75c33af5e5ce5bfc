import Checking
import Domain
import Testing

@Suite struct IfNeededTests {
  @Test func `each stretch touched costs once`() {
    var fixture = Fixture()
    fixture.diary(.person("B-lead"), .available, .on(5, 4, (9, 0), (12, 0)))
    fixture.diary(.person("B-lead"), .ifNeeded, .on(5, 4, (0, 0), (9, 0)))
    fixture.diary(.person("B-lead"), .ifNeeded, .on(5, 4, (12, 0), (24, 0)))
    fixture.diary(.person("B-lead"), .available, .on(5, 19, (0, 0), (24, 0)))
    #expect(fixture.cost(.ifNeeded) == 120)
    #expect(fixture.attendanceCost("B-lead") == 120)
    #expect(
      fixture.explanation(.ifNeeded)
        == "Clinical lead, Bolton comes although free only if needed 00:00–09:00 on 4 May 2027: 1 h. "
        + "Clinical lead, Bolton comes although free only if needed 12:00–24:00 on 4 May 2027: 1 h.")
    #expect(fixture.visitBreaches.map(\.rule) == [.attendeesFree])
  }

  @Test func `a stretch that only touches the journey's end costs nothing`() {
    var fixture = Fixture()
    fixture.diary(.person("B-lead"), .available, .on(5, 4, (0, 0), (13, 0)))
    fixture.diary(.person("B-lead"), .ifNeeded, .on(5, 4, (13, 0), (24, 0)))
    #expect(fixture.cost(.ifNeeded) == 0)
  }
}
