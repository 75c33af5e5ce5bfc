import Checking
import Domain
import Testing

@Suite struct RolesPresentTests {
  private let visit = "The visit of Bolton to Airedale on 4 May 2027: "

  private func breach(_ sentence: String) -> Breach {
    Fixture.breach(.rolesPresent, "A--B", visit + sentence)
  }

  @Test func `nobody fills a required role`() {
    var fixture = Fixture()
    fixture.absent("B-lead")
    #expect(fixture.breaches == [breach("nobody is there throughout as clinical lead of Bolton.")])
  }

  @Test func `a deputy fills it`() {
    var fixture = Fixture()
    fixture.edit(person: "B-nurse") { $0.deputyFor = "B-lead" }
    fixture.absent("B-lead")
    fixture.edit("B-nurse") { $0.isRequired = true }
    #expect(fixture.breaches == [])
  }

  @Test func `a deputy of somebody else does not`() {
    var fixture = Fixture()
    fixture.edit(person: "B-nurse") { $0.deputyFor = "A-lead" }
    fixture.absent("B-lead")
    #expect(fixture.breaches == [breach("nobody is there throughout as clinical lead of Bolton.")])
  }

  @Test func `a holder who misses a session does not`() {
    var fixture = Fixture()
    fixture.edit("B-lead") {
      $0.isRequired = false
      $0.missed = ["review"]
      $0.cost = Minutes(30)
    }
    #expect(fixture.breaches == [breach("nobody is there throughout as clinical lead of Bolton.")])
  }

  @Test func `a required person who misses a session`() {
    var fixture = Fixture()
    fixture.edit(person: "B-nurse") { $0.attendance = .required }
    for visit in [0, 1] { fixture.edit("B-nurse", visit: visit) { $0.isRequired = true } }
    #expect(fixture.breaches == [])
    fixture.edit("B-nurse") { $0.missed = ["review"] }
    #expect(fixture.breaches == [breach("Nurse, Bolton is required but misses review.")])
  }

  @Test func `a required person who is not called so`() {
    var fixture = Fixture()
    fixture.edit(person: "B-nurse") { $0.attendance = .required }
    fixture.edit("B-nurse", visit: 1) { $0.isRequired = true }
    #expect(fixture.breaches == [breach("Nurse, Bolton is required but not said to be.")])
  }

  @Test func `somebody called required for nothing`() {
    var fixture = Fixture()
    fixture.edit("B-nurse") { $0.isRequired = true }
    #expect(fixture.breaches == [breach("Nurse, Bolton is said to be required but fills no required role.")])
  }

  @Test func `nobody called required for a role`() {
    var fixture = Fixture()
    fixture.edit("B-lead") { $0.isRequired = false }
    #expect(
      fixture.breaches == [
        breach("Clinical lead, Bolton fills the role of clinical lead but is not said to be required.")
      ])
  }

  @Test func `the facilitator stays away`() {
    var fixture = Fixture()
    fixture.edit { detail in
      detail.attendance[4].isAbsent = true
      detail.attendance[4].missed = ["welcome", "mdt", "review", "outlook"]
    }
    #expect(fixture.breaches == [breach("Facilitator F is required but stays away.")])
  }

  /// A change of the stated attendance, and what is wrong then.
  struct Misstatement: Sendable {
    let sentence: String
    let edit: @Sendable (inout VisitDetail) -> Void

    init(_ sentence: String, edit: @escaping @Sendable (inout VisitDetail) -> Void) {
      self.sentence = sentence
      self.edit = edit
    }
  }

  @Test(
    arguments: [
      Misstatement("Nurse, Airedale is not listed.") { $0.attendance.remove(at: 1) },
      Misstatement("Nurse, Airedale is listed 2 times.") { $0.attendance.append($0.attendance[1]) },
      Misstatement("X is listed but no part of it.") {
        $0.attendance.append(Attendance(attendee: .person("X"), side: .host, isRequired: false))
      },
      Misstatement("Nurse, Airedale is listed as visitor instead of host.") {
        $0.attendance[1].side = .visitor
      },
      Misstatement("Nurse, Airedale is listed with another role than people.csv gives.") {
        $0.attendance[1].role = .surgeon
      },
      Misstatement("Nurse, Airedale is said to miss tea, which is no session of the agenda.") {
        $0.attendance[1].missed = ["tea"]
      },
      Misstatement("Nurse, Airedale stays away but is not said to miss every session.") {
        $0.attendance[1].isAbsent = true
      },
      Misstatement("Nurse, Airedale misses every session but is not said to stay away.") {
        $0.attendance[1].missed = ["welcome", "mdt", "review", "outlook"]
      },
    ])
  func `who is listed`(misstatement: Misstatement) {
    var fixture = Fixture()
    fixture.edit(misstatement.edit)
    #expect(fixture.breaches(of: .rolesPresent) == [breach(misstatement.sentence)])
  }

  @Test func `without detail, nobody who could fill a role is free`() {
    var fixture = Fixture()
    fixture.edit(person: "B-nurse") { $0.deputyFor = "B-lead" }
    fixture.diary(.person("B-lead"), .unavailable, .on(5, 4, (8, 0), (8, 31)))
    #expect(fixture.possibilityBreaches == [])
    fixture.diary(.person("B-nurse"), .available, .on(5, 4, (8, 31), (24, 0)))
    fixture.diary(.person("B-nurse"), .available, .on(5, 19, (0, 0), (24, 0)))
    #expect(
      fixture.possibilityBreaches == [
        breach(
          "nobody can be there throughout as clinical lead of Bolton: "
            + "Clinical lead, Bolton is unavailable 08:00–08:31 on 4 May 2027; "
            + "Nurse, Bolton offers no time 00:00–08:31 on 4 May 2027.")
      ])
  }

  @Test func `without detail, a team without diaries where that means busy`() {
    var fixture = Fixture()
    fixture.settings.visits.noDiary = .unavailable
    for letter in ["A", "B"] {
      fixture.diary(.facilitator("F"), .available, .on(5, letter == "A" ? 4 : 19, (0, 0), (24, 0)))
    }
    fixture.diary(.person("A-lead"), .unavailable, .on(5, 20, (0, 0), (24, 0)))
    #expect(
      fixture.possibilityBreaches.map(\.sentence) == [
        visit
          + "nobody can be there throughout as clinical lead of Bolton: "
          + "Clinical lead, Bolton has sent no diary.",
        "The visit of Airedale to Bolton on 19 May 2027: nobody can be there throughout as "
          + "clinical lead of Bolton: Clinical lead, Bolton has sent no diary.",
      ])
  }
}
