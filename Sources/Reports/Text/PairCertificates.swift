import Domain

/// A certificate for each pair: what each side can learn from the other, indicator by indicator, and how much
/// the figures can be relied on.
struct PairCertificates {
  let words: PlanWords

  /// Writes the certificates.
  func write(on page: inout TextPage) {
    guard !words.plan.pairs.isEmpty else { return }
    page.heading("WHAT EACH TEAM CAN LEARN")
    page.paragraph(
      "A standing is how many standard deviations a team lies above (+) or below (-) the middle of all teams,"
        + " after allowing for chance; more is better on every indicator. ? marks a figure that rests on too few"
        + " cases.", lead: "  ")
    for pair in words.plan.pairs { write(pair, on: &page) }
  }

  private func write(_ pair: Pair, on page: inout TextPage) {
    page.gap()
    page.paragraph("\(pair.id): \(Figures.list(words.names(pair.teams)))", lead: "  ")
    if !pair.comparisons.isEmpty { page.table(table(of: pair)) }
    for sentence in sentences(about: pair) { page.paragraph(sentence, lead: "  ") }
  }

  private func table(of pair: Pair) -> TextTable {
    let columns: [TextTable.Column] =
      [.words("Indicator")] + pair.teams.map { .numbers(shortened(words.name($0))) } + [.words("Ahead")]
    let rows = pair.comparisons.map { comparison in
      [words.label(of: comparison.indicator)] + pair.teams.indices.map { figure(of: comparison, at: $0) }
        + [ahead(in: comparison, teams: pair.teams)]
    }
    return TextTable(columns, rows: rows)
  }

  /// A column of numbers is never cut, so its heading must be short.
  private func shortened(_ name: String) -> String {
    let name = name.onOneLine
    return name.count > 20 ? name.prefix(19) + "…" : name
  }

  private func figure(of comparison: Comparison, at team: Int) -> String {
    guard let value = comparison.value(of: team), let standing = comparison.standing(of: team) else {
      return "no figure"
    }
    return "\(comparison.isWeak(of: team) ? "?" : "")\(Figures.percent(value)) \(Figures.signed(standing))"
  }

  private func ahead(in comparison: Comparison, teams: [TeamID]) -> String {
    let known = teams.indices.compactMap { team in
      comparison.standing(of: team).map { (team: team, standing: $0) }
    }
    guard known.count > 1, let best = known.map(\.standing).max() else { return "not compared" }
    let leaders = known.filter { best - $0.standing < Comparison.leastLead }
    return leaders.count == known.count ? "level" : Figures.list(leaders.map { words.name(teams[$0.team]) })
  }

  /// What each can learn most about, how far the figures can be relied on, and what is missing.
  func sentences(about pair: Pair) -> [String] {
    let lessons = pair.teams.indices.map { lesson(for: $0, in: pair) }
    return [lessons.joined(separator: " "), reliability(of: pair)] + missing(in: pair)
      + [PriceWords(words: words).sentence(about: pair)].compactMap { $0 }
  }

  /// What a team can learn most about, and from whom: the indicator on which a partner is furthest ahead.
  private func lesson(for team: Int, in pair: Pair) -> String {
    let name = words.name(pair.teams[team])
    var best: (lead: Double, comparison: Comparison, partner: Int)?
    for comparison in pair.comparisons {
      guard let own = comparison.standing(of: team) else { continue }
      for partner in pair.teams.indices where partner != team {
        guard let other = comparison.standing(of: partner), other - own >= Comparison.leastLead else {
          continue
        }
        if other - own > best?.lead ?? 0 { best = (other - own, comparison, partner) }
      }
    }
    let partners = Figures.list(pair.teams.indices.filter { $0 != team }.map { words.name(pair.teams[$0]) })
    guard let best, let there = best.comparison.value(of: best.partner),
      let here = best.comparison.value(of: team)
    else { return "\(name) is behind \(partners) on none of the indicators compared." }
    let indicator = words.programme.settings.pairing.indicators.first { $0.id == best.comparison.indicator }
    let direction = indicator?.direction == .lower ? ", where lower is better" : ""
    return "\(name) can learn most from \(words.name(pair.teams[best.partner])) about "
      + "\"\(words.label(of: best.comparison.indicator))\": \(Figures.percent(there)) there, "
      + "\(Figures.percent(here)) at home\(direction)."
  }

  private func reliability(of pair: Pair) -> String {
    guard let least = pair.reliability, let text = Figures.decimal(least, places: 2) else {
      return "How many cases the figures rest on is not known, so how reliable they are cannot be said."
    }
    let isUpperBound = words.programme.results.contains {
      $0.casesAreCaseload && pair.teams.contains($0.team)
    }
    let most = isUpperBound ? "at most " : ""
    if least < Comparison.tooFewCases {
      return
        "The least reliable figure has a reliability of \(most)\(text): it rests on too few cases to tell"
        + " these teams apart, and should be read with care."
    }
    return "The least reliable figure has a reliability of \(most)\(text), which is enough to compare on."
  }

  private func missing(in pair: Pair) -> [String] {
    pair.teams.indices.compactMap { team in
      let absent = pair.comparisons.filter { $0.standing(of: team) == nil }.map {
        words.label(of: $0.indicator)
      }
      guard !absent.isEmpty else { return nil }
      return "\(words.name(pair.teams[team])) has no figure for \(Figures.list(absent));"
        + " the teams are compared on the rest."
    }
  }
}
