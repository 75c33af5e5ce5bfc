import Checking
import Domain
import Testing

@Suite struct VisitorLimitTests {
  @Test func `one visitor too many`() {
    var fixture = Fixture()
    fixture.settings.visits.maxVisitors = 2
    #expect(fixture.breaches == [])
    fixture.settings.visits.maxVisitors = 1
    fixture.absent("A-nurse", visit: 1)
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .visitorLimit, "A--B",
          "2 visitors would come on the visit of Bolton to Airedale on 4 May 2027; the limit is 1.")
      ])
  }

  @Test func `without detail, more visitors needed than may come`() {
    var fixture = Fixture()
    fixture.settings.visits.maxVisitors = 1
    #expect(fixture.handMadeBreaches == [])
    fixture.edit(person: "B-nurse") { $0.attendance = .required }
    #expect(
      fixture.possibilityBreaches == [
        Fixture.breach(
          .visitorLimit, "A--B",
          "At least 2 visitors must come on the visit of Bolton to Airedale on 4 May 2027; the limit is 1.")
      ])
  }
}
