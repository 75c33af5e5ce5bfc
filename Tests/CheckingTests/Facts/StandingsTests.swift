import Domain
import Testing

@testable import Checking

@Suite struct StandingsTests {
  private func result(_ team: TeamID, _ value: Double, _ cases: Double?, period: String? = nil)
    -> IndicatorResult
  {
    IndicatorResult(team: team, indicator: "i1", period: period, value: value, cases: cases)
  }

  private func expect(
    _ results: [IndicatorResult], _ direction: Direction = .higher, are expected: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let standings = Standings.standings(results: results, direction: direction)
    for (result, value) in zip(results, expected) {
      let standing = standings[result.team] ?? .nan
      #expect(abs(standing - value) < 1e-9, "\(result.team) at \(standing)", sourceLocation: sourceLocation)
    }
  }

  /// 0.9 of 20, 0.6 of 40 and 0.75 of 40 cases: pooled 0.72, s² = 0.2016/n; weights 99.2, 198.4, 198.4 of
  /// 496.03 around 0.72 give Q = 6.25, so τ² = 4.25 / (496.03 − 178.57) = 0.0133875. The random-effects mean
  /// is 0.738434, the shrunk values are 0.830602, 0.637862 and 0.746837, and the raw SD is 0.15.
  @Test func `small numbers are shrunk towards the mean`() {
    let results = [result("A", 0.9, 20), result("B", 0.6, 40), result("C", 0.75, 40)]
    expect(results, are: [0.614457831325, -0.670476778911, 0.056018947585])
    expect(results, .lower, are: [-0.614457831325, 0.670476778911, -0.056018947585])
  }

  @Test func `without cases nothing is shrunk`() {
    // ±0.1 over an SD of 0.141421.
    expect([result("A", 0.6, nil), result("B", 0.4, nil)], are: [0.707106781187, -0.707106781187])
  }

  /// One case more or less explains the whole difference, so τ² is not above 0.
  @Test func `teams that differ by chance alone all stand at nought`() {
    expect([result("A", 0.6, 10), result("B", 0.5, 10)], are: [0, 0])
  }

  @Test func `equal teams all stand at nought`() {
    expect([result("A", 1, 10), result("B", 1, 30)], are: [0, 0])
    expect([result("A", 0.3, nil)], are: [0])
  }

  @Test func `the latest period counts`() {
    var fixture = Fixture()
    fixture.results += [
      IndicatorResult(team: "A", indicator: "i1", period: "2026", value: 0.2),
      IndicatorResult(team: "A", indicator: "i1", period: "2025", value: 0.9),
    ]
    // A stands below B on both indicators now and has all to learn.
    #expect(fixture.checker.figures(of: ["A", "B"])?.gains == [Score(units: 14142), .zero])
  }

  @Test func `a team without some indicator is compared on the rest`() {
    var fixture = Fixture()
    fixture.results.removeAll { $0.team == "A" && $0.indicator == "i2" }
    #expect(fixture.checker.figures(of: ["A", "B"])?.gains == [.zero, Score(units: 14142)])
    #expect(fixture.checker.figures(of: ["A", "B"])?.levelGap == Score(units: 14142))
  }

  /// A and C gain 0.8660 from B and nothing from each other, B 0.8660 from both. The pairs' scores are 0.8160,
  /// 0.8160 and −0.05: a third of 1.5820 rounded down.
  @Test func `a trio's figures are means`() throws {
    let figures = try #require(Fixture(four: true).checker.figures(of: ["C", "A", "B"]))
    #expect(figures.gains == [Score(units: 4330), Score(units: 8660), Score(units: 4330)])
    #expect(figures.score == Score(units: 5273))
    #expect(figures.levelGap == .zero)
    #expect(figures.commonDates == [9, 9, 9])
  }

  @Test func `a negative score of a trio is rounded down as well`() throws {
    var fixture = Fixture(four: true)
    fixture.results = []
    fixture.settings.pairing.travelWeightPerHour = 0.0001
    fixture.travelTimes[0].minutes = Minutes(120)
    // −1, −1 and −2 units are −4 in all.
    let figures = try #require(fixture.checker.figures(of: ["A", "B", "C"]))
    #expect(figures.score == Score(units: -2))
  }

  @Test func `unknown teams and single ones have no figures`() {
    #expect(Fixture().checker.figures(of: ["A", "Z"]) == nil)
    #expect(Fixture().checker.figures(of: ["A"]) == nil)
  }
}
