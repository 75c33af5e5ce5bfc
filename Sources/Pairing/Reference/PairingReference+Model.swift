public import Algebra
import Domain

extension PairingReference {
  /// The model with the rows of models/pairing.mod, by the same names.
  public func model() throws(AlgebraError) -> Model {
    var model = Model("pairing of \(problem.programme.settings.id), see models/pairing.mod")
    var x: [Variable] = []
    for candidate in candidates { x.append(try model.addBinary(name("x", candidate))) }
    var y: [Variable] = []
    for trio in trios { y.append(try model.addBinary(name("y", trio))) }
    var alone: [Variable] = []
    for team in problem.teams {
      alone.append(try model.addBinary(MathProgSymbol.name("alone", [.text(team.id.text)])))
    }

    var cost = LinearAccumulator()
    for (candidate, variable) in zip(candidates, x) { cost.add(Term(-candidate.score, variable)) }
    for (trio, variable) in zip(trios, y) { cost.add(Term(-trio.figures.score.units, variable)) }
    for (team, variable) in zip(problem.teams.indices, alone) where isEligible[team] {
      cost.add(Term(unpairedPrice, variable))
    }
    try model.minimise(cost.expression())

    try addTeamRows(x, y, alone, to: &model)
    try addPairRows(x, to: &model)
    try addTrioRows(y, to: &model)
    if let budget {
      var minutes = LinearAccumulator()
      for (candidate, variable) in zip(candidates, x) where !candidate.isForced {
        minutes.add(Term(candidate.figures.travel.count, variable))
      }
      for (trio, variable) in zip(trios, y) where !trio.isForced {
        minutes.add(Term(trio.figures.longest?.travel.count ?? 0, variable))
      }
      let room = max(0, budget.allowed - budget.usedByForced)
      try model.add(
        MathProgSymbol.name("\(Rule.travelLimit.rawValue)_total", [1]), minutes.expression() <= room)
    }
    return model
  }

  private func addTeamRows(
    _ x: [Variable], _ y: [Variable], _ alone: [Variable], to model: inout Model
  ) throws(AlgebraError) {
    var partners = [LinearAccumulator](repeating: LinearAccumulator(), count: problem.teams.count)
    for (candidate, variable) in zip(candidates, x) {
      partners[candidate.figures.a].add(Term(1, variable))
      partners[candidate.figures.b].add(Term(1, variable))
    }
    for (trio, variable) in zip(trios, y) {
      for team in trio.figures.teams { partners[team].add(Term(1, variable)) }
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

  private func addTrioRows(_ y: [Variable], to model: inout Model) throws(AlgebraError) {
    if allowsTrio {
      var made = LinearAccumulator()
      for (trio, variable) in zip(trios, y) where !trio.isForced { made.add(Term(1, variable)) }
      try model.add(
        MathProgSymbol.name("\(OnePartnerPerTeam.rule.rawValue)_trio", [1]), made.expression() <= 1)
    }
    for (trio, variable) in zip(trios, y) {
      if trio.isForced {
        try model.add(name("\(ForcedPair.rule.rawValue)_trio", trio), variable == 1)
        continue
      }
      if trio.dates < problem.settings.minCommonDates {
        try model.add(name("\(EnoughCommonDates.rule.rawValue)_trio", trio), variable == 0)
      }
      if let leastScore, trio.figures.score < leastScore {
        try model.add(name("worst_first_trio", trio), variable == 0)
      }
    }
  }

  private func name(_ family: String, _ trio: TrioCandidate) -> String {
    MathProgSymbol.name(family, trio.figures.teams.map { .text(problem.teams[$0].id.text) })
  }

  private func name(_ family: String, _ candidate: Candidate) -> String {
    MathProgSymbol.name(
      family,
      [
        .text(problem.teams[candidate.figures.a].id.text), .text(problem.teams[candidate.figures.b].id.text),
      ])
  }
}
