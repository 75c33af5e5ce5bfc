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
    var givenFigures: [PartnerFigures] = []
    for group in given.groups { givenFigures.append(try PartnerFigures(group, in: self, gains)) }
    let onePartner = OnePartnerPerTeam(edges, given: givenFigures, eligible, given)
    let budget = TravelBudget(settings, forced: givenFigures)
    let problem = edges.matchingProblem(
      unpairedPrice: onePartner.unpairedPrice, sideRows: budget.map { [$0.row(over: edges)] } ?? [],
      admitsTrio: given.leavesTrio ? { admits($0, among: edges.nodes, exactly: false) } : nil)

    let (outcome, short, solved) = matching(problem, edges, options)
    let seconds = options.clock() - began
    var pairs = givenFigures.enumerated().map { place, figures in
      pair(figures, standings, isForced: place < given.forcedCount)
    }
    for edge in outcome.matching.taken(in: problem) {
      let figures = try PartnerFigures([edges.figures[edge].a, edges.figures[edge].b], in: self, gains)
      pairs.append(pair(figures, standings, isForced: false))
    }
    if let trio = outcome.matching.trio {
      let figures = try PartnerFigures(trio.nodes.map { edges.nodes[$0] }, in: self, gains)
      pairs.append(pair(figures, standings, isForced: false))
    }
    pairs.sort { $0.id < $1.id }
    let explanation = UnpairedExplanation(
      problem: self, edges: edges, matching: outcome.matching, matchingProblem: problem, gains: gains,
      rules: rules, eligible: eligible, budget: budget, isProven: outcome.isProven, isOver: options.isOver)
    let unpaired = explanation.unpaired()
    if options.pricesPairs, outcome.isProven {
      price(&pairs, by: outcome, of: solved, edges, gains, isOver: options.isOver)
    }
    let forcedSum = givenFigures.reduce(0) { $0 + $1.score.units }
    let warnings =
      DataWarnings(standings: standings, eligible: eligible).sentences()
      + settingWarnings(budget, outcome)
    return PairingAnswer(
      pairs: pairs, unpaired: unpaired,
      quality: Quality(
        objective: -outcome.value - forcedSum, bound: -outcome.bound - forcedSum, proof: outcome.proof),
      unpairedPrice: onePartner.unpairedPrice, unpairedCost: unpaired.count * onePartner.unpairedPrice,
      dualProof: dualProof(outcome, edges, budget),
      leastScore: outcome.leastWeight.map(Score.init(units:)), triosShortOfDates: short,
      warnings: warnings.sorted(),
      statistics: PairingStatistics(
        teams: eligible.positions.count, edges: edges.scores.count, rounds: outcome.effort.rounds,
        columns: outcome.effort.columns, cuts: outcome.effort.cuts, searchNodes: outcome.effort.searchNodes,
        seconds: seconds, areTiesSettled: outcome.areTiesSettled))
  }

  /// The best matching whose trio, if any, has dates enough.
  ///
  /// Exact dates of a trio take long, so they are asked for only of one that would be made; where there are too few,
  /// it is made no more.
  private func matching(
    _ problem: MatchingProblem, _ edges: Edges, _ options: PairingOptions
  ) -> (outcome: MatchingOutcome, triosShortOfDates: [PairID], solved: MatchingProblem) {
    var problem = problem
    var short: [PairID] = []
    var outcome = MatchingOutcome(problem, fairness: settings.fairness, options)
    while let trio = outcome.matching.trio, !admits(trio, among: edges.nodes, exactly: true) {
      short.append(PairID(trio.nodes.map { teams[edges.nodes[$0]].id }))
      problem.trios = problem.trios?.excluding(trio)
      outcome = MatchingOutcome(problem, fairness: settings.fairness, options)
    }
    return (outcome, short.sorted(), problem)
  }

  /// The certificate in terms of teams, where it alone proves the matching.
  private func dualProof(_ outcome: MatchingOutcome, _ edges: Edges, _ budget: TravelBudget?) -> DualProof? {
    guard outcome.isProven, outcome.proof == .dual, let certificate = outcome.certificate else { return nil }
    func team(_ node: Int) -> TeamID { teams[edges.nodes[node]].id }
    return DualProof(
      shift: certificate.shift,
      teams: certificate.nodePrices.enumerated().map { .init(team: team($0), price: $1) },
      oddSets: zip(certificate.oddSets, certificate.oddSetPrices).map { set, price in
        .init(teams: set.members.map { team(Int($0)) }, price: price)
      },
      budgetPrice: budget == nil ? nil : certificate.rowPrices.first ?? 0, trioPrice: certificate.trioPrice)
  }

  /// Puts a price on each pair that was for choice.
  private func price(
    _ pairs: inout [Pair], by outcome: MatchingOutcome, of problem: MatchingProblem, _ edges: Edges,
    _ gains: Gains, isOver: @escaping () -> Bool
  ) {
    func id(_ nodes: [Int]) -> PairID { PairID(nodes.map { teams[edges.nodes[$0]].id }) }
    let made = Set(pairs.map(\.id))
    let alternatives = Alternatives(
      to: outcome, of: problem, fairness: settings.fairness, isOver: isOver,
      admits: { admits($0, among: edges.nodes, exactly: true) })
    func alone(_ partners: [[Int]]) -> Int { problem.nodeCount - partners.reduce(0) { $0 + $1.count } }
    let aloneNow = alone(outcome.matching.partners(in: problem))
    for alternative in alternatives.found {
      let part: [Int] =
        switch alternative.part {
        case .edge(let edge): [Int(problem.tails[edge]), Int(problem.heads[edge])]
        case .trio(let trio): trio.nodes
        }
      guard let place = pairs.firstIndex(where: { $0.id == id(part) }) else { continue }
      let left = alone(alternative.partners) - aloneNow
      let worst = (outcome.leastWeight ?? 0) - (alternative.leastWeight ?? outcome.leastWeight ?? 0)
      pairs[place].price = PairPrice(
        teamsLeft: left, worstLoss: Score(units: worst),
        loss: Score(units: outcome.value - alternative.value - left * problem.penalty),
        instead: alternative.partners.map(id).filter { !made.contains($0) }.sorted())
    }
  }

  /// Whether the legs of a trio of `nodes` have dates enough, or may have, unless asked `exactly`.
  func admits(_ trio: Trio, among nodes: [Int], exactly: Bool) -> Bool {
    EnoughCommonDates.admits(dates(ofTrio: trio.nodes.map { nodes[$0] }, exactly: exactly), settings)
  }

  private func pair(_ figures: PartnerFigures, _ standings: Standings, isForced: Bool) -> Pair {
    Pair(
      teams: figures.teams.map { teams[$0].id }, score: figures.score, gains: figures.gains,
      levelGap: figures.levelGap, travel: figures.longest?.travel ?? .zero,
      travelIsEstimated: figures.longest.map { drive($0.a, $0.b).isEstimated } ?? false,
      commonDates: figures.teams.count == 2
        ? figures.pairDates : dates(ofTrio: figures.teams, exactly: true),
      reliability: figures.edges.compactMap { standings.reliability($0.a, $0.b) }.min(), isForced: isForced,
      comparisons: standings.comparisons(figures.teams))
  }

  private func settingWarnings(_ budget: TravelBudget?, _ outcome: MatchingOutcome) -> [String] {
    var sentences: [String] = []
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
