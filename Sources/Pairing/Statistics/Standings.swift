import Domain

/// Where every team of the programme stands on every indicator.
///
/// All teams with a result count towards means and variances, the control arm and teams without approval too:
/// whether a team takes part says nothing about what its figures mean for the others.
struct Standings {
  /// Teams by byte order of their ids.
  let teams: [Team]
  /// In the order of programme.yaml.
  let indicators: [Indicator]
  /// In the order of `indicators`.
  let byIndicator: [IndicatorStanding]
  /// The result used, by indicator and team.
  let results: [[IndicatorResult?]]
  /// Teams, as positions in `teams`, of whose several periods the latest is used, by indicator.
  let severalPeriods: [[Int]]

  /// Standings of `teams`, sorted by id, from the results of `programme`.
  init(programme: Programme, teams: [Team]) {
    self.teams = teams
    indicators = programme.settings.pairing.indicators
    var position: [TeamID: Int] = [:]
    for (index, team) in teams.enumerated() { position[team.id] = index }
    var column: [IndicatorID: Int] = [:]
    for (index, indicator) in indicators.enumerated() { column[indicator.id] = index }

    var used = [[IndicatorResult?]](
      repeating: Array(repeating: nil, count: teams.count), count: indicators.count)
    var isRepeated = [[Bool]](
      repeating: Array(repeating: false, count: teams.count), count: indicators.count)
    for result in programme.results {
      guard let row = position[result.team], let k = column[result.indicator] else { continue }
      if let earlier = used[k][row] {
        isRepeated[k][row] = true
        guard Self.isLater(result.period, than: earlier.period) else { continue }
      }
      used[k][row] = result
    }
    results = used
    severalPeriods = isRepeated.map { flags in flags.indices.filter { flags[$0] } }
    byIndicator = zip(indicators, used).map { indicator, results in
      IndicatorStanding(results: results, direction: indicator.direction)
    }
  }

  /// The order of periods is that of their bytes; a blank one is the earliest.
  private static func isLater(_ period: String?, than other: String?) -> Bool {
    (other ?? "").utf8.lexicographicallyPrecedes((period ?? "").utf8)
  }

  /// Partners side by side, indicator by indicator.
  func comparisons(_ partners: [Int]) -> [Comparison] {
    zip(indicators, byIndicator).map { indicator, standing in
      Comparison(
        indicator: indicator.id, values: partners.map { standing.values[$0] },
        standings: partners.map { standing.standings[$0] },
        reliabilities: partners.map { standing.reliabilities[$0] })
    }
  }

  /// The least known reliability of the figures on which two teams are compared; `nil` where none is known.
  func reliability(_ a: Int, _ b: Int) -> Double? {
    var least: Double?
    for standing in byIndicator where standing.values[a] != nil && standing.values[b] != nil {
      for figure in [standing.reliabilities[a], standing.reliabilities[b]] {
        guard let figure else { continue }
        least = min(least ?? figure, figure)
      }
    }
    return least
  }
}
