import Domain

extension PairingProblem {
  /// Pairs the teams: as many pairs as possible, and among those the largest sum of scores.
  ///
  /// Under `fairness: worst_first` the smallest score among unforced pairs comes before the sum. Proven optimal
  /// unless `options.isOver` ends the solve; `quality` says which. Refuses contradictory rules.
  public func solve(_ options: PairingOptions = PairingOptions()) throws(PairingRefusal) -> PairingAnswer {
    let eligible = EligibleTeams(teams)
    let given = try GivenPairs(self)
    let standings = Standings(programme: programme, teams: teams)
    let gains = Gains(standings)
    let rules = edgeRules(programme, teams: teams)

    let edges = try Edges(
      self, nodes: eligible.positions.filter { !given.isTaken[$0] }, gains: gains, rules: rules)
    let began = options.clock()
    let forcedFigures = given.pairs.map { figures($0.a, $0.b, gains) }
    var forcedScores: [Score] = []
    for pair in forcedFigures { forcedScores.append(try score(pair)) }
    let onePartner = OnePartnerPerTeam(
      teamCount: eligible.positions.count, scores: edges.scores + forcedScores)
    let budget = TravelBudget(settings, forced: forcedFigures)
    let problem = edges.matchingProblem(
      unpairedPrice: onePartner.unpairedPrice, sideRows: budget.map { [$0.row(over: edges)] } ?? [])

    let outcome = MatchingOutcome(problem, fairness: settings.fairness, options)
    let seconds = options.clock() - began
    var pairs = zip(forcedFigures, forcedScores).enumerated().map { place, figures in
      pair(figures.0, score: figures.1, standings, isForced: place < given.forcedCount)
    }
    for edge in outcome.matching.taken(in: problem) {
      pairs.append(pair(edges.figures[edge], score: edges.scores[edge], standings, isForced: false))
    }
    pairs.sort { $0.id < $1.id }

    let explanation = UnpairedExplanation(
      problem: self, edges: edges, matching: outcome.matching, matchingProblem: problem, gains: gains,
      rules: rules, eligible: eligible, budget: budget, isProven: outcome.isProven)
    let unpaired = explanation.unpaired()
    let forcedSum = forcedScores.reduce(0) { $0 + $1.units }
    let warnings =
      DataWarnings(standings: standings, eligible: eligible).sentences()
      + settingWarnings(eligible, unpaired, budget, outcome)
    return PairingAnswer(
      pairs: pairs, unpaired: unpaired,
      quality: Quality(
        objective: -outcome.value - forcedSum, bound: -outcome.bound - forcedSum, proof: outcome.proof),
      unpairedPrice: onePartner.unpairedPrice, unpairedCost: unpaired.count * onePartner.unpairedPrice,
      leastScore: outcome.leastWeight.map(Score.init(units:)),
      warnings: warnings.sorted(),
      statistics: PairingStatistics(
        teams: eligible.positions.count, edges: edges.scores.count, rounds: outcome.effort.rounds,
        columns: outcome.effort.columns, cuts: outcome.effort.cuts, searchNodes: outcome.effort.searchNodes,
        seconds: seconds, areTiesSettled: outcome.areTiesSettled))
  }

  private func pair(
    _ figures: PairFigures, score: Score, _ standings: Standings, isForced: Bool
  ) -> Pair {
    Pair(
      teams: [teams[figures.a].id, teams[figures.b].id], score: score,
      gains: [figures.gainOfA, figures.gainOfB], levelGap: figures.levelGap, travel: figures.travel,
      travelIsEstimated: drive(figures.a, figures.b).isEstimated,
      commonDates: [figures.datesAtA, figures.datesAtB],
      reliability: standings.reliability(figures.a, figures.b), isForced: isForced,
      comparisons: standings.comparisons(figures.a, figures.b))
  }

  private func settingWarnings(
    _ eligible: EligibleTeams, _ unpaired: [UnpairedTeam], _ budget: TravelBudget?,
    _ outcome: MatchingOutcome
  ) -> [String] {
    var sentences: [String] = []
    switch settings.oddTeam {
    case .leaveOut: break
    case .trio:
      if eligible.positions.count % 2 == 1, !unpaired.isEmpty {
        sentences.append(
          "The number of teams is odd (\(eligible.positions.count)) and odd_team is trio, but trios are not made "
            + "yet; left out: \(listed(unpaired.map(\.team.text))).")
      }
    }
    if let budget, budget.usedByForced > budget.allowed {
      sentences.append(
        "Forced pairs alone travel \(budget.usedByForced) minutes and the travel budget is \(budget.allowed); "
          + "no other pair that travels is made.")
    }
    if let failure = outcome.effort.failure {
      sentences.append("The solver gave up before the pairing was proven best: \(failure).")
    }
    return sentences
  }
}
