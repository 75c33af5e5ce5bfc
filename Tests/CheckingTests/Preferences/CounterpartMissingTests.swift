import Checking
import Domain
import Testing

@Suite struct CounterpartMissingTests {
  @Test func `a role that both teams have and one brings`() {
    var fixture = Fixture()
    fixture.absent("B-nurse")
    #expect(fixture.cost(.counterpartMissing) == 240)
    #expect(
      fixture.explanation(.counterpartMissing)
        == "The visit of Bolton to Airedale on 4 May 2027 brings the nurse specialist of Airedale "
        + "and none of Bolton: 4 h.")
    #expect(fixture.attendanceCost("B-nurse") == 120)
  }

  @Test func `a role that neither brings, or only one has, or is called other`() {
    var fixture = Fixture()
    fixture.absent("B-nurse")
    fixture.absent("A-nurse")
    #expect(fixture.cost(.counterpartMissing) == 0)
    fixture = Fixture()
    fixture.absent("B-nurse")
    fixture.edit(person: "A-nurse") { $0.role = .surgeon }
    #expect(fixture.cost(.counterpartMissing) == 0)
    fixture.edit(person: "A-nurse") { $0.role = .other }
    fixture.edit(person: "B-nurse") { $0.role = .other }
    #expect(fixture.cost(.counterpartMissing) == 0)
  }

  @Test func `a deputy who fills a required role brings it`() {
    var fixture = Fixture()
    fixture.edit(person: "B-nurse") { $0.deputyFor = "B-lead" }
    fixture.absent("B-lead")
    fixture.edit("B-nurse") { $0.isRequired = true }
    #expect(fixture.cost(.counterpartMissing) == 0)
  }

  @Test func `a deputy of a role that is not required does not`() {
    var fixture = Fixture()
    fixture.edit(person: "B-lead") { $0.deputyFor = "B-nurse" }
    fixture.absent("B-nurse")
    #expect(fixture.cost(.counterpartMissing) == 240)
  }
}
