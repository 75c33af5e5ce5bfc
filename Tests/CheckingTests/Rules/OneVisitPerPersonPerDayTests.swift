import Checking
import Domain
import Testing

@Suite struct OneVisitPerPersonPerDayTests {
  /// B and D share a nurse, called Nurse, Bolton, and both travel on 4 May.
  private var sharing: Fixture {
    var fixture = Fixture.sameDay
    fixture.people.removeAll { $0.id == "D-nurse" }
    fixture.edit(person: "B-nurse") { $0.teams = ["B", "D"] }
    for visit in [1, 3] {
      fixture.edit("D-nurse", visit: visit) { $0.attendee = .person("B-nurse") }
    }
    return fixture
  }

  @Test func `somebody at two visits on one day`() {
    #expect(
      sharing.breaches == [
        Fixture.breach(
          .oneVisitPerPersonPerDay, "C--D",
          "Nurse, Bolton would be at both the visit of Bolton to Airedale on 4 May 2027 "
            + "and the visit of Darwen to Chorley on 4 May 2027.")
      ])
  }

  @Test func `who stays away from one of them is at one`() {
    var fixture = sharing
    fixture.absent("B-nurse", visit: 1)
    #expect(fixture.breaches == [])
  }

  @Test func `without detail, two visits that need the same person`() {
    var fixture = sharing
    #expect(fixture.handMadeBreaches == [])
    fixture.edit(person: "B-nurse") { $0.attendance = .required }
    #expect(
      fixture.handMadeBreaches == [
        Fixture.breach(
          .oneVisitPerPersonPerDay, "C--D",
          "The visit of Darwen to Chorley on 4 May 2027 needs people who are at another visit that day.")
      ])
  }

  /// The lead of B leads D as well; each team has a deputy, so one of the two can be spared.
  @Test func `without detail, deputies can free a shared person`() {
    var fixture = Fixture.sameDay
    fixture.people.removeAll { $0.id == "D-lead" }
    fixture.edit(person: "B-lead") { $0.teams = ["B", "D"] }
    #expect(fixture.handMadeBreaches.map(\.rule) == [.oneVisitPerPersonPerDay])
    fixture.edit(person: "D-nurse") { $0.deputyFor = "B-lead" }
    #expect(fixture.handMadeBreaches == [])
  }
}
