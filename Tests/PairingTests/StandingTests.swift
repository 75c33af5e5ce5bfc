import Domain
import Testing

@testable import Pairing

@Suite struct StandingTests {
  private func result(_ value: Double, _ cases: Double?) throws -> IndicatorResult {
    IndicatorResult(
      team: try #require(TeamID("A")), indicator: try #require(IndicatorID("k")), value: value, cases: cases)
  }

  private func isNear(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-9 } ?? false }

  @Test func threeTeamsOfAHundredCases() throws {
    // p̄ = 0.5, s² = 0.25/100 = 0.0025, Q = (0.09 + 0 + 0.09)/0.0025 = 72,
    // τ² = (72 − 2)/(1200 − 400) = 0.0875, reliability = 0.0875/0.09, SD = 0.3.
    let standing = IndicatorStanding(
      results: [try result(0.2, 100), try result(0.5, 100), try result(0.8, 100)], direction: .higher)
    #expect(standing.information == .informative)
    #expect(isNear(standing.reliabilities[0], 0.0875 / 0.09))
    #expect(isNear(standing.standings[0], -0.0875 / 0.09))
    #expect(isNear(standing.standings[1], 0))
    #expect(isNear(standing.standings[2], 0.0875 / 0.09))
  }

  @Test func twoTeamsOfDifferentSize() throws {
    // p̄ = 280/400 = 0.7, s² = 0.21/100 and 0.21/300, Q = 0.09/0.0021 + 0.01/0.0007 = 400/7,
    // τ² = (400/7 − 1)/(5000/7) = 0.0786, μ = (0.4·0.0793 + 0.8·0.0807)/0.16 = 0.60175.
    let model = try #require(BetweenTeams(proportions: [0.4, 0.8], cases: [100, 300]))
    #expect(isNear(model.variance, 0.0786))
    #expect(isNear(model.mean, 0.60175))
    #expect(isNear(model.reliability(cases: 100), 0.0786 / 0.0807))
    #expect(isNear(model.shrink(0.4, cases: 100), (0.4 * 0.0786 + 0.60175 * 0.0021) / 0.0807))
  }

  @Test func lowerIsBetterTurnsTheSign() throws {
    let results = [try result(0.1, nil), try result(0.3, nil)]
    let higher = IndicatorStanding(results: results, direction: .higher)
    let lower = IndicatorStanding(results: results, direction: .lower)
    // The SD of 0.1 and 0.3 is √0.02, each 0.1 from the mean: ±√½.
    #expect(isNear(higher.standings[1], 0.5.squareRoot()))
    #expect(isNear(lower.standings[1], -(0.5.squareRoot())))
    #expect(higher.reliabilities == [nil, nil])
  }

  @Test func differencesNoGreaterThanChanceSayNothing() throws {
    let standing = IndicatorStanding(
      results: [try result(0.5, 10), try result(0.52, 10), nil], direction: .higher)
    #expect(standing.information == .chance)
    #expect(standing.standings == [0, 0, nil])
    #expect(standing.reliabilities == [0, 0, nil])
  }

  @Test(arguments: [0.0, 0.4, 1.0])
  func equalFiguresSayNothing(value: Double) throws {
    let standing = IndicatorStanding(
      results: [try result(value, 10), try result(value, 90)], direction: .higher)
    #expect(standing.information == .alike)
    #expect(standing.standings == [0, 0])
  }

  @Test func aTeamAtExactlyOneIsShrunkLikeAnyOther() throws {
    let standing = IndicatorStanding(
      results: [try result(1, 4), try result(0.6, 200), try result(0.8, 200), try result(0.4, 200)],
      direction: .higher)
    let reliability = try #require(standing.reliabilities[0])
    #expect(reliability > 0 && reliability < 0.9)
  }

  @Test func aFigureWithoutCasesCountsAsItIs() throws {
    // τ² = 0.0875 of the three with cases; the fourth stays at 0.5, the centre of all four.
    let standing = IndicatorStanding(
      results: [try result(0.2, 100), try result(0.5, 100), try result(0.8, 100), try result(0.5, nil)],
      direction: .higher)
    #expect(isNear(standing.standings[3], 0))
    #expect(standing.reliabilities[3] == nil)
    #expect(standing.reliabilities[0] != nil)
  }

  @Test func noTeamAtAllIsAbsent() {
    let standing = IndicatorStanding(results: [nil, nil], direction: .higher)
    #expect(standing.information == .absent)
    #expect(standing.standings == [nil, nil])
  }

  @Test func shrinkingStaysBetweenTheRawFigureAndTheMean() throws {
    for seed in 0..<500 {
      var random = RandomSource(seed: seed)
      let count = 2 + random.below(12)
      let cases = (0..<count).map { _ in Double(1 + random.below(300)) }
      let proportions = cases.map { Double(random.below(Int($0) + 1)) / $0 }
      let model = try #require(BetweenTeams(proportions: proportions, cases: cases))
      #expect(model.variance >= 0, "seed \(seed)")
      for (proportion, count) in zip(proportions, cases) {
        let shrunk = model.shrink(proportion, cases: count)
        #expect(shrunk >= min(proportion, model.mean) - 1e-12, "seed \(seed)")
        #expect(shrunk <= max(proportion, model.mean) + 1e-12, "seed \(seed)")
        #expect((0...1).contains(model.reliability(cases: count)), "seed \(seed)")
        #expect(model.reliability(cases: count) <= model.reliability(cases: count + 1), "seed \(seed)")
      }
    }
  }
}
