public import Domain

/// Why no pairing is attempted: what is asked contradicts itself, or is not available.
public enum PairingRefusal: Error, Sendable, Equatable {
  /// A matrix does not have teams × teams entries.
  case matrixSize(name: String, expected: Int, actual: Int)
  /// Two teams have one id.
  case duplicateTeam(TeamID)
  /// A drive or a number of dates is below zero.
  case negativeEntry(name: String, PairID)
  /// A pair rule names a team that is not in teams.csv.
  case unknownTeam(TeamID)
  /// A pair rule pairs a team with itself.
  case pairedWithItself(TeamID)
  /// A team is forced into two pairs.
  case forcedTwice(TeamID)
  /// A forced team is not approved or not in the visiting arm.
  case forcedButNotEligible(TeamID)
  /// A pair is forced and forbidden (or was made before).
  case forcedAndForbidden(PairID)
  /// A fixed visit is of a team that has another partner, by another fixed visit or by pair_rules.csv.
  case fixedElsewhere(VisitID, team: TeamID, partner: TeamID)
  /// Three teams are forced together, and no trio, or no second one, is to be made.
  case forcedTrio(PairID)
  /// A whole model is asked for of more teams than trios can be written out for.
  case tooManyForTrios(Int)
  /// A weight makes a pair's score meaninglessly large.
  case scoreOutOfRange(PairID)
}

extension PairingRefusal: CustomStringConvertible {
  /// What is wrong, and what to do, as a sentence for people.
  public var description: String {
    switch self {
    case .matrixSize(let name, let expected, let actual):
      "\(name) has \(actual) entries instead of \(expected); give one for each two teams"
    case .duplicateTeam(let team): "\(team) is listed twice; give each team an id of its own"
    case .negativeEntry(let name, let pair): "\(name) of \(pair) is below zero; give 0 or more"
    case .unknownTeam(let team):
      "pair_rules.csv names \(team), which is no team; add it to teams.csv or remove the rule"
    case .pairedWithItself(let team):
      "pair_rules.csv names \(team) on both sides of a rule; name two teams"
    case .forcedTwice(let team):
      "\(team) is forced into two pairs; a team has one partner, so remove one of the two rules"
    case .forcedButNotEligible(let team):
      "\(team) is forced into a pair but is not approved or not in the visiting arm; change the team or the rule"
    case .forcedAndForbidden(let pair):
      "\(pair) is forced and also forbidden or a previous pair; remove one of the two rules"
    case .fixedElsewhere(let visit, let team, let partner):
      "the visit \(visit) in visits.csv is fixed, but \(team) is the partner of \(partner) by another fixed visit "
        + "or by pair_rules.csv; cancel or unpin one of the two, or remove the rule"
    case .forcedTrio(let trio):
      "\(trio) are forced together; one trio may be made, and only where the number of teams is odd and odd_team is "
        + "trio, so remove a rule"
    case .tooManyForTrios(let teams):
      "the trios of \(teams) teams are too many to write out, \(PairingReference.mostTeamsWithTrios) at most can be; "
        + "export with odd_team: leave_out, or an even number of teams"
    case .scoreOutOfRange(let pair):
      "\(pair) would score beyond 10,000 SD; make level_weight and travel_weight_per_hour smaller"
    }
  }
}
