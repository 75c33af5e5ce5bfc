import Domain

extension Examination {
  /// The two-team pairs of all groups that are not forced, each with its group.
  var freeEdges: [(group: Group, edge: (TeamID, TeamID))] {
    groups.flatMap { group in group.edges.filter { !isForced($0) }.map { (group, $0) } }
  }

  /// Whether pair_rules.csv forces two teams together.
  func isForced(_ edge: (TeamID, TeamID)) -> Bool {
    facts.programme.pairRules.contains {
      $0.kind == .force && PairID([$0.teamA, $0.teamB]) == PairID([edge.0, edge.1])
    }
  }

  /// Two teams in words.
  func names(_ edge: (TeamID, TeamID)) -> String {
    "\(facts.register.name(of: edge.0)) and \(facts.register.name(of: edge.1))"
  }

  /// Each pair of a plan as stated, beside the figures worked out again.
  var statedFigures: [(group: Group, stated: Pair, figures: StandingFigures)] {
    (pairs ?? []).compactMap { pair in
      StandingFigures(of: pair.teams, facts: facts).map { (Group(teams: pair.teams.sorted()), pair, $0) }
    }
  }
}
