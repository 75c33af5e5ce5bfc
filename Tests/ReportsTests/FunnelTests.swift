import Domain
import Testing

@testable import Reports

struct FunnelTests {
  /// Of ten cases at one half: P(R ≤ 0, 1, 2) = 1/1024, 11/1024, 56/1024. The 2.5 % point is in r = 2:
  /// α = (56/1024 − 0.025) / (45/1024) = 0.675556, so (2 − 0.675556) / 10. The 0.1 % point is in r = 1:
  /// α = (11/1024 − 0.001) / (10/1024) = 0.9976, so 0.0024 / 10.
  ///
  /// Of twenty at a tenth: P(R = 0) = 0.9^20 = 0.121577 is above both tails, so the limit is 0; above, of the
  /// failures at nine tenths: P(R ≤ 14) = 0.011253, P(R ≤ 15) = 0.043174, so r = 15 for 2.5 %.
  @Test(arguments: [
    (10, 0.5, 0.025, 0.1324444, 0.8675556), (10, 0.5, 0.001, 0.00024, 0.99976), (4, 0.5, 0.025, 0, 1),
    (20, 0.1, 0.025, 0, 0.2784652),
  ])
  func `limits as worked out by hand`(cases: Int, proportion: Double, tail: Double, low: Double, high: Double)
  {
    let limits = BinomialLimits(proportion: proportion).range(cases: cases, tail: tail)
    #expect(abs(limits.lowerBound - low) < 1e-5, "\(limits)")
    #expect(abs(limits.upperBound - high) < 1e-5, "\(limits)")
  }

  @Test func `a count is below the limit if and only if so few are too unlikely`() {
    // Every count of forty cases at three tenths, against probabilities summed from Pascal's triangle.
    let (cases, share) = (40, 0.3)
    var row = [1.0]
    for _ in 0..<cases {
      row = zip(row + [0], [0] + row).map { $0 * (1 - share) + $1 * share }
    }
    for tail in [BinomialLimits.innerTail, BinomialLimits.outerTail] {
      let limits = BinomialLimits(proportion: share).range(cases: cases, tail: tail)
      for count in 0...cases {
        let value = Double(count) / Double(cases)
        #expect((value < limits.lowerBound) == (row[0...count].reduce(0, +) < tail))
        #expect((value > limits.upperBound) == (row[count...].reduce(0, +) < tail))
      }
    }
  }

  @Test func `successes and failures give the same picture`() {
    let one = BinomialLimits(proportion: 0.83).range(cases: 57, tail: 0.025)
    let other = BinomialLimits(proportion: 0.17).range(cases: 57, tail: 0.025)
    #expect(abs(one.lowerBound + other.upperBound - 1) < 1e-12)
  }

  @Test func `a million cases are near the normal limits, and no share is no width`() {
    let limits = BinomialLimits(proportion: 0.2).range(cases: 1_000_000, tail: 0.025)
    #expect(abs(limits.lowerBound - (0.2 - 1.959964 * 0.0004)) < 2e-6)
    #expect(BinomialLimits(proportion: 0).range(cases: 50, tail: 0.025) == 0...0)
    #expect(BinomialLimits(proportion: 1).range(cases: 50, tail: 0.025) == 1...1)
  }

  @Test func `the pooled share counts cases, the latest period, and teams with known cases only`() throws {
    var programme = SampleProgramme().complete
    programme.results = [
      IndicatorResult(team: id("RH8"), indicator: id("path_dx"), period: "2025", value: 0.1, cases: 900),
      IndicatorResult(team: id("RH8"), indicator: id("path_dx"), period: "2026", value: 0.9, cases: 100),
      IndicatorResult(team: id("RM3"), indicator: id("path_dx"), period: "2026", value: 0.6, cases: 50),
      IndicatorResult(team: id("RWA"), indicator: id("path_dx"), value: 0.2),
      IndicatorResult(team: id("RXR"), indicator: id("path_dx"), value: 0.3, cases: 0),
    ]
    let audit = AuditFigures(of: programme.settings.pairing.indicators[0], in: programme)
    #expect(audit.figures.map(\.team.text) == ["RH8", "RM3", "RWA", "RXR"])
    #expect(try abs(#require(audit.pooled) - 0.8) < 1e-12)
    #expect(
      audit.figures.map { audit.position(of: $0) } == [
        .outsideInner(isHigh: true), .outsideOuter(isHigh: false), nil, nil,
      ])
  }

  @Test func `a plot labels the teams outside, and says in words who they are`() {
    let programme = SampleProgramme().complete
    let words = PlanWords(programme: programme, plan: SamplePlan().plan)
    let plot = FunnelPlot(
      audit: AuditFigures(of: programme.settings.pairing.indicators[0], in: programme), words: words, id: "f")
    // 906.1 of 1,045 cases, 86.7 %: Liverpool's 95.0 % of 260 lies 3.9 standard deviations above, Hull's 74.4 % of
    // 121 lies 4.0 below, Blackburn's 80.0 % of 160 lies 2.5 below, Exeter's 91.2 % of 204 only 1.9 above.
    #expect(
      FunnelWords(spots: plot.spots, words: words).sentences.prefix(3) == [
        "Above the 99.8% limits: Liverpool.", "Below the 99.8% limits: Hull.",
        "Below the 95% limits only: Blackburn.",
      ], "\(FunnelWords(spots: plot.spots, words: words).sentences)")
    var writer = HTMLWriter()
    writer.write(plot.html)
    for name in ["Liverpool", "Hull", "Blackburn"] { #expect(writer.text.contains(">\(name)</text>")) }
    for name in ["Wythenshawe", "Exeter"] { #expect(!writer.text.contains(">\(name)</text>")) }
    #expect(writer.text.contains(">cases (caseload)</text>"))
    #expect(writer.text.ranges(of: "<polyline").count == 4)
  }

  @Test func `without numbers of cases there is no plot, and the page says why`() {
    var programme = SampleProgramme().complete
    for at in programme.results.indices { programme.results[at].cases = nil }
    let words = PlanWords(programme: programme, plan: SamplePlan().plan)
    let audit = AuditFigures(of: programme.settings.pairing.indicators[0], in: programme)
    #expect(FunnelPlot(audit: audit, words: words, id: "f").html == .none)
    var writer = HTMLWriter()
    writer.write(.group(FunnelSection(words: words).section?.content ?? []))
    #expect(writer.text.contains("How many cases the figures rest on is not known, so there is no funnel."))
  }
}
