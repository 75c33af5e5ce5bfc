import Domain
import Testing

/// What calendars and reports share from Domain.
struct WordingTests {
  @Test(
    "A date in words",
    arguments: [
      ("2027-01-12", "Tue 12 Jan 2027"), ("2026-02-28", "Sat 28 Feb 2026"), ("2028-02-29", "Tue 29 Feb 2028"),
      ("1969-12-31", "Wed 31 Dec 1969"),
    ])
  func date(iso: String, words: String) {
    #expect(day(iso).inWords == words)
  }

  @Test(
    "A duration in words",
    arguments: [(0, "0 min"), (45, "45 min"), (60, "1 h"), (80, "1 h 20 min"), (-80, "-1 h 20 min")])
  func duration(minutes: Int, words: String) {
    #expect(Minutes(minutes).inWords == words)
  }

  @Test("Each id finds its row, and no other id finds one")
  func lookup() {
    let programme = SampleProgramme().programme
    #expect(programme.teams.allSatisfy { programme.team($0.id) == $0 })
    #expect(programme.sites.allSatisfy { programme.site($0.id) == $0 })
    #expect(programme.people.allSatisfy { programme.person($0.id) == $0 })
    #expect(programme.rooms.allSatisfy { programme.room($0.id) == $0 })
    #expect(programme.facilitators.allSatisfy { programme.facilitator($0.id) == $0 })
    #expect(programme.team(id("A")) == nil)
    #expect(programme.team(id("RM4")) == nil)
    #expect(programme.team(id("Z")) == nil)
  }
}
