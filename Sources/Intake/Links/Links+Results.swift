import Domain

extension Links {
  /// The results that count: of the programme's indicators, the latest period of each team and indicator.
  func linkedResults(_ settings: Settings?) -> [IndicatorResult] {
    for entry in tables.results.entries { teams.check(entry.value.team, at: entry.place(.team), findings) }
    guard let settings else { return [] }
    let used = settings.pairing.indicators.map(\.id)
    reportUnused(used)
    let latest = latest(of: used)
    if !tables.results.isPartial { reportMissing(latest, settings.pairing.indicators) }
    return latest
  }

  private func reportUnused(_ used: [IndicatorID]) {
    var reported = Set(used)
    for entry in tables.results.entries where reported.insert(entry.value.indicator).inserted {
      let id = entry.value.indicator
      let nearest = NearestName.of(id.text, among: used.map(\.text))
      findings.warning(
        at: entry.place(.indicator), "the indicator '\(id)' is not named in programme.yaml and not used",
        nearest.map { "write '\($0)' if that is meant, or name it under pairing.indicators" }
          ?? "name it under pairing.indicators if it is to count")
    }
  }

  private func latest(of used: [IndicatorID]) -> [IndicatorResult] {
    struct Subject: Hashable {
      var team: TeamID
      var indicator: IndicatorID
    }
    let counted = tables.results.entries.filter { used.contains($0.value.indicator) }
    var latest: [Subject: IndicatorResult] = [:]
    for entry in counted {
      let subject = Subject(team: entry.value.team, indicator: entry.value.indicator)
      if let found = latest[subject], IndicatorsTable.precedes(entry.value, found) { continue }
      latest[subject] = entry.value
    }
    for indicator in used {
      let older = counted.filter {
        $0.value.indicator == indicator
          && latest[Subject(team: $0.value.team, indicator: indicator)]?.period != $0.value.period
      }
      guard let first = older.first else { continue }
      findings.warning(
        at: first.place(.period), "the indicator '\(indicator)' has results of several periods",
        "of each team the latest is used and \(older.count.of("row")) not; take older rows away to be sure")
    }
    return latest.values.sorted(by: IndicatorsTable.precedes)
  }

  private func reportMissing(_ results: [IndicatorResult], _ indicators: [Indicator]) {
    guard !indicators.isEmpty else { return }
    let has = Dictionary(grouping: results, by: \.team).mapValues { Set($0.map(\.indicator)) }
    for entry in tables.teams.entries where entry.value.isEligible {
      let missing = indicators.map(\.id).filter { has[entry.value.id]?.contains($0) != true }
      if missing.count == indicators.count {
        findings.error(
          at: entry.place(.team), awaiting: .rows(ofTeam: entry.value.id, in: .indicators),
          "the team '\(entry.value.id)' has no result for any indicator of programme.yaml",
          "add rows to indicators.csv for \(missing.map(\.text).andList), or set approved to no")
      } else if !missing.isEmpty {
        findings.warning(
          at: entry.place(.team),
          "the team '\(entry.value.id)' has no result for \(missing.map(\.text).andList)",
          "add it to indicators.csv; the team is compared on the rest")
      }
    }
  }
}
