import Checking
import Domain
import Testing

@Suite struct ForbiddenPairTests {
  @Test func `a forbidden pair`() {
    var fixture = Fixture()
    fixture.pairRules = [PairRule(teamA: "B", teamB: "A", kind: .forbid, reason: "shared lead")]
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .forbiddenPair, "A+B",
          "Airedale and Bolton are paired, which pair_rules.csv forbids (shared lead).")
      ])
  }

  @Test func `previous partners`() {
    var fixture = Fixture()
    fixture.pairRules = [PairRule(teamA: "A", teamB: "B", kind: .previous)]
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .forbiddenPair, "A+B", "Airedale and Bolton are paired although they were partners before.")
      ])
  }

  @Test func `partners of others may be forbidden`() {
    var fixture = Fixture(four: true)
    fixture.pairRules = [PairRule(teamA: "A", teamB: "C", kind: .forbid)]
    #expect(fixture.breaches == [])
  }
}
