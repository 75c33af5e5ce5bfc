import Domain

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
  /// Trios that are forced or settled, then those of which one may be made; sorted by team.
  let trios: [TrioCandidate]
  /// Whether the matching may make a trio.
  let allowsTrio: Bool

  /// Three teams, ascending by id, that might be partners.
  struct TrioCandidate: Sendable {
    let figures: PartnerFigures
    let isForced: Bool
    /// On how many days the leg with the fewest can take place, or a greater number where that is enough already.
    let dates: Int
  }

  /// Two teams, one of which comes before the other by id.
  struct Candidate: Sendable {
    let figures: PairFigures
    /// 0 where the weights make it no number, which only a pair that is ruled out may have.
    let score: Int
    /// Whether pair_rules.csv forces it, or a fixed or published visit has settled it.
    let isForced: Bool
  }

  /// Teams up to which trios are written out: there are a sixth of the cube of their number.
  public static let mostTeamsWithTrios = 120

  /// The figures of `problem`, of which `answer` is the proven answer: it has the smallest score under `fairness:
  /// worst_first`, and knows the trios that turned out to have too few dates. Without either none is needed.
  ///
  /// Refuses what `PairingProblem.solve` refuses, and more than `mostTeamsWithTrios` teams where a trio may be made.
  public init(_ problem: PairingProblem, answer: PairingAnswer?) throws(PairingRefusal) {
    let eligible = EligibleTeams(problem.teams)
    let given = try GivenPairs(problem)
    let gains = Gains(Standings(programme: problem.programme, teams: problem.teams))
    let teams = problem.teams.indices
    let edges = try Edges(
      problem, nodes: eligible.positions.filter { !given.isTaken[$0] }, gains: gains,
      rules: edgeRules(problem.programme, teams: problem.teams))
    var givenFigures: [PartnerFigures] = []
    for group in given.groups { givenFigures.append(try PartnerFigures(group, in: problem, gains)) }
    candidates = teams.flatMap { a in
      teams.dropFirst(a + 1).map { b in
        let figures = problem.figures(a, b, gains)
        return Candidate(
          figures: figures, score: figures.score(problem.settings)?.units ?? 0,
          isForced: given.groups.contains([a, b]))
      }
    }
    let positions = Set(eligible.positions)
    isEligible = teams.map(positions.contains)
    isBound = given.isTaken
    let onePartner = OnePartnerPerTeam(edges, given: givenFigures, eligible, given)
    unpairedPrice = onePartner.unpairedPrice
    budget = TravelBudget(problem.settings, forced: givenFigures)
    allowsTrio = given.leavesTrio
    var trios = givenFigures.filter { $0.teams.count == 3 }.map {
      TrioCandidate(figures: $0, isForced: true, dates: 0)
    }
    if given.leavesTrio {
      guard edges.nodes.count <= Self.mostTeamsWithTrios else { throw .tooManyForTrios(edges.nodes.count) }
      let short = Set((answer?.triosShortOfDates ?? []).map(\.text))
      for group in edges.triangles {
        let figures = try PartnerFigures(group, in: problem, gains)
        let isShort = short.contains(PairID(group.map { problem.teams[$0].id }).text)
        let dates = problem.dates(ofTrio: group, exactly: isShort).min() ?? 0
        trios.append(TrioCandidate(figures: figures, isForced: false, dates: dates))
      }
    }
    self.trios = trios.sorted { $0.figures.teams.lexicographicallyPrecedes($1.figures.teams) }
    self.problem = problem
    leastScore = answer?.leastScore
  }
}

extension PairingProblem {
  /// Whether the whole model takes a figure that only solving finds: the smallest score, or which trios have too few
  /// dates.
  public var referenceNeedsAnswer: Bool {
    get throws(PairingRefusal) {
      let leavesTrio = try GivenPairs(self).leavesTrio
      return switch settings.fairness {
      case .total: leavesTrio
      case .worstFirst: true
      }
    }
  }
}
