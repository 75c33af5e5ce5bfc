import Domain
import Foundation
import GLPK
import Intake
import Opportunities
import Pairing
import Reasons
import Visits

/// From a programme's files to a plan: read, survey, pair, schedule. Runs inside a worker, on its main thread,
/// since the solver's problems live and die on one thread.
struct PlanJob {
  let request: WorkRequest
  /// Seconds since the worker began.
  let seconds: () -> Double
  let send: (WorkProgress) -> Void

  init(request: WorkRequest, seconds: @escaping () -> Double, send: @escaping (WorkProgress) -> Void) {
    self.request = request
    self.seconds = seconds
    self.send = send
  }

  func run() -> WorkReply {
    do {
      var programme = try readProgramme()
      var timings = PlanTimings()
      let table = survey(programme)
      timings.opportunities = seconds()
      let pairing = try pair(&programme, table, &timings)
      guard pairing.quality.isProven else { return .unproven(Self.noProvenPairing) }
      guard request.job == .plan else {
        return .plan(plan(programme, inputs, pairing, nil, nil, table), timings)
      }
      let (choice, trade) = try schedule(programme, table, pairing, &timings)
      let plan = plan(programme, inputs, choice.pairing, choice.schedule, trade, table)
      guard let before = request.before else { return .plan(plan, timings) }
      var reasons = MoveReasons(before: before, after: plan, problem: choice.problem, changes: [])
      return .replanned(plan, timings, reasons.all())
    } catch {
      return WorkReply(endedBy: error)
    }
  }

  /// What was given beside the folder, under names that no file of it has.
  private var givenFiles: [InputFile] {
    [("--pairs", request.pairs), ("--visits", request.visits)].compactMap { option, file in
      file.map { InputFile(name: option, bytes: Array($0.data)) }
    }
  }

  /// What to say where the time was too short for a proven pairing.
  static let noProvenPairing = "no pairing was proven best in the time; give more with --time-limit"

  var inputs: [InputFile] {
    request.files.map { InputFile(name: $0.name, bytes: Array($0.data)) }
  }

  /// The programme in the request's files, with the wishes of the command line among its pair rules.
  func readProgramme() throws -> Programme {
    var programme = try request.programme()
    applyWishes(to: &programme)
    return programme
  }

  /// Who could visit whom when.
  func survey(_ programme: Programme) -> OpportunityTable {
    report("opportunities")
    return OpportunityTable(programme)
  }

  func report(_ phase: String, best: Int? = nil, bound: Int? = nil) {
    send(WorkProgress(phase: phase, best: best, bound: bound, seconds: seconds()))
  }

  /// Adds the pairs that were forbidden or forced by hand to the programme's own rules.
  private func applyWishes(to programme: inout Programme) {
    func add(_ teams: [String], _ kind: PairRuleKind) {
      let ids = teams.compactMap { TeamID($0) }.sorted()
      guard ids.count == 2 else { return }
      programme.pairRules.append(PairRule(teamA: ids[0], teamB: ids[1], kind: kind, reason: "asked for"))
    }
    for teams in request.forbid { add(teams, .forbid) }
    for teams in request.force { add(teams, .force) }
  }

  /// Pairs the teams, or takes the pairs given in the request, which then are `programme`'s pair rules.
  func pair(
    _ programme: inout Programme, _ table: OpportunityTable, _ timings: inout PlanTimings
  ) throws -> PairingAnswer {
    let began = seconds()
    report("pairing")
    let given = try takeGivenPairs(into: &programme)
    var asked = programme
    if let given {
      for index in asked.teams.indices where !given.contains(asked.teams[index].id) {
        asked.teams[index].isApproved = false
      }
    }
    let problem = try PairingProblem(asked, table)
    let solving = seconds()
    let limit = solving + request.timeLimit
    var answer = try problem.solve(
      PairingOptions(
        isOver: { seconds() > limit }, report: { _ in }, clock: seconds,
        pricesPairs: request.job != .export))
    if let given {
      answer.unpaired =
        (answer.unpaired.filter { given.contains($0.team) }
        + programme.teams.filter { !given.contains($0.id) }
        .map { UnpairedTeam(team: $0.id, reason: "not among the pairs given") })
        .sorted { $0.team < $1.team }
      answer.warnings = []
    }
    timings.pairing.solving = answer.statistics.seconds
    timings.pairing.wall = seconds() - began
    timings.pairing.toFirst = timings.pairing.wall
    return answer
  }

  /// The teams of the pairs given in the request, whose pairs become forced; `nil` where none are given.
  private func takeGivenPairs(into programme: inout Programme) throws -> Set<TeamID>? {
    guard let file = request.pairs else { return nil }
    let pairs = try ScheduleReader.pairs(
      in: InputFile(name: file.name, bytes: Array(file.data)), of: programme
    ).pairs
    // Pairs given by hand may be any; three teams that are each other's partners are forced, two by two.
    programme.settings.pairing.oddTeam = .trio
    programme.pairRules = PairRule.forcing(pairs, reason: "given in \(file.name)")
    return Set(pairs.flatMap { $0 })
  }

  /// The pairs given in the request, teams by id; none where none are given.
  func givenPairs(of programme: Programme) throws -> [[TeamID]] {
    guard let file = request.pairs else { return [] }
    return try ScheduleReader.pairs(
      in: InputFile(name: file.name, bytes: Array(file.data)), of: programme
    ).pairs
  }

  /// The options of all visits of every pair, or trio.
  ///
  /// What `known` has of them is taken from there.
  func visitsProblem(
    _ table: OpportunityTable, _ pairing: PairingAnswer, known: VisitsProblem? = nil
  ) -> VisitsProblem {
    report("options")
    return VisitsProblem(
      table, groups: pairing.groups(in: table.programme),
      known: { known?.options(host: $0, visitors: $1, beside: $2) })
  }

  /// The best schedule of `pairing`; where it leaves visits without a date, also of pairings near it, which are taken
  /// where the request asks for that.
  private func schedule(
    _ programme: Programme, _ table: OpportunityTable, _ pairing: PairingAnswer, _ timings: inout PlanTimings
  ) throws -> (choice: JointPlanning.Choice, trade: PairingTrade?) {
    let began = seconds()
    let problem = visitsProblem(table, pairing)
    let solving = seconds()
    // What pairing has used of the time is gone; there is always a first schedule, however little is left.
    let limit = solving + request.timeLimit - timings.pairing.solving
    var toFirst: Double?
    func solve(_ problem: VisitsProblem) throws(GLPKError) -> VisitsAnswer {
      var solver = VisitsSolver(
        problem,
        control: VisitsControl(secondsLeft: { limit - seconds() }, pivots: request.iterations) { progress in
          if toFirst == nil, progress.best != nil { toFirst = seconds() - solving }
          report(progress.phase.rawValue, best: progress.best, bound: progress.bound)
        })
      return try solver.solve()
    }
    var choice = JointPlanning.Choice(pairing: pairing, problem: problem, schedule: try solve(problem))
    timings.visits.solving = seconds() - solving
    timings.visits.toFirst = toFirst ?? timings.visits.solving
    var trade: PairingTrade?
    if request.pairs == nil, !choice.schedule.unscheduled.isEmpty {
      let search = JointPlanning(
        programme: programme, table: table,
        limit: request.joint.map(Score.init(deviations:)) ?? JointPlanning.offered,
        rounds: request.joint == nil ? 1 : JointPlanning.mostRounds,
        tries: request.joint == nil ? JointPlanning.offerTries : JointPlanning.mostTries,
        isOver: { seconds() > limit },
        problem: { visitsProblem(table, $0, known: $1) }, schedule: solve)
      if let found = try search.search(from: choice) {
        trade = found.trade
        if request.joint != nil {
          trade?.isTaken = true
          // The best pairing's bound holds for every pairing.
          choice = found.choice
          choice.pairing.take(boundOf: pairing)
        }
      }
    }
    choice.schedule.unscheduled = try explained(choice.schedule, choice.problem, limit: limit)
    choice.schedule.provideForMishaps(in: choice.problem)
    timings.visits.wall = seconds() - began
    return (choice, trade)
  }

  /// So many asks are tried at most for all visits without a date together, each by making the whole plan anew.
  static let mostAsks = 24

  /// Every visit without a date with the reason, and what to ask for, which is never what `isInQuestion`.
  func explained(
    _ answer: VisitsAnswer, _ problem: VisitsProblem, limit: Double,
    isInQuestion: @escaping (Obstacle) -> Bool = { _ in false }
  ) throws(GLPKError) -> [UnscheduledVisit] {
    guard !answer.unscheduled.isEmpty else { return [] }
    report("reasons")
    let standing = problem.table.programme.holding(answer.visits)
    let plan = SettledPlan(standing, groups: problem.groups)
    let search = AskSearch(
      problem, before: answer, plan: plan, control: VisitsControl(secondsLeft: { limit - seconds() }),
      isInQuestion: isInQuestion)
    let most = max(4, Self.mostAsks / answer.unscheduled.count)
    var explained: [UnscheduledVisit] = []
    for visit in answer.unscheduled {
      guard let host = standing.teams.firstIndex(where: { $0.id == visit.host }),
        seconds() < limit || explained.isEmpty
      else {
        explained.append(visit)
        continue
      }
      var explanation = Explainer(plan, host: host).explanation()
      explanation.asks = try search.findings(explanation, most: most).asks
      explained.append(UnscheduledVisit(explanation, in: standing))
    }
    return explained
  }

  func plan(
    _ programme: Programme, _ files: [InputFile], _ pairing: PairingAnswer, _ schedule: VisitsAnswer?,
    _ trade: PairingTrade?, _ table: OpportunityTable
  ) -> Plan {
    var warnings = pairing.warnings + (schedule == nil ? [] : table.warnings)
    warnings += programme.changedHours(of: schedule?.visits ?? [])
    if let cutShort = schedule?.effort.cutShort, cutShort > 0 {
      warnings.append(
        "On \(cutShort) dates there were too many ways to spend the day to try them all, so a better agenda or "
          + "attendance may exist and nothing is proven of the schedule; sessions that come first, last or after "
          + "another, larger rooms, or more required roles make it easier.")
    }
    if let leftOut = schedule?.effort.leftOut, leftOut > 0 {
      warnings.append(
        "The trio's visits have too many dates and facilitators to try every three of them: the \(leftOut) dearest "
          + "were left out, so a better schedule may exist and nothing is proven of it; limits of days between "
          + "visits that are closer together make it easier.")
    }
    if schedule?.effort.ending == .time {
      warnings.append(
        "The time was up before the schedule was proven best: it keeps every rule, but another run may find another, "
          + "cheaper or dearer one; --iterations in place of time makes runs alike, and more --time-limit may prove it."
      )
    }
    return Plan(
      programme: programme.settings.id, today: programme.settings.today, seed: request.seed,
      inputDigest: InputDigest.of(files: files + givenFiles), pairs: pairing.pairs,
      unpaired: pairing.unpaired,
      visits: schedule?.visits ?? [], unscheduled: schedule?.unscheduled ?? [],
      events: table.events, trade: trade, pairingQuality: pairing.quality, unpairedCost: pairing.unpairedCost,
      pairingProof: pairing.dualProof,
      visitsQuality: schedule?.quality ?? Quality(objective: 0, bound: 0, proof: .dual),
      costs: schedule?.costs ?? .zero, warnings: warnings.sorted())
  }
}
