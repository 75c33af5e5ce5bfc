import Checking
import Domain
import Testing

@Suite struct NotPreferredTests {
  @Test func `a required person needed a minute outside the preferred times`() {
    var fixture = Fixture()
    fixture.diary(.person("B-lead"), .available, .on(5, 4, (0, 0), (24, 0)))
    fixture.diary(.person("B-lead"), .preferred, .on(5, 4, (8, 31), (13, 0)))
    fixture.diary(.person("B-lead"), .preferred, .on(5, 19, (0, 0), (24, 0)))
    // An available row wins over a preferred one, so nothing of 4 May is preferred.
    #expect(fixture.cost(.notPreferred) == 30)
    #expect(fixture.attendanceCost("B-lead") == 30)
    #expect(
      fixture.explanation(.notPreferred)
        == "Clinical lead, Bolton is needed outside their preferred times on 4 May 2027: 30 min.")
  }

  @Test func `the whole visit inside the preferred times`() {
    var fixture = Fixture()
    fixture.diary(.person("B-lead"), .preferred, .on(5, 4, (8, 30), (13, 0)))
    fixture.diary(.person("B-lead"), .preferred, .on(5, 19, (9, 30), (12, 0)))
    #expect(fixture.cost(.notPreferred) == 0)
  }

  @Test func `optional people and preferences outside the window do not count`() {
    var fixture = Fixture()
    fixture.diary(.person("B-nurse"), .preferred, .on(5, 4, (8, 0), (9, 0)))
    fixture.diary(.person("B-lead"), .preferred, .on(7, 1, (0, 0), (24, 0)))
    #expect(fixture.cost(.notPreferred) == 0)
  }
}
