public import Domain

/// The figures of models/pairing.mod for one programme: any two teams with what rules and the score ask about them.
///
/// `model()` is the whole model at once, `data` the same for a MathProg translator. The optimum of either is that
/// of `PairingProblem.solve` to the unit: minus the scores in 10⁻⁴ SD plus the cost of the unpaired.
public struct PairingReference: Sendable {
  let problem: PairingProblem
  let candidates: [Candidate]
  /// By team, whether it may be paired.
  let isEligible: [Bool]
  /// By team, whether a force or a settled visit has given it its partner.
  let isBound: [Bool]
  let unpairedPrice: Int
  /// What pairs that are not forced may travel in all, and what forced ones do; `nil` without a budget.
  let budget: TravelBudget?
  let leastScore: Score?

  /// Two teams, one of which comes before the other by id.
  struct Candidate: Sendable {
    let figures: PairFigures
    /// 0 where the weights make it no number, which only a pair that is ruled out may have.
    let score: Int
    /// Whether pair_rules.csv forces it, or a fixed or published visit has settled it.
    let isForced: Bool
  }

  /// The figures of `problem`; under `fairness: worst_first` with the proven smallest score as `leastScore`.
  ///
  /// Refuses what `PairingProblem.solve` refuses.
  public init(_ problem: PairingProblem, leastScore: Score?) throws(PairingRefusal) {
    let eligible = EligibleTeams(problem.teams)
    let given = try GivenPairs(problem)
    let gains = Gains(Standings(programme: problem.programme, teams: problem.teams))
    let teams = problem.teams.indices
    let edges = try Edges(
      problem, nodes: eligible.positions.filter { !given.isTaken[$0] }, gains: gains,
      rules: edgeRules(problem.programme, teams: problem.teams))
    let forcedFigures = given.pairs.map { problem.figures($0.a, $0.b, gains) }
    var forcedScores: [Score] = []
    for pair in forcedFigures { forcedScores.append(try problem.score(pair)) }
    candidates = teams.flatMap { a in
      teams.dropFirst(a + 1).map { b in
        let figures = problem.figures(a, b, gains)
        return Candidate(
          figures: figures, score: figures.score(problem.settings)?.units ?? 0,
          isForced: given.pairs.contains { $0 == (a, b) })
      }
    }
    let positions = Set(eligible.positions)
    isEligible = teams.map(positions.contains)
    isBound = given.isTaken
    unpairedPrice =
      OnePartnerPerTeam(teamCount: eligible.positions.count, scores: edges.scores + forcedScores)
      .unpairedPrice
    budget = TravelBudget(problem.settings, forced: forcedFigures)
    self.problem = problem
    self.leastScore = leastScore
  }
}
