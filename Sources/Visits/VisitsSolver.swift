import Domain
public import GLPK
import Opportunities

/// Finds the cheapest schedule and proves it: bounds by column generation, plans by diving, and closes what is
/// left by branch and bound over the columns that reduced costs cannot rule out.
public struct VisitsSolver {
  let problem: VisitsProblem
  let control: VisitsControl
  let conflicts: ConflictRules
  let columns: PairColumns
  /// The best plan: a column for each pair.
  var best: [Int]
  var bestCost: Int
  /// In units of 1/`VisitsMaster.scale` minutes.
  var scaledBound = Int.min
  var effort = VisitsEffort()
  private var proof = Proof.dual

  /// Prepares the columns of every pair.
  public init(_ problem: VisitsProblem, control: VisitsControl = VisitsControl()) {
    self.problem = problem
    self.control = control
    conflicts = ConflictRules(problem)
    columns = PairColumns(problem, conflicts: conflicts)
    best = columns.columnsOf.map { $0.upperBound - 1 }
    bestCost = Int.max
    effort.options = problem.options.count
    effort.cutShort = problem.cutShort
    effort.columns = columns.count
  }

  /// The best schedule within the time that `control` allows; what does not fit is listed as unscheduled.
  public mutating func solve() throws(GLPKError) -> VisitsAnswer {
    let fixed = fixedRows
    offer(given(), fixed)
    offer(greedy(fixed), fixed)
    if !problem.pairs.isEmpty {
      var master = try VisitsMaster(problem, columns, rows: fixed)
      for column in best { try master.add(column) }
      try generate(&master, phase: .bounding)
      try harvest(&master, fixed)
      if bound < bestCost, control.secondsLeft() > 0 { try dive(&master, fixed) }
      if bound < bestCost, control.secondsLeft() > 0 { try close(&master, fixed) }
      effort.entered = master.columnAt.count
      effort.rows = master.rows.count
    } else {
      scaledBound = bestCost * VisitsMaster.scale
    }
    return answer(fixed)
  }

  /// The rows that are there from the start.
  var fixedRows: [CouplingRow] {
    (WeeklyLimit.rows(problem) + FacilitatorWeeklyLimit.rows(problem) + FacilitatorTotalLimit.rows(problem)
      + PersonDayLimit.rows(problem)).map { $0.lessFixed(problem.isFixed) }
      + FacilitatorImbalance.rows(problem)
  }

  /// No schedule costs less, in minutes.
  var bound: Int {
    guard scaledBound > Int.min else { return 0 }
    let scale = VisitsMaster.scale
    return scaledBound >= 0 ? (scaledBound + scale - 1) / scale : -(-scaledBound / scale)
  }

  /// The bound over all schedules there could be: where options are perhaps not the best, they say nothing of others,
  /// and no visit costs less than nothing but a fixed one before the window.
  private var provenBound: Int {
    guard problem.cutShort > 0 else { return min(bound, bestCost) }
    let early = problem.options.indices.filter { problem.isFixed[$0] }.reduce(0) {
      $0 + min(0, problem.cost[$1])
    }
    return min(early, bestCost)
  }

  mutating func raiseBound(_ scaled: Int) { scaledBound = max(scaledBound, scaled) }

  mutating func markSearched(_ scaled: Int) {
    guard scaled > scaledBound else { return }
    scaledBound = scaled
    proof = .search
  }

  /// Takes `plan` (a column for each pair) if it keeps all rules and is the cheapest so far.
  mutating func offer(_ plan: [Int], _ fixed: [CouplingRow]) {
    guard let cost = cost(of: plan, fixed), cost < bestCost else { return }
    best = plan
    bestCost = cost
    report(.diving)
  }

  func report(_ phase: VisitsProgress.Phase) {
    control.progress(
      VisitsProgress(
        phase: phase, best: bestCost == Int.max ? nil : bestCost, bound: scaledBound > Int.min ? bound : nil))
  }

  /// The cost of `plan`; `nil` where it breaks a rule.
  func cost(of plan: [Int], _ fixed: [CouplingRow]) -> Int? {
    var cost = 0
    var chosen: [Int] = []
    for column in plan {
      cost += columns.cost[column]
      for option in [columns.first[column], columns.second[column]] where option >= 0 {
        chosen.append(Int(option))
      }
    }
    for (index, a) in chosen.enumerated() {
      for b in chosen[(index + 1)...] where abs(problem.day[a] - problem.day[b]) <= 1 {
        if conflicts.forbid(a, b) { return nil }
      }
    }
    var isChosen = [Bool](repeating: false, count: problem.options.count)
    for option in chosen { isChosen[option] = true }
    for row in fixed {
      let excess = row.options.reduce(0) { isChosen[$1] ? $0 + 1 : $0 } - row.limit
      guard excess > 0 else { continue }
      guard let price = row.excessCost else { return nil }
      cost += excess * price
    }
    return cost
  }

  private func answer(_ fixed: [CouplingRow]) -> VisitsAnswer {
    let programme = problem.table.programme
    var visits: [Visit] = []
    var unscheduled: [UnscheduledVisit] = []
    var costs = CostSheet.zero
    for (pair, column) in best.enumerated() {
      let chosen = [Int(columns.first[column]), Int(columns.second[column])]
      let own = chosen.enumerated().filter { $0.element >= 0 }
      for (leg, option) in chosen.enumerated() {
        let visit = 2 * pair + leg
        guard option >= 0 else {
          let why = UnscheduledReason(
            problem.table, host: problem.host(visit), visitor: problem.visitor(visit))
          unscheduled.append(
            UnscheduledVisit(
              host: programme.teams[problem.host(visit)].id,
              visitors: [programme.teams[problem.visitor(visit)].id], reason: why.reason,
              cheapestAsk: why.cheapestAsk))
          costs[.unscheduled] += Minutes(problem.unscheduled)
          continue
        }
        let choice = problem.options[option]
        costs += choice.costs
        let other = own.first { $0.offset != leg }.map { problem.options[$0.element].interval.start }
        var found = Visit(
          host: programme.teams[problem.host(visit)].id,
          visitors: [programme.teams[problem.visitor(visit)].id],
          leg: other.map { choice.interval.start < $0 ? 1 : 2 }, interval: choice.interval, room: choice.room,
          facilitator: choice.facilitator.map { programme.facilitators[$0].id }, detail: choice.detail)
        if let row = programme.schedule.first(where: { $0.id == found.id }) { found.inherit(from: row) }
        visits.append(found)
      }
      if chosen[0] >= 0, chosen[1] >= 0,
        FacilitatorChange.applies(problem.facilitator[chosen[0]], problem.facilitator[chosen[1]])
      {
        costs[.facilitatorChange] += Minutes(problem.facilitatorChange)
      }
    }
    costs[.facilitatorImbalance] = Minutes(bestCost - costs.total.count)
    visits.sort { ($0.interval.start, $0.id) < ($1.interval.start, $1.id) }
    return VisitsAnswer(
      visits: visits,
      unscheduled: unscheduled.sorted { $0.id < $1.id },
      costs: costs, quality: Quality(objective: bestCost, bound: provenBound, proof: proof),
      effort: effort)
  }
}
