import Domain
import Opportunities
import Testing

@testable import Checking
@testable import Pairing

/// Agreement between the core and Checking over pairs: the core lets two teams be partners if and only if the
/// checker finds no breach in a plan that pairs them, and its pairing is the best of all that the checker allows.
@Suite struct PairAgreementTests {
  @Test(arguments: seeds)
  func `the core admits the pairs that the checker allows, with the same figures`(seed: Int) throws {
    let choice = try PairChoice(seed: seed)
    let programme = choice.programme
    for a in programme.teams.indices {
      for b in programme.teams.indices.dropFirst(a + 1) {
        let context = "seed \(seed), \(programme.teams[a].id)+\(programme.teams[b].id)"
        let broken = choice.brokenRules([(a, b)]).subtracting([.forcedPair])
        #expect(choice.coreAdmits(a, b) == broken.isEmpty, "\(context), \(broken)")
        let own = choice.coreFigures(a, b)
        let checked = try #require(
          choice.checker.figures(of: [programme.teams[a].id, programme.teams[b].id]), "\(context)")
        #expect(checked.score == own.score(programme.settings.pairing), "\(context)")
        #expect(checked.gains == [own.gainOfA, own.gainOfB], "\(context)")
        #expect(checked.levelGap == own.levelGap, "\(context)")
        #expect(checked.travel == own.travel, "\(context)")
        #expect(checked.commonDates == [own.datesAtA, own.datesAtB], "\(context)")
      }
    }
  }

  @Test(arguments: seeds)
  func `the pairing is the best of all that the checker allows`(seed: Int) throws {
    let choice = try PairChoice(seed: seed)
    var best: PairChoice.Worth?
    for pairs in choice.everyPairing where choice.brokenRules(pairs).isEmpty {
      let worth = choice.worth(pairs)
      if best.map({ $0 < worth }) ?? true { best = worth }
    }
    guard let best else {
      // Whatever is forced, the rest may stay without partners, so this does not happen.
      Issue.record("seed \(seed): the checker allows no pairing at all")
      return
    }
    let answer = try choice.problem.solve()
    let positions = answer.pairs.map { pair in
      (choice.position(pair.teams[0]), choice.position(pair.teams[1]))
    }
    #expect(answer.quality.isProven, "seed \(seed)")
    let settings = choice.programme.settings.pairing
    // With nothing beside one partner a team, duals alone prove it: the rows are the matching's.
    if settings.travelBudgetHours == nil, settings.fairness == .total {
      #expect(answer.quality.proof == .dual, "seed \(seed)")
    }
    #expect(choice.worth(positions) == best, "seed \(seed)")
    #expect(choice.brokenRules(positions) == [], "seed \(seed)")
  }

  /// Agreement over instances in which nothing happens would prove nothing.
  @Test func `the instances are alive`() throws {
    var broken: [Rule: Int] = [:]
    var admitted = 0
    var fairness: Set<Fairness> = []
    for seed in Self.seeds {
      let choice = try PairChoice(seed: seed)
      fairness.insert(choice.programme.settings.pairing.fairness)
      for pairs in choice.everyPairing {
        let rules = choice.brokenRules(pairs)
        if rules.isEmpty { admitted += 1 }
        // A pairing that only one rule forbids shows that rule by itself.
        if rules.count == 1, let rule = rules.first { broken[rule, default: 0] += 1 }
      }
    }
    #expect(admitted >= 150)
    #expect(fairness.count == 2)
    for rule in PairChoice.aboutPairs.subtracting([.onePartnerPerTeam]) {
      #expect(broken[rule, default: 0] >= 3, "\(rule.rawValue)")
    }
  }

  static let seeds = 0..<72
}

/// The pairings of a tiny programme, as both sides see them.
struct PairChoice {
  let programme: Programme
  let problem: PairingProblem
  let checker: Checker
  private let gains: Gains
  private let rules: [any EdgeRule]
  private let forced: Pairing.ForcedPair
  private let eligible: Pairing.EligibleTeams
  /// By team and partner: the figures that a plan states.
  private let stated: [[Pair?]]

  init(seed: Int) throws {
    var tiny = TinyProgramme(seed: 6000 + seed, teams: 5 + seed % 2, forDays: true, forPairs: true)
    programme = tiny.make()
    let table = OpportunityTable(programme)
    let teams = programme.teams
    var drives: [Int] = []
    var estimated: [Bool] = []
    var dates: [Int] = []
    for a in teams.indices {
      for b in teams.indices {
        let drive = table.drives.drive(from: teams[a].site, to: teams[b].site)
        drives.append(drive.minutes)
        estimated.append(drive.isEstimated)
        dates.append(a == b ? 0 : table.commonDates(host: a, visitor: b))
      }
    }
    problem = try PairingProblem(
      programme: programme, drives: drives, drivesEstimated: estimated, commonDates: dates)
    checker = Checker(programme: programme)
    gains = Gains(Pairing.Standings(programme: programme, teams: problem.teams))
    rules = edgeRules(programme, teams: problem.teams)
    forced = try Pairing.ForcedPair(programme.pairRules, teams: problem.teams)
    eligible = Pairing.EligibleTeams(problem.teams)
    let checker = checker
    let force = programme.pairRules.filter { $0.kind == .force }.map { PairID([$0.teamA, $0.teamB]) }
    stated = teams.indices.map { a in
      teams.indices.map { b in
        guard a < b, let figures = checker.figures(of: [teams[a].id, teams[b].id]) else { return nil }
        let ids = [teams[a].id, teams[b].id]
        return Pair(
          teams: ids, score: figures.score, gains: figures.gains, levelGap: figures.levelGap,
          travel: figures.travel, travelIsEstimated: figures.travelIsEstimated,
          commonDates: figures.commonDates, isForced: force.contains(PairID(ids)))
      }
    }
  }

  func position(_ team: TeamID) -> Int { programme.teams.firstIndex { $0.id == team } ?? -1 }

  func coreFigures(_ a: Int, _ b: Int) -> Pairing.PairFigures { problem.figures(a, b, gains) }

  /// Whether the core would let `a` and `b` be partners, whatever becomes of the others.
  func coreAdmits(_ a: Int, _ b: Int) -> Bool {
    if forced.pairs.contains(where: { $0.a == a && $0.b == b }) { return true }
    guard eligible.positions.contains(a), eligible.positions.contains(b) else { return false }
    let figures = coreFigures(a, b)
    return rules.allSatisfy { $0.admits(figures) } && fitsBudget(a, b)
  }

  private func fitsBudget(_ a: Int, _ b: Int) -> Bool {
    guard let budget = TravelBudget(programme.settings.pairing, forced: []) else { return true }
    return coreFigures(a, b).travel.count <= budget.allowed
  }

  /// Every way of giving some teams partners.
  var everyPairing: [[(Int, Int)]] {
    func extend(_ open: [Int]) -> [[(Int, Int)]] {
      guard let first = open.first else { return [[]] }
      let rest = Array(open.dropFirst())
      return extend(rest)
        + rest.flatMap { other in extend(rest.filter { $0 != other }).map { [(first, other)] + $0 } }
    }
    return extend(Array(programme.teams.indices))
  }

  static let aboutPairs: Set<Rule> = [
    .onePartnerPerTeam, .eligibleTeams, .keptApart, .travelLimit, .levelGapLimit, .minimumGain,
    .forbiddenPair, .forcedPair, .enoughCommonDates,
  ]

  /// The rules on pairs that the checker finds broken.
  func brokenRules(_ pairs: [(Int, Int)]) -> Set<Rule> {
    let made = pairs.compactMap { stated[min($0.0, $0.1)][max($0.0, $0.1)] }
    let examination = Examination(
      facts: checker.facts, visits: [], groups: made.map(\.teams), pairs: made, unscheduled: nil)
    var broken: Set<Rule> = []
    for rule in Registry.rules where Self.aboutPairs.contains(rule.rule) {
      // Forced pairs that by themselves use more than the budget are nobody's to mend.
      if rule.findings(in: examination).contains(where: { !$0.isStanding }) { broken.insert(rule.rule) }
    }
    return broken
  }

  /// What makes one pairing better than another: more pairs, then, where the settings say so, the better worst
  /// unforced pair, then the larger sum.
  struct Worth: Comparable {
    var pairs: Int
    var worst: Int
    var sum: Int

    static func < (a: Worth, b: Worth) -> Bool { (a.pairs, a.worst, a.sum) < (b.pairs, b.worst, b.sum) }
  }

  func worth(_ pairs: [(Int, Int)]) -> Worth {
    let made = pairs.compactMap { stated[min($0.0, $0.1)][max($0.0, $0.1)] }
    let free = made.filter { !$0.isForced }.map(\.score.units)
    let worst: Int =
      switch programme.settings.pairing.fairness {
      case .total: 0
      case .worstFirst: free.min() ?? 0
      }
    return Worth(pairs: made.count, worst: worst, sum: made.reduce(0) { $0 + $1.score.units })
  }
}
