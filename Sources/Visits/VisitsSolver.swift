import Domain
public import GLPK
import Opportunities

/// Finds the cheapest schedule and proves it: bounds by column generation, plans by diving, and closes what is
/// left by branch and bound over the columns that reduced costs cannot rule out.
public struct VisitsSolver {
  let problem: VisitsProblem
  let control: VisitsControl
  let conflicts: ConflictRules
  let columns: GroupColumns
  /// The best plan: a column for each group.
  var best: [Int]
  var bestCost: Int
  /// In units of 1/`VisitsMaster.scale` minutes.
  var scaledBound = Int.min
  var effort = VisitsEffort()
  private var proof = Proof.dual
  /// The rows that are there from the start.
  let fixed: [CouplingRow]
  /// Pivots of the simplex method so far.
  private(set) var pivots = 0

  /// Prepares the columns of every group.
  public init(_ problem: VisitsProblem, control: VisitsControl = VisitsControl()) {
    self.init(problem, control: control, mostOfTrio: GroupColumns.mostOfTrio)
  }

  /// The same with at most so many columns for a trio's three visits.
  init(_ problem: VisitsProblem, control: VisitsControl = VisitsControl(), mostOfTrio: Int) {
    self.problem = problem
    self.control = control
    conflicts = ConflictRules(problem)
    fixed = Self.fixedRows(problem)
    columns = GroupColumns(problem, conflicts: conflicts, mostOfTrio: mostOfTrio)
    best = columns.columnsOf.map { $0.upperBound - 1 }
    bestCost = Int.max
    effort.options = problem.options.count
    effort.cutShort = problem.cutShort
    effort.columns = columns.count
    effort.leftOut = columns.leftOut
  }

  /// The best schedule within the time that `control` allows; what does not fit is listed as unscheduled.
  public mutating func solve() throws(GLPKError) -> VisitsAnswer {
    offer(best)
    offer(given())
    offer(greedy())
    if !problem.groups.isEmpty {
      var master = try VisitsMaster(problem, columns, rows: fixed)
      for column in best { try master.add(column) }
      if try generate(&master, phase: .bounding) { try harvest(&master) }
      if bound < bestCost, !isOver { try dive(&master) }
      if bound < bestCost, !isOver { try close(&master) }
      effort.pivots = pivots
      effort.entered = master.columnAt.count
      effort.rows = master.rows.count
    } else {
      scaledBound = bestCost * VisitsMaster.scale
    }
    if bound < bestCost {
      effort.ending = control.pivots.map { pivots >= $0 } ?? false ? .pivots : .time
    }
    return answer()
  }

  /// Whether the time or the pivots are used up.
  var isOver: Bool { control.secondsLeft() <= 0 || pivots >= control.pivots ?? Int.max }

  /// Pivots left; `nil` without a limit.
  var pivotsLeft: Int? { control.pivots.map { max(0, $0 - pivots) } }

  /// Runs the simplex method within what is left of time and pivots, and counts its pivots.
  mutating func solve(_ lp: Problem, _ method: SimplexMethod) throws(GLPKError) -> SimplexStatus {
    let before = lp.iterationCount
    defer { count(pivots: lp.iterationCount - before) }
    return try lp.simplex(
      method, SimplexOptions(iterationLimit: pivotsLeft, timeLimit: control.timeLeft))
  }

  mutating func count(pivots more: Int) { pivots += more }

  /// The rows that are there from the start.
  private static func fixedRows(_ problem: VisitsProblem) -> [CouplingRow] {
    problem.limitRows.map { $0.lessFixed(problem) } + FacilitatorImbalance.rows(problem)
  }

  /// No schedule costs less, in minutes.
  var bound: Int {
    guard scaledBound > Int.min else { return 0 }
    let scale = VisitsMaster.scale
    return scaledBound >= 0 ? (scaledBound + scale - 1) / scale : -(-scaledBound / scale)
  }

  /// The bound over all schedules there could be: where options are perhaps not the best, or were left out, they say
  /// nothing of others, and no visit costs less than nothing but a fixed one before the window.
  private var provenBound: Int {
    guard problem.cutShort > 0 || columns.leftOut > 0 else { return min(bound, bestCost) }
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

  /// Takes `plan` (a column for each group) if it keeps all rules and is the cheapest so far.
  mutating func offer(_ plan: [Int]) {
    guard let cost = cost(of: plan), cost < bestCost else { return }
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
  func cost(of plan: [Int]) -> Int? {
    var occupancy = Occupancy(problem, conflicts, rows: fixed)
    var cost = 0
    // Fixed visits first: what they use of a limit is theirs, and the rest has what is left.
    let chosen = plan.flatMap { columns.options(of: $0) }
    for column in plan { cost += columns.cost[column] }
    for option in chosen.filter({ problem.isFixed[$0] }) + chosen.filter({ !problem.isFixed[$0] }) {
      guard occupancy.admits(option) else { return nil }
      cost += occupancy.excess(option)
      occupancy.add(option)
    }
    return cost
  }

  private func answer() -> VisitsAnswer {
    var visits: [Visit] = []
    var unscheduled: [UnscheduledVisit] = []
    var costs = CostSheet.zero
    for (group, column) in best.enumerated() {
      let chosen = problem.visitsOf[group].map { visit in
        (visit: visit, option: columns.option(of: column, at: visit - problem.visitsOf[group].lowerBound))
      }
      // Where the group's visits are among all.
      var own: [Int] = []
      for (visit, option) in chosen {
        guard option >= 0 else {
          unscheduled.append(self.unscheduled(visit))
          costs[.unscheduled] += Minutes(problem.unscheduled)
          continue
        }
        costs += problem.options[option].costs
        var found = self.visit(visit, problem.options[option])
        if let row = problem.table.programme.scheduledVisit(found.id) { found.inherit(from: row) }
        visits.append(found)
        own.append(visits.count - 1)
      }
      // Which is first of three is open while one of them has no date.
      if own.count == chosen.count {
        let order = own.sorted {
          (visits[$0].interval.start, visits[$0].id) < (visits[$1].interval.start, visits[$1].id)
        }
        for (place, index) in order.enumerated() { visits[index].leg = place + 1 }
      }
      let leaders = Set(
        chosen.filter { $0.option >= 0 }.map { problem.facilitator[$0.option] }.filter { $0 >= 0 })
      if leaders.count > 1 { costs[.facilitatorChange] += Minutes(problem.facilitatorChange) }
    }
    costs[.facilitatorImbalance] = Minutes(bestCost - costs.total.count)
    visits.sort { ($0.interval.start, $0.id) < ($1.interval.start, $1.id) }
    return VisitsAnswer(
      visits: visits,
      unscheduled: unscheduled.sorted { $0.id < $1.id },
      costs: costs, quality: Quality(objective: bestCost, bound: provenBound, proof: proof),
      effort: effort)
  }

  /// A visit as the plan holds it.
  private func visit(_ visit: Int, _ choice: Option) -> Visit {
    let programme = problem.table.programme
    return Visit(
      host: programme.teams[problem.host(visit)].id,
      visitors: problem.visitors(visit).map { programme.teams[$0].id }.sorted(),
      interval: choice.interval, room: choice.room,
      facilitator: choice.facilitator.map { programme.facilitators[$0].id }, detail: choice.detail)
  }

  /// A visit without a date; why it has none, and what to ask for, is worked out from the finished plan, in Reasons.
  private func unscheduled(_ visit: Int) -> UnscheduledVisit {
    let teams = problem.table.programme.teams
    return UnscheduledVisit(
      host: teams[problem.host(visit)].id,
      visitors: problem.visitors(visit).map { teams[$0].id }.sorted(),
      reason: "no date goes together with the other visits")
  }
}
