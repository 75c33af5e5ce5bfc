import Domain
import Opportunities
import Testing

@testable import Checking
@testable import Visits

/// Agreement between the core and Checking over whole schedules with a trio: its three visits keep to the same rules
/// on both sides, cost the same, and the solver's answer is the best.
@Suite struct TrioAgreementTests {
  private static let groups = [[0, 2, 3], [1, 4]]

  @Test(arguments: 0..<16)
  func `columns and rows admit what the checker allows, at the same cost`(seed: Int) {
    let choice = PlanChoice(Self.programme(9000 + seed), groups: Self.groups)
    for options in Self.choices(choice, seed) { choice.expectAgreement(options, "seed \(9000 + seed)") }
  }

  /// All choices of options of the trio alone, in programmes in which these are few.
  @Test(arguments: 0..<12)
  func `of a trio alone, every choice of dates is admitted if and only if the checker allows it`(seed: Int) {
    let choice = PlanChoice(Self.programme(9500 + seed), groups: [[2, 0, 3]])
    let ranges = choice.problem.optionsOf.map { [-1] + Array($0) }
    guard ranges.reduce(1, { $0 * $1.count }) <= 400 else { return }
    for a in ranges[0] {
      for b in ranges[1] {
        for c in ranges[2] { choice.expectAgreement([a, b, c], "seed \(9500 + seed)") }
      }
    }
  }

  @Test(arguments: 0..<12)
  func `the solver finds the cheapest schedule and proves it`(seed: Int) throws {
    let programme = Self.programme(9200 + seed)
    let choice = PlanChoice(programme, groups: Self.groups)
    var solver = VisitsSolver(choice.problem)
    let answer = try solver.solve()
    let columns = solver.columns
    var best = Int.max
    for first in columns.columnsOf[0] {
      for second in columns.columnsOf[1] where columns.cost[first] + columns.cost[second] < best {
        if let cost = solver.cost(of: [first, second]) { best = min(best, cost) }
      }
    }
    #expect(answer.quality.objective == best)
    #expect(answer.quality.bound == best)
    #expect(answer.costs.total.count == best)
    #expect(answer.visits.count + answer.unscheduled.count == 5)
    for row in programme.schedule where row.isFixed(on: programme.settings.today) {
      let visit = answer.visits.first { $0.id == row.id }
      #expect(visit?.interval.start == row.interval?.start, "seed \(seed), \(row.id)")
    }
    // Legs are counted once all three have a date.
    let trio = answer.visits.filter { $0.visitors.count == 2 }
    #expect(trio.map(\.leg) == (trio.count == 3 ? [1, 2, 3] : trio.map { _ in nil }))
  }

  @Test func `where a trio would have too many columns, its dearest options go and nothing is proven`() throws
  {
    // The first programme with choices enough.
    let problem = try #require(
      (9000..<9060).lazy.map { PlanChoice(Self.programme($0), groups: Self.groups) }.first { choice in
        let columns = choice.solver.columns
        return columns.columnsOf[0].count(where: { columns.options(of: $0).count == 3 }) > 8
      }
    ).problem
    var whole = VisitsSolver(problem)
    let best = try whole.solve()
    var cut = VisitsSolver(problem, mostOfTrio: 1)
    let trio = cut.columns.columnsOf[0].filter { cut.columns.options(of: $0).count == 3 }
    #expect(trio.count <= 1)
    let answer = try cut.solve()
    #expect(answer.effort.leftOut > 0 && best.effort.leftOut == 0)
    #expect(answer.quality.objective >= best.quality.objective)
    #expect(best.quality.isProven && !answer.quality.isProven)
  }

  @Test func `the instances are alive`() {
    var admitted = 0
    var whole = 0
    var alone: [Rule: Int] = [:]
    var standing = 0
    for seed in 0..<80 {
      let choice = PlanChoice(Self.programme(9000 + seed), groups: Self.groups)
      for options in Self.choices(choice, seed) {
        let rules = choice.brokenRules(options)
        if rules.isEmpty { admitted += 1 }
        if rules.isEmpty, options[..<3].allSatisfy({ $0 >= 0 }) { whole += 1 }
        if rules.isEmpty, choice.hasStandingBreach(options) { standing += 1 }
        if rules.count == 1, let rule = rules.first { alone[rule, default: 0] += 1 }
      }
    }
    #expect(admitted >= 500)
    #expect(whole >= 100)
    #expect(standing >= 50)
    for rule in PlanChoice.rulesBetweenVisits {
      #expect(alone[rule, default: 0] >= 3, "\(rule.rawValue)")
    }
  }

  /// Five teams, a trio and a pair; every second programme shares people and rooms, every third gives a schedule.
  private static func programme(_ seed: Int) -> Programme {
    var tiny = TinyProgramme(seed: seed, teams: 5, contested: seed % 2 == 0)
    var programme = tiny.make()
    tiny.easeForThree(in: &programme)
    if seed % 3 == 0 {
      tiny.addSchedule(
        to: &programme, legs: [(0, [2, 3]), (2, [0, 3]), (3, [0, 2]), (1, [4])], mayFix: true)
    }
    return programme
  }

  /// Choices of options for all visits: any, and columns that are admissible by themselves with one visit changed.
  private static func choices(_ choice: PlanChoice, _ seed: Int) -> [[Int]] {
    var dice = Dice(seed)
    let columns = choice.solver.columns
    func any(_ range: Range<Int>) -> Int {
      range.isEmpty || dice.oneIn(6) ? -1 : dice.roll(range.lowerBound...range.upperBound - 1)
    }
    return (0..<80).map { turn in
      if turn % 2 == 0 { return choice.problem.optionsOf.map(any) }
      let plan = columns.columnsOf.map { dice.roll($0.lowerBound...$0.upperBound - 1) }
      var options = choice.options(of: plan, columns)
      if turn % 4 == 1 {
        let visit = dice.roll(0...options.count - 1)
        options[visit] = any(choice.problem.optionsOf[visit])
      }
      return options
    }
  }
}
