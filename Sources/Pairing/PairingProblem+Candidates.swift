import Domain

extension PairingProblem {
  /// What each two teams would score as partners, in 10⁻⁴ SD, row by row in the order of `programme.teams`; `nil`
  /// where a rule forbids them or one of them takes no part.
  ///
  /// The travel budget, which is over all pairs, is not looked at.
  public func partnerScores() throws(PairingRefusal) -> [Int?] {
    let count = teams.count
    let eligible = EligibleTeams(teams)
    let gains = Gains(Standings(programme: programme, teams: teams))
    let edges = try Edges(
      self, nodes: eligible.positions, gains: gains, rules: edgeRules(programme, teams: teams))
    let place = programme.teamPositions
    let position = teams.map { place[$0.id] ?? 0 }
    var scores = [Int?](repeating: nil, count: count * count)
    for (figures, score) in zip(edges.figures, edges.scores) {
      let (a, b) = (position[figures.a], position[figures.b])
      scores[a * count + b] = score.units
      scores[b * count + a] = score.units
    }
    return scores
  }

  /// Whether three teams, by their places in `programme.teams`, could receive one another's visits on dates enough.
  public func hasTrioDates(_ trio: [Int]) -> Bool {
    let place = trio.compactMap { team in teams.firstIndex { $0.id == programme.teams[team].id } }.sorted()
    return EnoughCommonDates.admits(dates(ofTrio: place, exactly: true), settings)
  }
}
