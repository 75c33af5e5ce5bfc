import Domain
import Foundation
import GLPK
import Opportunities
import Pairing
import Visits
import WhatIf

/// From a schedule and what might happen to the schedules that move least. Runs inside a worker, as `PlanJob` does, and
/// takes its steps.
struct WhatIfJob {
  let planning: PlanJob

  func run() -> WorkReply {
    do {
      let question = try WhatIfQuestion(planning.request)
      let study = try WhatIfStudy(planning, question)
      let wish = planning.request.whatIf ?? WorkRequest.WhatIf(changes: [])
      let questions = wish.part == nil ? wish.changes.count + (wish.isSweep ? 1 : 0) : 1
      let share = planning.request.timeLimit / Double(max(1, questions))
      var scenarios: [WhatIfReply.Scenario] = []
      for index in wish.scenarios {
        scenarios.append(try study.answer(question.scenarios[index], seconds: share))
      }
      let slips =
        wish.triesDelays ? try study.slips(seconds: share) { wish.delays(visitAt: $0) } : []
      return .whatIf(WhatIfReply(before: study.before, scenarios: scenarios, slips: slips))
    } catch {
      return WorkReply(endedBy: error)
    }
  }
}

/// The schedule as it stands, prepared once for any number of questions.
struct WhatIfStudy {
  let planning: PlanJob
  let situation: Situation
  let pairing: PairingAnswer
  /// The teams of each pair or trio, by index.
  let groups: [[Int]]
  /// The visits with everything they could be, if nothing happened.
  let problem: VisitsProblem
  /// The schedule as it stands.
  let before: Plan

  init(_ planning: PlanJob, _ question: WhatIfQuestion) throws {
    self.planning = planning
    situation = question.situation
    let programme = question.situation.programme
    let withdraws = question.scenarios.flatMap(\.changes).contains { change in
      if case .withdraw = change.event { true } else { false }
    }
    let settled = Self.settledGroups(programme)
    let known = Set(settled.joined())
    // Where partners may have to be found, every possible pair is surveyed.
    let isWhole =
      withdraws
      || programme.teams.indices.contains {
        programme.teams[$0].isApproved && programme.teams[$0].arm == .visit && !known.contains($0)
      }
    planning.report("opportunities")
    let table = isWhole ? OpportunityTable(programme) : OpportunityTable(programme, among: settled)
    pairing = try Self.pair(programme, table)
    groups = pairing.groups(in: programme)
    planning.report("options")
    problem = VisitsProblem(table, groups: groups)
    let standing = situation.standing(pairs: pairing.pairs.map(\.teams))
    let fixed = OpportunityTable(standing, among: groups)
    var solver = VisitsSolver(VisitsProblem(fixed, groups: groups))
    before = planning.plan(
      standing, planning.inputs, try Self.pair(standing, fixed), try solver.solve(), nil, fixed)
  }

  /// What becomes of the schedule under `scenario`, after at most so many seconds of search.
  func answer(_ scenario: WhatIfQuestion.Scenario, seconds: Double) throws -> WhatIfReply.Scenario {
    planning.report(scenario.name)
    let regrouping = try Regrouping(self, scenario.changes)
    let programme = regrouping.programme
    let table =
      regrouping.needsAll
      ? OpportunityTable(programme) : OpportunityTable(programme, among: regrouping.groups)
    var pairing = try Self.pair(regrouping.forced, table)
    for index in pairing.pairs.indices {
      let id = pairing.pairs[index].id
      pairing.pairs[index].isForced = self.pairing.pairs.first { $0.id == id }?.isForced ?? false
    }
    pairing.dualProof = nil
    for index in pairing.unpaired.indices where regrouping.deserted.contains(pairing.unpaired[index].team) {
      pairing.unpaired[index].reason =
        "no team that the rules let be its partner is free, and none can be freed by breaking up at most "
        + "\(NewPartners.mostBroken) pairs that have not met"
    }
    let touched = TouchedVisits(scenario.changes, problem)
    // Learning events take the time of anybody.
    let isSame = table.events == problem.table.events
    let changed = VisitsProblem(table, groups: regrouping.groups) { host, visitors, rivals in
      !isSame || touched.contains(host: host, visitors: visitors)
        ? nil : problem.options(host: host, visitors: visitors, beside: rivals)
    }
    let limit = planning.seconds() + seconds
    let solving = planning.seconds()
    var solver = VisitsSolver(
      changed,
      control: VisitsControl(secondsLeft: { limit - planning.seconds() }) { progress in
        planning.report(scenario.name, best: progress.best, bound: progress.bound)
      })
    var schedule = try solver.solve()
    let took = planning.seconds() - solving
    let closures = situation.programme.closures
    schedule.unscheduled = try planning.explained(schedule, changed, limit: limit) { obstacle in
      // A visit that is kept from a day by the question itself.
      guard case .closure(let day, .visit(let visit)) = obstacle else { return false }
      return !closures.contains { $0.scope == .visit(visit) && ($0.from...$0.to).contains(day) }
    }
    schedule.provideForMishaps(in: changed)
    let plan = planning.plan(programme, planning.inputs, pairing, schedule, nil, table)
    var reasons = MoveReasons(
      before: before, after: plan, problem: changed, changes: scenario.changes)
    return WhatIfReply.Scenario(
      name: scenario.name, plan: plan, broken: regrouping.broken, reasons: reasons.all(),
      alternatives: regrouping.alternatives, seconds: took)
  }

  /// The pairs that a programme's schedule, or its rules, leave no choice about.
  static func pair(_ programme: Programme, _ table: OpportunityTable) throws -> PairingAnswer {
    try PairingProblem(programme, table).solve(PairingOptions(isOver: { false }, pricesPairs: false))
  }

  /// The teams that visit one another in the schedule, by index; each group once, in the order of its rows.
  static func settledGroups(_ programme: Programme) -> [[Int]] {
    let position = programme.teamPositions
    var groups: [[Int]] = []
    for row in programme.schedule where row.interval != nil && row.status != .cancelled {
      let group = ([row.host] + row.visitors).compactMap { position[$0] }.sorted()
      if group.count == 1 + row.visitors.count, !groups.contains(group) { groups.append(group) }
    }
    return groups
  }
}
