public import Algebra
import Domain

extension PairingReference {
  /// The model with the rows of models/pairing.mod, by the same names.
  public func model() throws(AlgebraError) -> Model {
    var model = Model("pairing of \(problem.programme.settings.id), see models/pairing.mod")
    var x: [Variable] = []
    for candidate in candidates { x.append(try model.addBinary(name("x", candidate))) }
    var alone: [Variable] = []
    for team in problem.teams {
      alone.append(try model.addBinary(MathProgSymbol.name("alone", [.text(team.id.text)])))
    }

    var cost = LinearAccumulator()
    for (candidate, variable) in zip(candidates, x) { cost.add(Term(-candidate.score, variable)) }
    for (team, variable) in zip(problem.teams.indices, alone) where isEligible[team] {
      cost.add(Term(unpairedPrice, variable))
    }
    try model.minimise(cost.expression())

    try addTeamRows(x, alone, to: &model)
    try addPairRows(x, to: &model)
    if let budget {
      var minutes = LinearAccumulator()
      for (candidate, variable) in zip(candidates, x) where !candidate.isForced {
        minutes.add(Term(candidate.figures.travel.count, variable))
      }
      let room = max(0, budget.allowed - budget.usedByForced)
      try model.add(
        MathProgSymbol.name("\(Rule.travelLimit.rawValue)_total", [1]), minutes.expression() <= room)
    }
    return model
  }

  private func addTeamRows(
    _ x: [Variable], _ alone: [Variable], to model: inout Model
  ) throws(AlgebraError) {
    var partners = [LinearAccumulator](repeating: LinearAccumulator(), count: problem.teams.count)
    for (candidate, variable) in zip(candidates, x) {
      partners[candidate.figures.a].add(Term(1, variable))
      partners[candidate.figures.b].add(Term(1, variable))
    }
    for team in problem.teams.indices {
      let id = MathProgSymbol.text(problem.teams[team].id.text)
      partners[team].add(Term(1, alone[team]))
      try model.add(
        MathProgSymbol.name(OnePartnerPerTeam.rule.rawValue, [id]), partners[team].expression() == 1)
      if !isEligible[team], !isBound[team] {
        try model.add(MathProgSymbol.name(EligibleTeams.rule.rawValue, [id]), alone[team] == 1)
      }
    }
  }

  private func addPairRows(_ x: [Variable], to model: inout Model) throws(AlgebraError) {
    let rules = edgeRules(problem.programme, teams: problem.teams)
    for (candidate, variable) in zip(candidates, x) {
      if candidate.isForced {
        try model.add(name(ForcedPair.rule.rawValue, candidate), variable == 1)
        continue
      }
      for rule in rules where !rule.admits(candidate.figures) {
        try model.add(name(type(of: rule).rule.rawValue, candidate), variable == 0)
      }
      if let leastScore, candidate.score < leastScore.units {
        try model.add(name("worst_first", candidate), variable == 0)
      }
    }
  }

  private func name(_ family: String, _ candidate: Candidate) -> String {
    MathProgSymbol.name(
      family,
      [
        .text(problem.teams[candidate.figures.a].id.text), .text(problem.teams[candidate.figures.b].id.text),
      ])
  }
}
