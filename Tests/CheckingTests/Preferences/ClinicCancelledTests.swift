import Checking
import Domain
import Testing

@Suite struct ClinicCancelledTests {
  /// Two rows that touch are one clinic; a third is another; one that is not touched costs nothing.
  @Test func `each clinic touched costs once`() {
    var fixture = Fixture()
    fixture.diary(.person("B-lead"), .clinic, .on(5, 4, (7, 0), (8, 0)))
    fixture.diary(.person("B-lead"), .clinic, .on(5, 4, (8, 0), (9, 0)))
    fixture.diary(.person("B-lead"), .clinic, .on(5, 4, (12, 30), (16, 0)))
    fixture.diary(.person("B-lead"), .clinic, .on(5, 4, (17, 0), (18, 0)))
    #expect(fixture.cost(.clinicCancelled) == 480)
    #expect(fixture.attendanceCost("B-lead") == 480)
    #expect(
      fixture.explanation(.clinicCancelled)
        == "Clinical lead, Bolton gives up a clinic 07:00–09:00 on 4 May 2027: 4 h. "
        + "Clinical lead, Bolton gives up a clinic 12:30–16:00 on 4 May 2027: 4 h.")
  }

  @Test func `an optional visitor gives up what the sessions attended and the drives touch`() {
    var fixture = Fixture()
    fixture.edit("B-nurse") { $0.missed = ["review"] }
    fixture.diary(.person("B-nurse"), .clinic, .on(5, 4, (11, 0), (11, 30)))
    #expect(fixture.cost(.clinicCancelled) == 0)
    fixture.edit("B-nurse") { $0.missed = [] }
    #expect(fixture.cost(.clinicCancelled) == 240)
  }

  @Test func `who stays away keeps the clinic`() {
    var fixture = Fixture()
    fixture.diary(.person("B-nurse"), .clinic, .on(5, 4, (0, 0), (24, 0)))
    fixture.absent("B-nurse")
    #expect(fixture.cost(.clinicCancelled) == 0)
  }

  @Test func `the facilitator's clinics count`() {
    var fixture = Fixture()
    fixture.diary(.facilitator("F"), .clinic, .on(5, 4, (11, 59), (13, 0)))
    #expect(fixture.cost(.clinicCancelled) == 240)
    #expect(fixture.checker.attendanceCost(of: .facilitator("F"), at: fixture.plan.visits[0]) == Minutes(240))
  }

  @Test func `where a row says unavailable there is no clinic to give up`() {
    var fixture = Fixture()
    fixture.diary(.person("B-lead"), .clinic, .on(5, 4, (7, 0), (10, 0)))
    fixture.diary(.person("B-lead"), .unavailable, .on(5, 4, (8, 0), (9, 0)))
    // The clinic falls into two; only 09:00–10:00 is touched by the visit, from 08:30.
    #expect(fixture.cost(.clinicCancelled) == 240)
  }
}
