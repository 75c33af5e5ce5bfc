import Domain
import Opportunities
import Testing

@testable import Checking
@testable import Visits

/// Agreement between the core and Checking over what is provided for mishaps: dates in reserve, and whose absence
/// cancels a visit.
@Suite struct MishapAgreementTests {
  @Test(arguments: 0..<90)
  func `a date is open to a visit if and only if the checker says so`(seed: Int) throws {
    for sample in try Self.samples(4000 + seed) {
      let rest = RestOfPlan(beside: sample.examined, in: Bookings(sample.examination))
      let open = Set(sample.reserves.options(for: sample.visit).map { sample.problem.options[$0].day })
      let window = sample.programme.settings.visitsFrom...sample.programme.settings.visitsTo
      for day in window where day != sample.examined.visit.date {
        #expect(open.contains(day) == rest.leavesRoom(on: day), "seed \(4000 + seed), \(sample.name), \(day)")
      }
    }
  }

  @Test(arguments: 0..<90)
  func `the date in reserve is the cheapest for the whole plan, after the visit where possible`(seed: Int)
    throws
  {
    for sample in try Self.samples(4000 + seed) {
      let own = sample.examined.visit
      var best: (isEarlier: Bool, cost: Int, day: Day)?
      for index in sample.reserves.options(for: sample.visit) {
        let option = sample.problem.options[index]
        var plan = sample.plan
        for place in plan.visits.indices where plan.visits[place].id == own.id {
          plan.visits[place].interval = option.interval
          plan.visits[place].detail = option.detail
          plan.visits[place].facilitator = option.facilitator.map { sample.programme.facilitators[$0].id }
        }
        let cost = sample.checker.costs(of: plan).total.count
        let rank = (option.day < own.date, cost, option.day)
        let isBetter = best.map { known in
          rank.0 != known.isEarlier
            ? !rank.0 : (rank.1, rank.2) < (known.cost, known.day)
        }
        if isBetter ?? true { best = (rank.0, rank.1, rank.2) }
      }
      #expect(own.reserveDate == best?.day, "seed \(4000 + seed), \(sample.name)")
    }
  }

  @Test(arguments: 0..<90)
  func `whose absence cancels a visit is what the checker finds`(seed: Int) throws {
    for sample in try Self.samples(4000 + seed) {
      let rest = RestOfPlan(beside: sample.examined, in: Bookings(sample.examination))
      #expect(
        sample.examined.visit.mainstays == rest.mainstays(), "seed \(4000 + seed), \(sample.name)")
    }
  }

  @Test func `the instances are alive`() throws {
    var (visits, reserves, earlier, none) = (0, 0, 0, 0)
    var (people, spared, facilitators, rooms) = (0, 0, 0, 0)
    for seed in 0..<90 {
      for sample in try Self.samples(4000 + seed) {
        visits += 1
        let visit = sample.examined.visit
        if let reserve = visit.reserveDate { if reserve < visit.date { earlier += 1 } else { reserves += 1 } }
        if visit.reserveDate == nil { none += 1 }
        let mainstays = visit.mainstays ?? []
        let needed = (visit.detail?.attendance ?? []).count { $0.isRequired && $0.side != .facilitator }
        for mainstay in mainstays {
          switch mainstay {
          case .person: people += 1
          case .facilitator: facilitators += 1
          case .room: rooms += 1
          }
        }
        spared += needed - mainstays.count { if case .person = $0 { true } else { false } }
      }
    }
    #expect(visits >= 80)
    #expect(reserves >= 15 && earlier >= 5 && none >= 10, "\(reserves) \(earlier) \(none)")
    #expect(people >= 40 && spared >= 10, "\(people) \(spared)")
    #expect(facilitators >= 5 && rooms >= 5, "\(facilitators) \(rooms)")
  }

  /// One visit of a solved programme, as both sides see it.
  private struct Sample {
    let programme: Programme
    let checker: Checker
    let plan: Plan
    let examination: Examination
    let examined: ExaminedVisit
    let problem: VisitsProblem
    let reserves: ReserveDates
    let visit: Int

    var name: String { examined.name }
  }

  /// Every visit that lies ahead in the best schedule of a drawn programme.
  private static func samples(_ seed: Int) throws -> [Sample] {
    var tiny = TinyProgramme(seed: seed, teams: 4, contested: seed % 4 == 0)
    var programme = tiny.make()
    if seed % 3 == 0 {
      tiny.addSchedule(to: &programme, legs: [(0, [2]), (2, [0]), (1, [3]), (3, [1])], mayFix: true)
    }
    let choice = PlanChoice(programme, groups: [[0, 2], [1, 3]])
    var solver = VisitsSolver(choice.problem)
    var answer = try solver.solve()
    answer.provideForMishaps(in: choice.problem)
    var plan = choice.plan([])
    plan.visits = answer.visits
    plan.unscheduled = answer.unscheduled
    let examination = Examination(
      facts: choice.checker.facts, visits: plan.visits, groups: plan.pairs.map(\.teams), pairs: nil,
      unscheduled: plan.unscheduled)
    let placement = Placement(plan.visits, of: choice.problem)
    return examination.visits.filter { $0.visit.isAhead(of: programme.settings.today) }.compactMap {
      examined in
      placement.index(of: examined.visit).map { visit in
        Sample(
          programme: programme, checker: choice.checker, plan: plan, examination: examination,
          examined: examined, problem: placement.problem, reserves: ReserveDates(placement: placement),
          visit: visit)
      }
    }
  }
}
