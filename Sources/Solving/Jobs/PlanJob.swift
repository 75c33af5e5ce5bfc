import Domain
import Foundation
import GLPK
import Intake
import Opportunities
import Pairing
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
    let files = request.files.map { InputFile(name: $0.name, bytes: Array($0.data)) }
    do {
      guard let today = Day(iso: request.today) else { return .failed("the request has no day") }
      let admission = try ProgrammeReader.read(files: files, today: today)
      var programme = admission.programme
      if let visits = request.visits {
        programme.schedule = try ScheduleReader.visits(
          in: InputFile(name: visits.name, bytes: Array(visits.data)), of: programme,
          dates: admission.conventions.dates
        ).visits
      }
      applyWishes(to: &programme)
      var timings = PlanTimings()
      report("opportunities")
      let table = OpportunityTable(programme)
      timings.opportunities = seconds()
      let pairing = try pair(&programme, table, &timings)
      guard pairing.quality.isProven else {
        return .unproven(
          "no pairing was proven best in the time; give more with --time-limit")
      }
      let schedule = request.job == .plan ? try schedule(table, pairing, &timings) : nil
      return .plan(plan(programme, files, pairing, schedule, table), timings)
    } catch let rejection as IntakeRejection {
      return .refused(rejection.diagnostics.map(\.description))
    } catch let refusal as PairingRefusal {
      return .refused(["error: \(refusal)"])
    } catch {
      return .failed(String(describing: error))
    }
  }

  /// What was given beside the folder, under names that no file of it has.
  private var givenFiles: [InputFile] {
    [("--pairs", request.pairs), ("--visits", request.visits)].compactMap { option, file in
      file.map { InputFile(name: option, bytes: Array($0.data)) }
    }
  }

  private func report(_ phase: String, best: Int? = nil, bound: Int? = nil) {
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

  private func pair(
    _ programme: inout Programme, _ table: OpportunityTable, _ timings: inout PlanTimings
  ) throws -> PairingAnswer {
    let began = seconds()
    report("pairing")
    var given: Set<TeamID>?
    if let file = request.pairs {
      let pairs = try ScheduleReader.pairs(
        in: InputFile(name: file.name, bytes: Array(file.data)), of: programme
      ).pairs
      if let trio = pairs.first(where: { $0.count != 2 }) {
        throw IntakeRejection(diagnostics: [
          Diagnostic(
            file: file.name, line: 1, column: 1, severity: .error,
            what: "\(PairID(trio)) is a trio, which cannot be planned", whatToDo: "give two teams in each row"
          )
        ])
      }
      programme.pairRules = pairs.map {
        PairRule(teamA: $0[0], teamB: $0[1], kind: .force, reason: "given in \(file.name)")
      }
      given = Set(pairs.flatMap { $0 })
    }
    var asked = programme
    if let given {
      for index in asked.teams.indices where !given.contains(asked.teams[index].id) {
        asked.teams[index].isApproved = false
      }
    }
    let count = programme.teams.count
    var drives = [Int](repeating: 0, count: count * count)
    var estimated = [Bool](repeating: false, count: count * count)
    var dates = [Int](repeating: 0, count: count * count)
    for a in 0..<count {
      for b in 0..<count where a != b {
        let drive = table.drives.drive(from: programme.teams[a].site, to: programme.teams[b].site)
        drives[a * count + b] = drive.minutes
        estimated[a * count + b] = drive.isEstimated
        dates[a * count + b] = table.commonDates(host: a, visitor: b)
      }
    }
    let problem = try PairingProblem(
      programme: asked, drives: drives, drivesEstimated: estimated, commonDates: dates)
    let solving = seconds()
    let limit = solving + request.timeLimit
    var answer = try problem.solve(
      PairingOptions(isOver: { seconds() > limit }, report: { _ in }, clock: seconds))
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

  private func schedule(
    _ table: OpportunityTable, _ pairing: PairingAnswer, _ timings: inout PlanTimings
  ) throws(GLPKError) -> VisitsAnswer {
    let began = seconds()
    report("options")
    let position = Dictionary(
      table.programme.teams.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    let pairs = pairing.pairs.compactMap { pair -> (first: Int, second: Int)? in
      guard let first = position[pair.teams[0]], let second = position[pair.teams[1]] else { return nil }
      return (first, second)
    }
    let problem = VisitsProblem(table, pairs: pairs)
    let solving = seconds()
    // What pairing has used of the time is gone; there is always a first schedule, however little is left.
    let limit = solving + request.timeLimit - timings.pairing.solving
    var toFirst: Double?
    var solver = VisitsSolver(
      problem,
      control: VisitsControl(secondsLeft: { limit - seconds() }) { progress in
        if toFirst == nil, progress.best != nil { toFirst = seconds() - solving }
        report(progress.phase.rawValue, best: progress.best, bound: progress.bound)
      })
    let answer = try solver.solve()
    timings.visits.solving = seconds() - solving
    timings.visits.wall = seconds() - began
    timings.visits.toFirst = toFirst ?? timings.visits.solving
    return answer
  }

  private func plan(
    _ programme: Programme, _ files: [InputFile], _ pairing: PairingAnswer, _ schedule: VisitsAnswer?,
    _ table: OpportunityTable
  ) -> Plan {
    let warnings = pairing.warnings + (schedule == nil ? [] : table.warnings)
    return Plan(
      programme: programme.settings.id, today: programme.settings.today, seed: request.seed,
      inputDigest: InputDigest.of(files: files + givenFiles), pairs: pairing.pairs, unpaired: pairing.unpaired,
      visits: schedule?.visits ?? [], unscheduled: schedule?.unscheduled ?? [],
      pairingQuality: pairing.quality, unpairedCost: pairing.unpairedCost,
      visitsQuality: schedule?.quality ?? Quality(objective: 0, bound: 0, proof: .dual),
      costs: schedule?.costs ?? .zero, warnings: warnings.sorted())
  }
}
