import Checking
import Domain
import Testing

@Suite struct OptionalAbsenceTests {
  @Test func `two hours for staying away`() {
    var fixture = Fixture()
    fixture.absent("B-nurse")
    #expect(fixture.cost(.optionalAbsence) == 120)
    #expect(fixture.attendanceCost("B-nurse") == 120)
    #expect(
      fixture.explanation(.optionalAbsence)
        == "Nurse, Bolton stays away from the visit of Bolton to Airedale on 4 May 2027: 2 h.")
  }

  /// One of four sessions at 2.01 hours: 120.6 / 4 = 30.15 minutes.
  @Test func `a share for missed sessions, rounded up`() {
    var fixture = Fixture()
    fixture.settings.costs.optionalAbsence = 2.01
    fixture.edit("B-nurse") { $0.missed = ["review"] }
    #expect(fixture.cost(.optionalAbsence) == 31)
    #expect(
      fixture.explanation(.optionalAbsence)
        == "Nurse, Bolton misses 1 of 4 sessions of the visit of Bolton to Airedale on 4 May 2027: 31 min.")
  }

  @Test func `a whole share is not rounded up to the next`() {
    var fixture = Fixture()
    fixture.edit("B-nurse") { $0.missed = ["review", "outlook"] }
    #expect(fixture.cost(.optionalAbsence) == 60)
  }

  @Test func `required people are never charged for it`() {
    var fixture = Fixture()
    fixture.edit("B-lead") { $0.missed = ["review"] }
    #expect(fixture.cost(.optionalAbsence) == 0)
  }
}
