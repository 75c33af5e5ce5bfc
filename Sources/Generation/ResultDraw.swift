import Domain

/// Each team's results on four audit indicators in the year before today.
///
/// Caseload and proportions follow the quantiles of England's 124 trusts in the National Lung Cancer Audit of
/// 2023 (docs/generation.md), straight lines between them, one value from each of as many equal parts as
/// there are teams, each indicator on its own. With fewer than 12 teams every second indicator turns the
/// order of the one before round, so that each team has something to learn and to show. Denominators are
/// shares of the caseload; numerators are rounded, with no noise added, since the quantiles hold the sampling
/// noise already. 2 % of the results are missing where there are 12 teams or more.
struct ResultDraw {
  private(set) var table = Table(
    "indicators.csv", "team_id", "indicator", "period", "numerator", "denominator", "value", "cases")

  init(teams: [DrawnTeam], seed: UInt64, dates: ProgrammeDates) {
    var source = RandomSource(seed: seed, stream: "results")
    let period = String(dates.today.civil.year - 1)
    let caseloads = Self.caseload.stratified(teams.count, &source)
    var columns: [[Int]] = []
    for indicator in DrawnIndicator.all {
      let values = indicator.curve.stratified(teams.count, &source)
      if teams.count < 12, columns.count % 2 == 1, let before = columns.last {
        columns.append(Self.reversed(values, against: before))
      } else {
        columns.append(values)
      }
    }
    for (index, team) in teams.enumerated() {
      for (indicator, column) in zip(DrawnIndicator.all, columns) {
        let isMissing = source.chance(perMille: 20) && teams.count >= 12
        if isMissing { continue }
        let denominator = max(10, (caseloads[index] * indicator.casesPerMille + 500) / 1000)
        let numerator = (column[index] * denominator + 5000) / 10_000
        table.add(team.id, indicator.id, period, "\(numerator)", "\(denominator)")
      }
    }
  }

  /// `values` handed out so that the best goes where `before` has its worst.
  private static func reversed(_ values: [Int], against before: [Int]) -> [Int] {
    let order = before.indices.sorted { (before[$0], $0) < (before[$1], $1) }
    var result = values
    for (index, value) in zip(order, values.sorted(by: >)) { result[index] = value }
    return result
  }

  private static let caseload = QuantileCurve(
    (0, 60), (50, 113), (100, 133), (250, 198), (500, 274), (750, 395), (900, 502), (950, 565), (1000, 883))
}

/// An indicator of the National Lung Cancer Audit.
struct DrawnIndicator: Sendable {
  let id: String
  let label: String
  /// Proportions in ten-thousandths.
  let curve: QuantileCurve
  /// The share of the caseload that it counts, out of 1000.
  let casesPerMille: Int

  static let all = [
    DrawnIndicator(
      id: "path_dx_ps01", label: "Pathological diagnosis, fit patients",
      curve: QuantileCurve(
        (0, 780), (25, 3570), (50, 5450), (100, 7020), (250, 8160), (500, 8700), (750, 9220), (900, 9600),
        (950, 9890), (975, 10_000), (1000, 10_000)),
      casesPerMille: 350),
    DrawnIndicator(
      id: "nsclc_resection_adj", label: "Surgical resection",
      curve: QuantileCurve(
        (0, 580), (25, 1250), (50, 1270), (100, 1550), (250, 1770), (500, 2070), (750, 2300), (900, 2650),
        (950, 2980), (975, 3590), (1000, 5890)),
      casesPerMille: 930),
    DrawnIndicator(
      id: "sact_IIIB_IV", label: "Drug treatment, advanced disease",
      curve: QuantileCurve(
        (0, 2310), (25, 4290), (50, 4550), (100, 4880), (250, 5560), (500, 6360), (750, 7060), (900, 7690),
        (950, 8120), (975, 8240), (1000, 8570)),
      casesPerMille: 220),
    DrawnIndicator(
      id: "seen_by_lcns", label: "Seen by a nurse specialist",
      curve: QuantileCurve(
        (0, 6200), (25, 7360), (50, 7950), (100, 8520), (250, 9080), (500, 9470), (750, 9810), (900, 9960),
        (950, 10_000), (1000, 10_000)),
      casesPerMille: 900),
  ]
}
