import Domain
import Foundation
import Opportunities
import Testing

@testable import Checking
@testable import Visits

/// Agreement between the core and Checking over whole schedules: columns and rows admit a choice of options if
/// and only if the checker finds no breach, the terms equal the costs, and the solver's answer is the best.
@Suite struct PlanAgreementTests {
  @Test(arguments: 0..<48)
  func `columns and rows admit what the checker allows, at the same cost`(seed: Int) throws {
    let programme = Self.programme(1000 + seed)
    let choice = PlanChoice(programme, groups: [[0, 2], [1, 3]])
    var dice = Dice(seed)
    for _ in 0..<400 {
      let options = choice.problem.optionsOf.map { range in
        range.isEmpty || dice.oneIn(6) ? -1 : dice.roll(range.lowerBound...range.upperBound - 1)
      }
      choice.expectAgreement(options, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<12)
  func `the same for three pairs, and for choices that are nearly admissible`(seed: Int) throws {
    var tiny = TinyProgramme(seed: 2000 + seed, teams: 6, contested: seed % 3 == 0)
    let programme = tiny.make()
    let choice = PlanChoice(programme, groups: [[0, 4], [1, 5], [2, 3]])
    var dice = Dice(seed)
    var solver = VisitsSolver(choice.problem)
    let columns = solver.columns
    _ = try solver.solve()
    for _ in 0..<300 {
      // Columns that are admissible by themselves, so that only rules between pairs are at stake.
      let plan = columns.columnsOf.map { dice.roll($0.lowerBound...$0.upperBound - 1) }
      choice.expectAgreement(
        choice.options(of: plan, columns), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<60)
  func `the solver finds the cheapest schedule and proves it`(seed: Int) throws {
    let programme = Self.programme(3000 + seed)
    let choice = PlanChoice(programme, groups: [[0, 2], [1, 3]])
    var solver = VisitsSolver(choice.problem)
    let answer = try solver.solve()
    let columns = solver.columns
    var best = Int.max
    for first in columns.columnsOf[0] {
      for second in columns.columnsOf[1] {
        if let cost = solver.cost(of: [first, second]) { best = min(best, cost) }
      }
    }
    #expect(answer.quality.objective == best)
    #expect(answer.quality.bound == best)
    #expect(answer.costs.total.count == best)
    #expect(answer.visits.count + answer.unscheduled.count == 4)
    for row in programme.schedule where row.isFixed(on: programme.settings.today) {
      let visit = answer.visits.first { $0.id == row.id }
      #expect(visit?.interval.start == row.interval?.start, "seed \(seed), \(row.id)")
      #expect(visit?.facilitator == row.facilitator, "seed \(seed), \(row.id)")
    }
  }

  @Test func `the instances are alive`() throws {
    var admitted = 0
    var alone: [Rule: Int] = [:]
    var standing = 0
    for seed in 0..<48 {
      let programme = Self.programme(1000 + seed)
      let choice = PlanChoice(programme, groups: [[0, 2], [1, 3]])
      var dice = Dice(seed)
      for _ in 0..<400 {
        let options = choice.problem.optionsOf.map { range in
          range.isEmpty || dice.oneIn(6) ? -1 : dice.roll(range.lowerBound...range.upperBound - 1)
        }
        let rules = choice.brokenRules(options)
        if rules.isEmpty { admitted += 1 }
        if rules.isEmpty, choice.hasStandingBreach(options) { standing += 1 }
        // A choice that only one rule forbids shows that rule by itself.
        if rules.count == 1, let rule = rules.first { alone[rule, default: 0] += 1 }
      }
    }
    #expect(admitted >= 500)
    #expect(standing >= 50)
    for rule in PlanChoice.rulesBetweenVisits {
      #expect(alone[rule, default: 0] >= 3, "\(rule.rawValue)")
    }
  }

  /// Four teams; every second programme shares people and rooms, and every third gives a schedule.
  private static func programme(_ seed: Int) -> Programme {
    var tiny = TinyProgramme(seed: seed, teams: 4, contested: seed % 2 == 0)
    var programme = tiny.make()
    if seed % 3 == 0 {
      tiny.addSchedule(to: &programme, legs: [(0, [2]), (2, [0]), (1, [3]), (3, [1])], mayFix: true)
    }
    return programme
  }
}

/// A choice of one option, or none, for each visit of some pairs, as both sides see it.
struct PlanChoice {
  /// The rules that no option breaks by itself.
  static let rulesBetweenVisits: [Rule] = [
    .reciprocalGap, .sameFacilitator, .weeklyLimit, .oneVisitPerFacilitatorPerDay,
    .facilitatorWithinReach, .facilitatorWeeklyLimit, .facilitatorTotalLimit, .oneVisitPerPersonPerDay,
    .personDayLimit, .oneVisitPerRoom,
  ]

  let programme: Programme
  let problem: VisitsProblem
  let solver: VisitsSolver
  let checker: Checker
  /// By the group's first visit and the options of its visits.
  private let columnOf: [[Int]: Int]

  init(_ programme: Programme, groups: [[Int]]) {
    self.programme = programme
    let problem = VisitsProblem(OpportunityTable(programme), groups: groups)
    let solver = VisitsSolver(problem)
    var columnOf: [[Int]: Int] = [:]
    for (group, visits) in problem.visitsOf.enumerated() {
      for column in solver.columns.columnsOf[group] {
        let options = visits.indices.map { solver.columns.option(of: column, at: $0 - visits.lowerBound) }
        columnOf[[visits.lowerBound] + options] = column
      }
    }
    self.problem = problem
    self.solver = solver
    self.columnOf = columnOf
    checker = Checker(programme: programme)
  }

  /// The option of each visit, -1 without, where each group has a column of `plan`.
  func options(of plan: [Int], _ columns: GroupColumns) -> [Int] {
    problem.visitsOf.enumerated().flatMap { group, visits in
      visits.indices.map { columns.option(of: plan[group], at: $0 - visits.lowerBound) }
    }
  }

  /// The cost by the core; `nil` where it does not admit the choice.
  func coreCost(_ options: [Int]) -> Int? {
    var plan: [Int] = []
    for visits in problem.visitsOf {
      let wanted = visits.map { options[$0] }
      guard let column = columnOf[[visits.lowerBound] + wanted] else { return nil }
      plan.append(column)
    }
    return solver.cost(of: plan)
  }

  func plan(_ options: [Int]) -> Plan {
    let teams = programme.teams.map(\.id)
    var visits: [Visit] = []
    var unscheduled: [UnscheduledVisit] = []
    for (visit, option) in options.enumerated() {
      let host = teams[problem.host(visit)]
      let visitors = problem.visitors(visit).map { teams[$0] }.sorted()
      if option < 0 {
        unscheduled.append(UnscheduledVisit(host: host, visitors: visitors, reason: "not chosen"))
      } else {
        let chosen = problem.options[option]
        visits.append(
          Visit(
            host: host, visitors: visitors, interval: chosen.interval, room: chosen.room,
            facilitator: chosen.facilitator.map { programme.facilitators[$0].id }, detail: chosen.detail))
      }
    }
    let pairs = problem.groups.map { group in
      Pair(
        teams: group.map { teams[$0] }.sorted(), score: .zero, gains: group.map { _ in .zero },
        levelGap: .zero, travel: .zero, travelIsEstimated: false, commonDates: group.map { _ in 0 })
    }
    let quality = Quality(objective: 0, bound: 0, proof: .dual)
    return Plan(
      programme: programme.settings.id, today: programme.settings.today, seed: 1, inputDigest: "",
      pairs: pairs,
      unpaired: [], visits: visits, unscheduled: unscheduled, pairingQuality: quality, unpairedCost: 0,
      visitsQuality: quality, costs: .zero, warnings: [])
  }

  /// The rules between visits that the checker finds broken, fixed visits by themselves aside.
  func brokenRules(_ options: [Int]) -> Set<Rule> { rules(options, standing: false) }

  /// Whether fixed visits break a rule among themselves.
  func hasStandingBreach(_ options: [Int]) -> Bool { !rules(options, standing: true).isEmpty }

  private func rules(_ options: [Int], standing: Bool) -> Set<Rule> {
    let plan = plan(options)
    let examination = Examination(
      facts: checker.facts, visits: plan.visits, groups: plan.pairs.map(\.teams), pairs: nil,
      unscheduled: plan.unscheduled)
    var broken: Set<Rule> = []
    for rule in Registry.rules where Self.betweenVisits.contains(rule.rule) {
      if rule.findings(in: examination).contains(where: { $0.isStanding == standing }) {
        broken.insert(rule.rule)
      }
    }
    return broken
  }

  private static let betweenVisits: Set<Rule> = [
    .eachLegOnce, .reciprocalGap, .sameFacilitator, .weeklyLimit, .oneVisitPerFacilitatorPerDay,
    .facilitatorWithinReach, .facilitatorWeeklyLimit, .facilitatorTotalLimit, .oneVisitPerPersonPerDay,
    .personDayLimit, .oneVisitPerRoom,
  ]

  /// Whether fixed visits break a limit on people or rooms among themselves, and one of them could be held otherwise.
  private func tearsOpenStaffing(_ options: [Int]) -> Bool {
    let fixed = options.filter { $0 >= 0 }.map { problem.options[$0] }.filter(\.isFixed)
    func isTorn(_ torn: [Option], _ limit: Int) -> Bool {
      torn.count > limit && torn.contains { !$0.isRigid }
    }
    for (index, person) in programme.people.enumerated() {
      let own = fixed.filter { $0.attendees.contains(index) }
      if let limit = person.maxDays, isTorn(own, limit) { return true }
      guard person.teams.count > 1 else { continue }
      for day in Set(own.map(\.day)) where isTorn(own.filter { $0.day == day }, 1) { return true }
    }
    for (place, one) in fixed.enumerated() {
      for other in fixed[..<place] {
        let share = one.bookings.contains { use in
          other.bookings.contains { $0.room == use.room && $0.interval.overlaps(use.interval) }
        }
        if share, isTorn([one, other], 1) { return true }
      }
    }
    return false
  }

  func expectAgreement(_ options: [Int], _ context: String) {
    let broken = brokenRules(options)
    let cost = coreCost(options)
    // A fixed visit that is left out breaks no rule; that it must be there is the audit's to say.
    if options.indices.contains(where: { options[$0] < 0 && problem.isFixed(visit: $0) }) {
      #expect(cost == nil, "\(context), options \(options)")
      return
    }
    let isAdmitted = broken.isEmpty && !tearsOpenStaffing(options)
    #expect((cost != nil) == isAdmitted, "\(context), options \(options), \(broken)")
    if let cost {
      #expect(cost == checker.costs(of: plan(options)).total.count, "\(context), options \(options)")
    }
  }
}
