import Domain
import Testing

@testable import Checking

/// Dates in reserve, and whose absence cancels a visit, against a plan that can be checked by hand.
struct MishapTests {
  /// Everybody without whom B's visit to A on 4 May cannot be held: each is the only one of their kind.
  private static let mainstays: [Resource] = [
    .person("A-lead"), .person("B-lead"), .facilitator("F"), .room("RA"),
  ]

  @Test func `a date in reserve keeps the gap to the pair's other visit`() {
    // A meets on Tuesdays; the return visit is on 19 May, and gaps are 14 to 28 days.
    var fixture = Fixture()
    fixture.plan.visits[0].reserveDate = .on(6, 8)
    #expect(fixture.checker.discrepancies(in: fixture.plan) == [])
    fixture.plan.visits[0].reserveDate = .on(5, 11)
    #expect(
      fixture.checker.discrepancies(in: fixture.plan).map(\.sentence) == [
        "The visit of Bolton to Airedale on 4 May 2027 has 11 May 2027 in reserve; it cannot be held then while the "
          + "other visits stay."
      ])
  }

  @Test func `a date in reserve is no other visit's of the facilitator`() {
    // D meets on Wednesdays, and so does B: where its visit is on 2 June, the facilitator is there.
    var fixture = Fixture(four: true)
    fixture.plan.visits[3].reserveDate = .on(6, 2)
    #expect(fixture.checker.discrepancies(in: fixture.plan) == [])
    fixture.plan.visits[2] = Fixture.visit(host: "B", visitor: "A", leg: 2, on: .on(6, 2))
    let reserved = fixture.checker.discrepancies(in: fixture.plan).map(\.sentence).filter {
      $0.contains("in reserve")
    }
    #expect(
      reserved == [
        "The visit of Chorley to Darwen on 26 May 2027 has 2 June 2027 in reserve; it cannot be held then while the "
          + "other visits stay."
      ])
  }

  @Test func `whose absence cancels a visit is worked out again`() {
    var fixture = Fixture()
    fixture.plan.visits[0].mainstays = Self.mainstays
    #expect(fixture.checker.discrepancies(in: fixture.plan) == [])
    fixture.plan.visits[0].mainstays = []
    #expect(
      fixture.checker.discrepancies(in: fixture.plan).map(\.sentence) == [
        "The visit of Bolton to Airedale on 4 May 2027 is said to hang on nobody; it hangs on Clinical lead, Airedale, "
          + "Clinical lead, Bolton, Facilitator F and Room A."
      ])
  }

  @Test func `a deputy, a second facilitator and another room each make a visit safer`() {
    var fixture = Fixture()
    fixture.edit(person: "A-nurse") { $0.deputyFor = "A-lead" }
    fixture.addFacilitator()
    fixture.rooms.append(Room(id: "RA2", site: "SA", name: "Room A2", capacity: 5))
    fixture.plan.visits[0].mainstays = [.person("B-lead")]
    #expect(fixture.checker.discrepancies(in: fixture.plan).filter { $0.sentence.contains("hang") } == [])
    // Two leads and the facilitator are three, and find no place in a room for two.
    fixture.rooms[fixture.rooms.count - 1].capacity = 2
    fixture.plan.visits[0].mainstays = [.person("B-lead"), .room("RA")]
    #expect(fixture.checker.discrepancies(in: fixture.plan).filter { $0.sentence.contains("hang") } == [])
  }
}
