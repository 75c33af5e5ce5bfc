import Checking
import Domain
import Testing

@Suite struct PersonDayLimitTests {
  @Test func `more visits than days given`() {
    var fixture = Fixture()
    fixture.edit(person: "B-nurse") { $0.maxDays = 2 }
    #expect(fixture.breaches == [])
    fixture.edit(person: "B-nurse") { $0.maxDays = 1 }
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .personDayLimit, "B--A",
          "Nurse, Bolton gives 1 day and is at 2 visits, "
            + "the visit of Airedale to Bolton on 19 May 2027 among them.")
      ])
  }
}
