import Domain

/// What a reader should know about the periods of the figures: of several, only the latest is used.
struct PeriodWarnings {
  /// A sentence for each indicator of which some paired team has several periods, in the programme's order.
  let sentences: [String]

  /// The warnings for the plan's pairs.
  init(of programme: Programme, in plan: Plan) {
    let paired = Set(plan.pairs.flatMap(\.teams))
    sentences = programme.settings.pairing.indicators.compactMap { indicator in
      let results = programme.results.filter { $0.indicator == indicator.id && paired.contains($0.team) }
      let teams = programme.teams.map(\.id).filter { team in results.count { $0.team == team } > 1 }
      guard !teams.isEmpty else { return nil }
      return "\(indicator.label): several periods are given for "
        + "\(teams.count <= 5 ? Figures.list(teams.map(\.text)) : Figures.count(teams.count, "team"));"
        + " of each the latest is used."
    }
  }
}
