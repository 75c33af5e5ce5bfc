import Domain

/// Every team's figure on one indicator, as pairing uses them: the latest period of each team.
struct AuditFigures {
  /// One team's figure.
  struct Figure {
    var team: TeamID
    var value: Double
    /// `nil` where the number is not known or none.
    var cases: Double?
    /// Whether `cases` is the team's caseload, of which the figure counts a part.
    var isCaseload: Bool
  }

  let indicator: Indicator
  /// Sorted by team.
  let figures: [Figure]
  /// The proportion of all cases together, over the figures whose cases are known; `nil` where none are.
  let pooled: Double?

  /// The figures of `programme` on `indicator`.
  init(of indicator: Indicator, in programme: Programme) {
    self.indicator = indicator
    var latest: [IndicatorResult] = []
    for result in programme.results where result.indicator == indicator.id {
      // Results are sorted by team, indicator and period, so that a later period follows an earlier.
      if latest.last?.team == result.team { latest.removeLast() }
      latest.append(result)
    }
    figures = latest.map { result in
      Figure(
        team: result.team, value: result.value, cases: result.cases.flatMap { $0 >= 1 ? $0 : nil },
        isCaseload: result.casesAreCaseload)
    }
    let counted = figures.compactMap { figure in figure.cases.map { (figure.value, $0) } }
    let all = counted.map { $0.1 }.reduce(0, +)
    pooled = all > 0 ? counted.map { $0.0 * $0.1 }.reduce(0, +) / all : nil
  }

  /// Whether some number of cases is a caseload, so that the limits drawn from it are too narrow.
  var restsOnCaseloads: Bool { figures.contains { $0.cases != nil && $0.isCaseload } }

  /// The team's figure.
  func figure(of team: TeamID) -> Figure? { figures.first { $0.team == team } }

  /// Where a figure lies among the binomial limits around the pooled proportion; `nil` where its cases, or the
  /// limits, are not known.
  func position(of figure: Figure) -> FunnelPosition? {
    guard let pooled, let cases = figure.cases else { return nil }
    let limits = BinomialLimits(proportion: pooled)
    let count = Int(cases.rounded())
    let outer = limits.range(cases: count, tail: BinomialLimits.outerTail)
    if !outer.contains(figure.value) { return .outsideOuter(isHigh: figure.value > outer.upperBound) }
    let inner = limits.range(cases: count, tail: BinomialLimits.innerTail)
    if !inner.contains(figure.value) { return .outsideInner(isHigh: figure.value > inner.upperBound) }
    return .inside
  }
}

/// Where a figure lies in a funnel plot.
enum FunnelPosition: Equatable {
  case inside
  /// Between the 95 % and the 99.8 % limits.
  case outsideInner(isHigh: Bool)
  /// Beyond the 99.8 % limits.
  case outsideOuter(isHigh: Bool)
}
