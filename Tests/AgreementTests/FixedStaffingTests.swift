import Domain
import Opportunities
import Reasons
import Testing

@testable import Checking
@testable import Visits

/// A plan whose visits are fixed one after another stays the plan that it was: people who are in two teams or give a
/// number of days, and rooms of two teams, are with the visits that they were with, or with others at the same cost.
@Suite struct FixedStaffingTests {
  @Test(arguments: 0..<60)
  func `fixing visits of a plan costs nothing and breaks nothing`(seed: Int) throws {
    for sample in try Self.samples(21_000 + seed) {
      var solver = VisitsSolver(sample.problem)
      let answer = try solver.solve()
      #expect(answer.quality.objective == sample.before.quality.objective, "\(sample.name)")
      #expect(answer.quality.bound == sample.before.quality.objective, "\(sample.name)")
      let rules = Self.standing(answer, sample.problem)
      #expect(rules.isEmpty, "\(sample.name): \(rules)")
    }
  }

  @Test(arguments: 0..<20)
  func `who was at a visit that is over is no choice`(seed: Int) throws {
    for sample in try Self.samples(21_000 + seed) {
      var programme = sample.problem.table.programme
      let last = programme.schedule.compactMap { $0.interval?.start.day }.max()
      programme.settings.today = last ?? programme.settings.today
      let over = VisitsProblem(OpportunityTable(programme), groups: sample.problem.groups)
      for visit in 0..<over.visitCount where over.isFixed(visit: visit) {
        #expect(over.optionsOf[visit].count == 1, "\(sample.name)")
        #expect(over.isRigid[over.optionsOf[visit].lowerBound], "\(sample.name)")
      }
    }
  }

  @Test(arguments: 0..<60)
  func `what is said of a visit of the plan knows that it is possible where it is`(seed: Int) throws {
    guard let sample = try Self.samples(21_000 + seed).first else { return }
    let groups = sample.problem.groups
    // As a draft, and with its visits settled.
    let draft = sample.problem.table.programme.holding(sample.before.visits)
    for programme in [draft, sample.problem.table.programme] {
      let plan = SettledPlan(programme, groups: groups)
      for visit in sample.before.visits {
        let host = try #require(programme.teams.firstIndex { $0.id == visit.host })
        let verdict = Explainer(plan, host: host).verdict(visit.interval.start.day)
        guard verdict.isChosen, case .possible = verdict.outcome else {
          Issue.record("\(sample.name), \(visit.id): \(verdict.outcome)")
          continue
        }
      }
    }
  }

  @Test(arguments: 0..<60)
  func `nothing keeps a visit of a plan from where it is`(seed: Int) throws {
    guard let sample = try Self.samples(21_000 + seed).first else { return }
    var programme = sample.problem.table.programme
    programme.schedule = []
    let problem = VisitsProblem(OpportunityTable(programme), groups: sample.problem.groups)
    for visit in sample.before.visits {
      let index = { (team: TeamID) in programme.teams.firstIndex { $0.id == team } }
      let cause = problem.displacement(
        host: try #require(index(visit.host)), visitors: visit.visitors.compactMap(index), day: visit.date,
        start: visit.interval.start,
        facilitator: programme.facilitators.firstIndex { $0.id == visit.facilitator },
        among: sample.before.visits)
      #expect(cause == .dearer, "\(sample.name), \(visit.id)")
    }
  }

  @Test func `the instances are alive`() throws {
    // Where each fixed visit by itself took its cheapest people and rooms, some would have them twice.
    var (torn, open) = (0, 0)
    for seed in 0..<60 {
      for sample in try Self.samples(21_000 + seed) {
        let problem = sample.problem
        let cheapest = problem.optionsOf.map { own in
          own.filter { problem.isFixed[$0] }.min { problem.cost[$0] < problem.cost[$1] }
        }
        let alone = VisitsProblem(
          problem.table, problem.groups, problem.rivals,
          cheapest.map { option in
            guard let option else { return [] }
            var rigid = problem.options[option]
            rigid.isRigid = true
            return [rigid]
          })
        var solver = VisitsSolver(alone)
        if !Self.standing(try solver.solve(), alone).isEmpty { torn += 1 }
        if problem.isFixed.indices.contains(where: { problem.isFixed[$0] && !problem.isRigid[$0] }) {
          open += 1
        }
      }
    }
    #expect(torn >= 3 && open >= 10, "\(torn) \(open)")
  }

  /// A plan, and the problem that is left of it.
  private struct Sample {
    var name: String
    var before: VisitsAnswer
    var problem: VisitsProblem
  }

  /// A plan of four teams that share people and rooms, all of its visits fixed, and about half of them.
  private static func samples(_ seed: Int) throws -> [Sample] {
    var tiny = TinyProgramme(seed: seed, teams: 4, contested: true)
    let programme = tiny.make()
    let groups = [[0, 2], [1, 3]]
    var solver = VisitsSolver(VisitsProblem(OpportunityTable(programme), groups: groups))
    let before = try solver.solve()
    guard before.quality.bound == before.quality.objective else { return [] }
    var dice = Dice(seed)
    return [true, false].map { isWhole in
      var fixed = programme
      for visit in before.visits where isWhole || dice.oneIn(2) {
        fixed.schedule.append(
          ScheduledVisit(
            id: visit.id, host: visit.host, visitors: visit.visitors, interval: visit.interval,
            room: visit.room, facilitator: visit.facilitator, pin: Pin(by: "manager")))
      }
      fixed.schedule.sort { $0.id < $1.id }
      return Sample(
        name: "seed \(seed), \(isWhole ? "all" : "some") fixed", before: before,
        problem: VisitsProblem(OpportunityTable(fixed), groups: groups))
    }
  }

  /// The rules between visits that fixed ones break among themselves, by the checker.
  private static func standing(_ answer: VisitsAnswer, _ problem: VisitsProblem) -> Set<Rule> {
    let programme = problem.table.programme
    let examination = Examination(
      facts: Checker(programme: programme).facts, visits: answer.visits,
      groups: problem.groups.map { group in group.map { programme.teams[$0].id }.sorted() }, pairs: nil,
      unscheduled: answer.unscheduled)
    return Set(
      Registry.rules.filter { rule in
        PlanChoice.rulesBetweenVisits.contains(rule.rule)
          && rule.findings(in: examination).contains(where: \.isStanding)
      }
      .map { $0.rule })
  }
}
