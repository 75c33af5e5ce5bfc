import Domain
import Testing

@testable import Reports

@Suite struct PriceWordsTests {
  private func words(_ prices: [PairPrice?]) -> PriceWords {
    var plan = SamplePlan().plan
    for (place, price) in prices.enumerated() { plan.pairs[place].price = price }
    return PriceWords(words: PlanWords(programme: SampleProgramme().complete, plan: plan))
  }

  private func price(_ left: Int, _ worst: Int, _ loss: Int, _ instead: [PairID] = []) -> PairPrice {
    PairPrice(
      teamsLeft: left, worstLoss: Score(units: worst), loss: Score(units: loss), instead: instead)
  }

  private var sentences: (PairPrice) -> String? {
    { price in
      let words = words([price])
      return words.sentence(about: words.words.plan.pairs[0])
    }
  }

  @Test func `what is lost, and what is made instead`() {
    let pairs = SamplePlan().plan.pairs.map(\.id)
    #expect(
      sentences(price(0, 0, 471, [pairs[0]]))
        == "Without this pair the best pairing would score 0.05 SD less in all: instead \(pairs[0]).")
    #expect(
      sentences(price(0, 0, 0, [pairs[0]]))
        == "Without this pair another pairing would be as good: instead \(pairs[0]).")
    #expect(
      sentences(price(0, 0, 12))
        == "Without this pair the best pairing would score 0.0012 SD less in all: nobody pairs otherwise.")
    #expect(
      sentences(price(2, 0, -5_700))
        == "Without this pair the best pairing would leave 2 more teams without a partner and score 0.57 SD more in "
        + "all: nobody pairs otherwise.")
    #expect(
      sentences(price(0, 1_000, 200))
        == "Without this pair the best pairing would have a worst pair that scores 0.10 less and score 0.02 SD less in "
        + "all: nobody pairs otherwise.")
  }

  @Test func `a trio is called one`() throws {
    let words = words([price(0, 0, 471)])
    var trio = words.words.plan.pairs[0]
    trio.teams.append(try #require(TeamID("RWA")))
    #expect(words.sentence(about: trio)?.hasPrefix("Without this trio the best pairing would ") == true)
  }

  @Test func `the runner-up is the pairing that loses least`() {
    let pairs = SamplePlan().plan.pairs.map(\.id)
    #expect(words([nil, nil]).runnerUp == nil)
    #expect(
      words([price(0, 0, 900), price(0, 0, 300, [pairs[0]])]).runnerUp
        == "The next best pairing would score 0.03 SD less in all: \(pairs[0]) instead of \(pairs[1]) and what goes "
        + "with it.")
    #expect(
      words([price(0, 0, 900), price(2, 0, -300)]).runnerUp
        == "The next best pairing would score 0.09 SD less in all.")
  }
}
