import Checking
import Domain
import Testing

@Suite struct KeptApartTests {
  @Test func `partners of one network`() {
    var fixture = Fixture()
    fixture.teams[1].columns["network"] = "NA"
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .keptApart, "A+B", "Airedale and Bolton are to be kept apart: both have network NA.")
      ])
  }

  @Test func `blanks never match`() {
    var fixture = Fixture()
    fixture.teams[0].columns["network"] = nil
    fixture.teams[1].columns["network"] = nil
    #expect(fixture.breaches == [])
  }

  @Test func `a column that is not to be kept apart may be shared`() {
    var fixture = Fixture()
    fixture.teams[1].columns["organisation"] = "OA"
    #expect(fixture.breaches == [])
  }

  @Test func `force overrides`() {
    var fixture = Fixture()
    fixture.teams[1].columns["network"] = "NA"
    fixture.pairRules = [PairRule(teamA: "A", teamB: "B", kind: .force)]
    fixture.plan.pairs[0].isForced = true
    #expect(fixture.breaches == [])
  }
}
