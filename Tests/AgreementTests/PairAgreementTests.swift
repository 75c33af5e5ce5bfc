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
        let broken = choice.brokenRules([[a, b]]).subtracting([.forcedPair])
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
    let positions = answer.pairs.map { $0.teams.map(choice.position) }
    #expect(answer.quality.isProven, "seed \(seed)")
    let settings = choice.programme.settings.pairing
    // With nothing beside one partner a team, duals alone prove it: the rows are the matching's.
    let allowsTrio = Pairing.OnePartnerPerTeam.allowsTrio(choice.programme.teams, settings.oddTeam)
    if settings.travelBudgetHours == nil, settings.fairness == .total, !allowsTrio {
      #expect(answer.quality.proof == .dual, "seed \(seed)")
    }
    #expect(choice.worth(positions) == best, "seed \(seed)")
    #expect(choice.brokenRules(positions) == [], "seed \(seed)")
    for pair in answer.pairs where pair.teams.count == 3 {
      let figures = try #require(choice.checker.figures(of: pair.teams), "seed \(seed)")
      #expect(figures.score == pair.score, "seed \(seed)")
      #expect(figures.gains == pair.gains, "seed \(seed)")
      #expect(figures.levelGap == pair.levelGap, "seed \(seed)")
      #expect(figures.travel == pair.travel, "seed \(seed)")
      #expect(figures.travelIsEstimated == pair.travelIsEstimated, "seed \(seed)")
      #expect(figures.commonDates == pair.commonDates, "seed \(seed)")
    }
  }

  /// Agreement over instances in which nothing happens would prove nothing.
  @Test func `the instances are alive`() throws {
    var broken: [Rule: Int] = [:]
    var admitted = 0
    var trios = 0
    var fairness: Set<Fairness> = []
    for seed in Self.seeds {
      let choice = try PairChoice(seed: seed)
      fairness.insert(choice.programme.settings.pairing.fairness)
      for pairs in choice.everyPairing {
        let rules = choice.brokenRules(pairs)
        if rules.isEmpty {
          admitted += 1
          if pairs.contains(where: { $0.count == 3 }) { trios += 1 }
        }
        // A pairing that only one rule forbids shows that rule by itself.
        if rules.count == 1, let rule = rules.first { broken[rule, default: 0] += 1 }
      }
    }
    #expect(admitted >= 150)
    #expect(trios >= 20)
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
  /// The figures that a plan states, of each two and three teams.
  private let stated: [[Int]: Pair]

  init(seed: Int) throws {
    var tiny = TinyProgramme(seed: 6000 + seed, teams: 5 + seed % 2, forDays: true, forPairs: true)
    var programme = tiny.make()
    programme.settings.pairing.oddTeam = seed % 3 == 0 ? .leaveOut : .trio
    programme.settings.pairing.minCommonIndicators = 2 - seed / 3 % 3
    if seed % 4 == 1 { Self.invite(everybodyIn: &programme) }
    self.programme = programme
    problem = try PairingProblem(programme, OpportunityTable(programme))
    checker = Checker(programme: programme)
    gains = Gains(Pairing.Standings(programme: programme, teams: problem.teams))
    rules = edgeRules(programme, teams: problem.teams)
    forced = try Pairing.ForcedPair(
      programme.pairRules, teams: problem.teams,
      allowsTrio: Pairing.OnePartnerPerTeam.allowsTrio(programme.teams, programme.settings.pairing.oddTeam))
    eligible = Pairing.EligibleTeams(problem.teams)
    let force = programme.pairRules.filter { $0.kind == .force }.map { PairID([$0.teamA, $0.teamB]) }
    var stated: [[Int]: Pair] = [:]
    for group in Self.groups(of: programme.teams.count) {
      let ids = group.map { programme.teams[$0].id }
      guard let figures = checker.figures(of: ids) else { continue }
      let isForced = group.contains { a in
        group.contains { $0 > a && force.contains(PairID([programme.teams[a].id, programme.teams[$0].id])) }
      }
      stated[group] = Pair(
        teams: ids, score: figures.score, gains: figures.gains, levelGap: figures.levelGap,
        travel: figures.travel, travelIsEstimated: figures.travelIsEstimated,
        commonDates: figures.commonDates, isForced: isForced)
    }
    self.stated = stated
  }

  /// Takes back most rules and leaves an odd number of teams, so that many trios may be made.
  private static func invite(everybodyIn programme: inout Programme) {
    programme.settings.pairing.oddTeam = .trio
    programme.settings.pairing.keepApart = []
    programme.settings.pairing.maxTravel = nil
    programme.settings.pairing.maxLevelGap = nil
    programme.settings.pairing.minGain = nil
    programme.settings.pairing.minCommonIndicators = 0
    programme.settings.pairing.minCommonDates = min(1, programme.settings.pairing.minCommonDates)
    programme.pairRules.removeAll { $0.kind == .force }
    for index in programme.teams.indices {
      programme.teams[index].isApproved = true
      programme.teams[index].arm = index == 5 ? .control : .visit
    }
  }

  private static func groups(of count: Int) -> [[Int]] {
    var groups: [[Int]] = []
    for a in 0..<count {
      for b in 0..<count where b > a {
        groups.append([a, b])
        for c in 0..<count where c > b { groups.append([a, b, c]) }
      }
    }
    return groups
  }

  func position(_ team: TeamID) -> Int { programme.teams.firstIndex { $0.id == team } ?? -1 }

  func coreFigures(_ a: Int, _ b: Int) -> Pairing.PairFigures { problem.figures(a, b, gains) }

  /// Whether the core would let `a` and `b` be partners, whatever becomes of the others.
  func coreAdmits(_ a: Int, _ b: Int) -> Bool {
    if forced.groups.contains([a, b]) { return true }
    guard eligible.positions.contains(a), eligible.positions.contains(b) else { return false }
    let figures = coreFigures(a, b)
    return rules.allSatisfy { $0.admits(figures) } && fitsBudget(a, b)
  }

  private func fitsBudget(_ a: Int, _ b: Int) -> Bool {
    guard let budget = TravelBudget(programme.settings.pairing, forced: []) else { return true }
    return coreFigures(a, b).travel.count <= budget.allowed
  }

  /// Every way of giving some teams partners, with any number of trios.
  var everyPairing: [[[Int]]] {
    func extend(_ open: [Int]) -> [[[Int]]] {
      guard let first = open.first else { return [[]] }
      let rest = Array(open.dropFirst())
      var pairings = extend(rest)
      for group in Self.groups(of: rest.count + 1) where group[0] == 0 {
        let members = group.map { open[$0] }
        for others in extend(rest.filter { !members.contains($0) }) {
          pairings.append([[first] + members.dropFirst()] + others)
        }
      }
      return pairings
    }
    return extend(Array(programme.teams.indices))
  }

  static let aboutPairs: Set<Rule> = [
    .onePartnerPerTeam, .eligibleTeams, .keptApart, .travelLimit, .levelGapLimit, .minimumGain,
    .forbiddenPair, .forcedPair, .enoughCommonDates, .enoughCommonIndicators,
  ]

  /// The rules on pairs that the checker finds broken.
  func brokenRules(_ pairs: [[Int]]) -> Set<Rule> {
    let made = pairs.compactMap { stated[$0] }
    let examination = Examination(
      facts: checker.facts, visits: [], groups: made.map(\.teams), pairs: made, unscheduled: nil)
    var broken: Set<Rule> = []
    for rule in Registry.rules where Self.aboutPairs.contains(rule.rule) {
      // Forced pairs that by themselves use more than the budget are nobody's to mend.
      if rule.findings(in: examination).contains(where: { !$0.isStanding }) { broken.insert(rule.rule) }
    }
    return broken
  }

  /// What makes one pairing better than another: more teams with a partner, then, where the settings say so, the better worst
  /// unforced pair, then the larger sum.
  struct Worth: Comparable {
    var teams: Int
    var worst: Int
    var sum: Int

    static func < (a: Worth, b: Worth) -> Bool { (a.teams, a.worst, a.sum) < (b.teams, b.worst, b.sum) }
  }

  func worth(_ pairs: [[Int]]) -> Worth {
    let made = pairs.compactMap { stated[$0] }
    let free = made.filter { !$0.isForced }.map(\.score.units)
    let worst: Int =
      switch programme.settings.pairing.fairness {
      case .total: 0
      case .worstFirst: free.min() ?? 0
      }
    return Worth(
      teams: made.reduce(0) { $0 + $1.teams.count }, worst: worst, sum: made.reduce(0) { $0 + $1.score.units }
    )
  }
}
