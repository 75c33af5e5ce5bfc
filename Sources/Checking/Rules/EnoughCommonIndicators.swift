import Domain

/// Partners have figures for at least `min_common_indicators` indicators in common.
enum EnoughCommonIndicators: RuleCheck {
  static let rule = Rule.enoughCommonIndicators

  static func findings(in examination: Examination) -> [Finding] {
    let indicators = examination.facts.settings.pairing.indicators.map(\.id)
    let least = min(examination.facts.settings.pairing.minCommonIndicators, indicators.count)
    let standings = examination.facts.standings
    return examination.freeEdges.compactMap { group, edge in
      let shared = indicators.filter { indicator in
        [edge.0, edge.1].allSatisfy { standings.standing(of: $0, on: indicator) != nil }
      }
      guard shared.count < least else { return nil }
      return finding(
        group, in: examination,
        "\(examination.names(edge)) both have figures for \(Words.count(shared.count, "indicator")); "
          + "the least is \(least).")
    }
  }
}
