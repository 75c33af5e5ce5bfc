import Domain

extension PairingProblem {
  /// What each two teams would score as partners, in 10⁻⁴ SD, and how far one is from the other, in minutes one
  /// way; row by row in the order of `programme.teams`, `nil` and 0 where a rule forbids them or one of them takes
  /// no part.
  ///
  /// The travel budget, which is over all pairs, is not looked at.
  public func partnerFigures() throws(PairingRefusal) -> (scores: [Int?], minutes: [Int]) {
    let count = teams.count
    let eligible = EligibleTeams(teams)
    let gains = Gains(Standings(programme: programme, teams: teams))
    let edges = try Edges(
      self, nodes: eligible.positions, gains: gains, rules: edgeRules(programme, teams: teams))
    let place = programme.teamPositions
    let position = teams.map { place[$0.id] ?? 0 }
    var scores = [Int?](repeating: nil, count: count * count)
    var minutes = [Int](repeating: 0, count: count * count)
    for (figures, score) in zip(edges.figures, edges.scores) {
      let (a, b) = (position[figures.a], position[figures.b])
      scores[a * count + b] = score.units
      scores[b * count + a] = score.units
      minutes[a * count + b] = figures.travel.count
      minutes[b * count + a] = figures.travel.count
    }
    return (scores, minutes)
  }

  /// What the ways of all pairs, one way and of a trio the longest, may add up to, in minutes; `nil` without a budget.
  public var travelBudget: Int? { TravelBudget.minutes(settings) }

  /// Whether three teams, by their places in `programme.teams`, could receive one another's visits on dates enough.
  public func hasTrioDates(_ trio: [Int]) -> Bool {
    let place = trio.compactMap { team in teams.firstIndex { $0.id == programme.teams[team].id } }.sorted()
    return EnoughCommonDates.admits(dates(ofTrio: place, exactly: true), settings)
  }
}
