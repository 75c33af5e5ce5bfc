import Domain

/// pairs.csv: the pairs and the figures that speak for them.
struct PairsTable {
  /// The file.
  let file: ReportFile

  private static let header = [
    "pair_id", "team_a", "team_b", "team_c", "score", "gain_a", "gain_b", "gain_c", "level_gap",
    "travel_minutes", "common_dates", "reliability", "travel_estimated", "forced",
  ]

  /// The pairs of `plan`.
  init(plan: Plan) {
    file = ReportFile(table: "pairs.csv", header: Self.header, rows: plan.pairs.map(Self.row))
  }

  private static func row(_ pair: Pair) -> [String?] {
    let teams = (0..<3).map { pair.teams.indices.contains($0) ? pair.teams[$0].text : nil }
    let gains = (0..<3).map { pair.gains.indices.contains($0) ? pair.gains[$0].description : nil }
    return [pair.id.text] + teams + [pair.score.description] + gains + [
      pair.levelGap.description, String(pair.travel.count), pair.commonDates.min().map(String.init),
      pair.reliability.flatMap { Figures.decimal($0, places: 4) }, Cells.word(pair.travelIsEstimated),
      Cells.word(pair.isForced),
    ]
  }
}
