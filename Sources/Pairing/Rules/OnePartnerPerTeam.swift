import Domain

/// A team has one partner, or none, or is in the one trio of an odd number of teams: the row Σ xₑ + Σ yₜ + sᵥ = 1 of each node, which `MasterLP` holds.
///
/// sᵥ is how much the team is left alone, at a price so high that no sum of scores is worth leaving out a pair.
struct OnePartnerPerTeam {
  static let rule = Rule.onePartnerPerTeam

  /// The price of a team left alone, in 10⁻⁴ SD, derived from the scores at hand.
  let unpairedPrice: Int

  /// The rule over the scores of all partners that could be made, with a trio or without.
  init(_ edges: Edges, given: [PartnerFigures], _ eligible: EligibleTeams, _ pairs: GivenPairs) {
    unpairedPrice = MatchingProblem.dominatingPenalty(
      nodeCount: eligible.positions.count, weights: (edges.scores + given.map(\.score)).map(\.units),
      allowsTrio: pairs.leavesTrio)
  }

  /// Whether one trio may be made: the number of eligible teams is odd and `odd_team` says so.
  static func allowsTrio(_ teams: [Team], _ oddTeam: OddTeam) -> Bool {
    switch oddTeam {
    case .trio: EligibleTeams(teams).positions.count % 2 == 1
    case .leaveOut: false
    }
  }
}
