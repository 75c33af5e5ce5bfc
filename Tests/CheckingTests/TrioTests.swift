import Checking
import Domain
import Testing

@Suite struct TrioTests {
  /// Three teams, A visited by B and C on 4 May; A and C have nothing to teach each other and need not.
  private var fixture: Fixture {
    var fixture = Fixture(four: true)
    fixture.teams.removeLast()
    fixture.people.removeAll { $0.teams == ["D"] }
    fixture.settings.pairing.minGain = nil
    var visit = Fixture.visit(host: "A", visitor: "B", leg: nil, on: .on(5, 4), leaderDrive: 0)
    visit.visitors = ["B", "C"]
    visit.detail?.attendance += [
      Attendance(attendee: .person("C-lead"), side: .visitor, role: .clinicalLead, isRequired: true),
      Attendance(attendee: .person("C-nurse"), side: .visitor, role: .nurseSpecialist, isRequired: false),
    ]
    visit.detail?.journeys.append(Fixture.journey(.team("C"), visit.interval, 60))
    fixture.plan.visits = [visit]
    return fixture
  }

  private func breaches(_ fixture: Fixture) -> [Breach] {
    fixture.checker.breaches(of: fixture.plan.visits, pairs: [["A", "B", "C"]])
  }

  @Test func `a host's day receives both others`() {
    #expect(breaches(fixture) == [])
  }

  @Test func `each visiting team brings its required roles and comes by its own road`() {
    var fixture = fixture
    fixture.absent("C-lead")
    fixture.edit { $0.journeys.removeLast() }
    #expect(
      breaches(fixture) == [
        Fixture.breach(
          .rolesPresent, "A--B+C",
          "The visit of Bolton and Chorley to Airedale on 4 May 2027: "
            + "nobody is there throughout as clinical lead of Chorley."),
        Fixture.breach(
          .travelHours, "A--B+C",
          "The visit of Bolton and Chorley to Airedale on 4 May 2027: "
            + "Chorley has 0 journeys instead of one."),
      ])
  }

  /// C meets on Tuesdays too, 10:00 to 11:00, while its visitors are at A.
  @Test func `one visiting team's own meeting is enough to be charged for`() {
    let fixture = fixture
    #expect(
      fixture.checker.explanation(of: .ownMeetingMissed, for: fixture.plan.visits[0])
        == "Chorley misses its own MDT meeting 10:00–11:00 on 4 May 2027: 6 h.")
  }

  @Test func `a visit of one of them alone is no leg`() {
    var fixture = fixture
    fixture.plan.visits = [Fixture.visit(host: "A", visitor: "B", leg: nil, on: .on(5, 4), leaderDrive: 0)]
    #expect(breaches(fixture).map(\.rule) == [.eachLegOnce])
  }

  @Test func `somebody on two teams that meet counts on the host's side only`() {
    var fixture = fixture
    fixture.people.removeAll { $0.id == "C-nurse" }
    fixture.edit(person: "A-nurse") { $0.teams = ["A", "C"] }
    #expect(
      breaches(fixture).map(\.sentence) == [
        "The visit of Bolton and Chorley to Airedale on 4 May 2027: C-nurse is listed but no part of it."
      ])
  }
}
