import Checking
import Domain
import Testing

@Suite struct ForcedPairTests {
  @Test func `a forced pair that is not made`() {
    var fixture = Fixture(four: true)
    fixture.pairRules = [PairRule(teamA: "A", teamB: "D", kind: .force, reason: "a promise")]
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .forcedPair, "A+D",
          "Airedale and Darwen are not paired, which pair_rules.csv demands (a promise).")
      ])
  }

  @Test func `a forced pair that is made`() {
    var fixture = Fixture()
    fixture.pairRules = [PairRule(teamA: "A", teamB: "B", kind: .force)]
    fixture.plan.pairs[0].isForced = true
    #expect(fixture.breaches == [])
  }

  @Test func `a forced pair that is not called so`() {
    var fixture = Fixture()
    fixture.pairRules = [PairRule(teamA: "A", teamB: "B", kind: .force)]
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .forcedPair, "A+B", "A+B is forced by pair_rules.csv; the plan does not say so.")
      ])
  }

  @Test func `a pair called forced that is not`() {
    var fixture = Fixture()
    fixture.plan.pairs[0].isForced = true
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .forcedPair, "A+B", "A+B is said to be forced; pair_rules.csv does not force it.")
      ])
  }
}
