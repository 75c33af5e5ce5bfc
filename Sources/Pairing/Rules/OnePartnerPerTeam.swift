import Domain

/// A team has one partner, or none: the row Σ xₑ + sᵥ = 1 of each node, which `MasterLP` holds.
///
/// sᵥ is how much the team is left alone, at a price so high that no sum of scores is worth leaving out a pair.
struct OnePartnerPerTeam {
  static let rule = Rule.onePartnerPerTeam

  /// The price of a team left alone, in 10⁻⁴ SD, derived from the scores at hand.
  let unpairedPrice: Int

  /// The rule over so many eligible teams and the scores of all pairs they could make.
  init(teamCount: Int, scores: [Score]) {
    unpairedPrice = MatchingProblem.dominatingPenalty(nodeCount: teamCount, weights: scores.map(\.units))
  }
}
