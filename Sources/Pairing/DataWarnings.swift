import Domain

/// Says what a reader should know about indicators and teams before trusting the pairs.
struct DataWarnings {
  let standings: Standings
  let eligible: EligibleTeams

  /// Whole sentences, in no order that matters.
  func sentences() -> [String] {
    var sentences: [String] = []
    for position in standings.indicators.indices {
      sentences.append(contentsOf: ofIndicator(position))
    }
    if !eligible.unapproved.isEmpty {
      sentences.append("Not approved and so not paired: \(listed(eligible.unapproved.map(\.text))).")
    }
    if !eligible.controls.isEmpty {
      sentences.append("In the control arm and so not paired: \(listed(eligible.controls.map(\.text))).")
    }
    return sentences
  }

  private func ofIndicator(_ position: Int) -> [String] {
    let name = "Indicator \(standings.indicators[position].id)"
    let results = standings.results[position]
    var sentences: [String] = []
    switch standings.byIndicator[position].information {
    case .informative: break
    case .chance:
      sentences.append(
        "\(name) tells nothing about the teams: they differ no more than chance explains, so all stand at 0.")
    case .alike:
      sentences.append("\(name) tells nothing about the teams: all have the same figure, so all stand at 0.")
    case .absent:
      sentences.append("\(name) has no results, so no teams are compared on it.")
      return sentences
    }

    let missing = eligible.positions.filter { results[$0] == nil }
    if !missing.isEmpty {
      sentences.append("\(name) is missing for \(names(missing)); they are compared on the rest.")
    }
    let uncounted = eligible.positions.filter { team in results[team].map { $0.cases == nil } ?? false }
    if !uncounted.isEmpty {
      sentences.append(
        "\(name) has no number of cases for \(names(uncounted)); their figures are taken as they are, without "
          + "reliability.")
    }
    let caseloads = eligible.positions.filter { results[$0]?.casesAreCaseload ?? false }
    if !caseloads.isEmpty {
      sentences.append(
        "\(name) has a caseload instead of a denominator for \(names(caseloads)); their reliability is at most "
          + "what is shown.")
    }
    let repeated = standings.severalPeriods[position]
    if !repeated.isEmpty {
      sentences.append("\(name) has several periods for \(names(repeated)); the latest is used.")
    }
    return sentences
  }

  private func names(_ teams: [Int]) -> String { listed(teams.map { standings.teams[$0].id.text }) }
}
