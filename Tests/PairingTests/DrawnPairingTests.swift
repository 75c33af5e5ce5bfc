import Domain
import Testing

@testable import Pairing

/// Pairings of programmes drawn by a seed.
@Suite struct DrawnPairingTests {
  @Test func rowsInAnyOrderGiveTheSameAnswer() throws {
    for seed in 0..<40 {
      let programme = try random(seed: seed, teams: 4 + seed % 9)
      var random = RandomSource(seed: seed)
      let order = random.shuffled(Array(programme.teams.indices))
      var shuffled = programme
      shuffled.results = random.shuffled(programme.results)
      shuffled.rules = random.shuffled(programme.rules)
      let answer = try programme.answer()
      #expect(try programme.answer() == answer, "seed \(seed)")
      #expect(unestimated(try shuffled.problem(order: order).solve()) == unestimated(answer), "seed \(seed)")
    }
  }

  @Test func programmesWithForcesAndProhibitionsEqualTryingEverything() throws {
    for seed in 0..<1000 {
      let programme = try random(seed: seed, teams: 2 + seed % 9)
      let problem = try programme.problem()
      let answer = try problem.solve()
      let gains = Gains(Standings(programme: problem.programme, teams: problem.teams))
      let forced = programme.rules.filter { $0.kind == .force }
      let forbidden = programme.rules.filter { $0.kind != .force }
      func involves(_ rule: PairRule, _ a: TeamID, _ b: TeamID) -> Bool {
        Set([rule.teamA, rule.teamB]) == Set([a, b])
      }
      func weight(_ a: Int, _ b: Int) -> Int? {
        let (first, second) = (programme.teams[a].id, programme.teams[b].id)
        let figures = problem.figures(a, b, gains)
        if !forced.contains(where: { involves($0, first, second) }) {
          let taken = forced.flatMap { [$0.teamA, $0.teamB] }
          if taken.contains(first) || taken.contains(second) { return nil }
          if forbidden.contains(where: { involves($0, first, second) }) { return nil }
          if figures.travel.count > 180 || figures.levelGap.units > 15_000 { return nil }
          if min(figures.gainOfA, figures.gainOfB).units < 1_000 { return nil }
          if min(figures.datesAtA, figures.datesAtB) < 3 { return nil }
        }
        return figures.score(programme.pairing)?.units
      }
      let expected = Exhaustive(
        nodeCount: programme.teams.count, penalty: answer.unpairedPrice, weight: weight)
      #expect(answer.quality.objective == -expected.value, "seed \(seed)")
      #expect(answer.quality.isProven && answer.quality.proof == .dual, "seed \(seed)")
      let pairs = expected.edges.map { "\(programme.teams[$0[0]].id)+\(programme.teams[$0[1]].id)" }
      #expect(answer.pairs.map(\.id.text) == pairs, "seed \(seed)")
      let sum = answer.pairs.reduce(0) { $0 + $1.score.units }
      #expect(answer.quality.objective == answer.unpairedCost - sum, "seed \(seed)")
      #expect(2 * answer.pairs.count + answer.unpaired.count == programme.teams.count, "seed \(seed)")
      let place = Dictionary(uniqueKeysWithValues: programme.teams.enumerated().map { ($1.id, $0) })
      let least = answer.dualProof?.leastObjective(unpairedPrice: answer.unpairedPrice) { a, b in
        place[a].flatMap { a in place[b].flatMap { weight(a, $0) } }
      }
      let given = answer.pairs.filter(\.isForced)
      #expect(least == answer.quality.objective + given.reduce(0) { $0 + $1.score.units }, "seed \(seed)")
      #expect(answer.dualProof?.teams.count == programme.teams.count - 2 * given.count, "seed \(seed)")
    }
  }

  @Test func withoutTimeTheReasonSaysSo() throws {
    var programme = try random(seed: 3, teams: 61)
    programme.rules = []
    programme.pairing.minGain = nil
    programme.pairing.maxLevelGap = nil
    programme.pairing.minCommonDates = 0
    programme.pairing.maxTravel = nil
    let answer = try programme.problem().solve(PairingOptions(isOver: { true }))
    let best = try programme.answer()
    #expect(!answer.quality.isProven)
    #expect(best.quality.isProven)
    #expect(answer.quality.objective >= best.quality.objective)
    #expect(answer.quality.bound <= best.quality.objective)
    let alone = try #require(answer.unpaired.first)
    #expect(
      answer.unpaired.map(\.reason) == [
        "the number of teams is odd; \(alone.team) is left out in the best pairing found in the time"
      ])
  }

  @Test func progressIsToldAndTimeIsTakenByTheCallersClock() throws {
    var ticks = 0.0
    var rounds: [Int] = []
    let options = PairingOptions(
      report: { rounds.append($0.rounds) },
      clock: {
        ticks += 1.5
        return ticks
      })
    let answer = try random(seed: 4, teams: 30).problem().solve(options)
    #expect(answer.statistics.seconds == 1.5)
    #expect(rounds == Array(1...answer.statistics.rounds))
    #expect(answer.statistics.teams == 30)
  }

  private func random(seed: Int, teams count: Int) throws -> TestProgramme {
    var random = RandomSource(seed: seed)
    var programme = try TestProgramme(
      (0..<count).map { team in
        ("T\(10 + team)", (0..<3).map { _ in Double(random.below(21)) / 20 })
      })
    programme.pairing.maxTravel = Minutes(180)
    programme.pairing.travelWeightPerHour = 0.05
    programme.pairing.maxLevelGap = 1.5
    programme.pairing.minGain = 0.1
    programme.pairing.minCommonDates = 3
    for a in 0..<count {
      for b in 0..<count where a != b {
        programme.drives[a][b] = random.below(220)
        programme.dates[a][b] = 2 + random.below(12)
      }
    }
    let shuffled = random.shuffled(programme.teams.map(\.id.text))
    if count >= 4, seed % 3 > 0 { try programme.rule(.force, shuffled[0], shuffled[1]) }
    if count >= 6, seed % 3 > 1 { try programme.rule(.force, shuffled[2], shuffled[3]) }
    if count >= 3, seed % 2 == 0 {
      try programme.rule(.forbid, shuffled[0], shuffled[2])
      try programme.rule(.previous, shuffled[count - 1], shuffled[count - 2])
    }
    programme.rules = seed % 3 > 0 || count > 3 ? withoutContradictions(programme.rules) : programme.rules
    return programme
  }

  private func withoutContradictions(_ rules: [PairRule]) -> [PairRule] {
    rules.filter { rule in
      rule.kind == .force
        || !rules.contains {
          $0.kind == .force && Set([$0.teamA, $0.teamB]) == Set([rule.teamA, rule.teamB])
        }
    }
  }

  /// The test's estimates go by position, which a permutation changes.
  private func unestimated(_ answer: PairingAnswer) -> PairingAnswer {
    var answer = answer
    for position in answer.pairs.indices { answer.pairs[position].travelIsEstimated = false }
    return answer
  }
}
