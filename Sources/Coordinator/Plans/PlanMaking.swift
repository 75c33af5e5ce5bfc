import Checking
import Domain
import Foundation
import Intake
import Ledger
import Solving

/// A plan that the checker has passed, with what it was made from.
struct MadePlan: Codable {
  /// What the worker was asked.
  var request: WorkRequest
  /// The answer, each visit as firm as people know it.
  var plan: Plan
  /// How long it took, in seconds.
  var timings: PlanTimings
  /// Why published visits do not stay, as part of a sentence.
  var reasons: [WhatIfReply.Reason]
  /// The number of the input up to which the tables were read.
  var base: Int64
  /// The number of the release that it was made over; 0 before the first.
  var over: Int
  /// Visits that were cancelled by order, and so were not planned; absent in what an earlier version kept.
  var cancelled: Set<VisitID>?

  /// `plan`, or the one that is released of it, as people are shown it: without what was cancelled by order.
  func shown(_ plan: Plan) -> Plan {
    var plan = plan
    plan.leaveOut(cancelled ?? [])
    return plan
  }

  /// The programme that it was made for.
  func programme() throws -> Programme { try request.programme() }
}

/// Makes a plan of a programme as it stands: asks a worker, and lets the checker judge the answer.
struct PlanMaking {
  let place: Workplace
  let id: ProgrammeID
  /// Whether published visits may also move because that is better: where the price of moving is worth it.
  var isImproving = false

  /// The plan that moves as little as the policy asks.
  ///
  /// Throws `JobRefusal` where the input is to blame, `WorkerFailure` where the worker is.
  func make() async throws -> MadePlan {
    let now = try ProgrammeNow(id, in: place)
    let known = try KnownSchedule(now, in: place)
    let publish = now.programme.settings.publish
    let today = now.programme.settings.today
    let frozen = known.pinning { row in
      guard row.isPublished, row.status != .cancelled, let day = row.interval?.start.day, day > today,
        day <= today.advanced(by: publish.freezeDays)
      else { return nil }
      return "inside the freeze of \(publish.freezeDays) days"
    }
    guard known.release != nil, publish.policy == .automatic, !isImproving else {
      return try await ask(now, known, frozen, moveCost: nil)
    }
    let impossible = ImpossibleVisits(frozen.visits, in: now.programme).ids
    let kept = frozen.pinning { row in
      row.isPublished && row.status != .cancelled && !impossible.contains(row.id)
        ? "published, and still possible" : nil
    }
    let plan = try await ask(now, known, kept, moveCost: nil)
    let lost = plan.plan.unscheduled.contains { visit in
      impossible.contains(visit.id) && !known.withheld.contains(visit.id)
    }
    guard lost else { return plan }
    // Others have to move for it, as few as may be: moving costs more than anything but having no date.
    var other = try await ask(now, known, frozen, moveCost: Self.dearMove)
    guard other.plan.visits.count > plan.plan.visits.count else { return plan }
    other.plan.warnings.append(
      "A published visit found a date only by moving others, so that moving one counted "
        + "\(Int(Self.dearMove)) clinician-hours in this plan.")
    other.plan.warnings.sort()
    return other
  }

  /// Clinician-hours of a move where published visits are to move only for one that would have no date.
  private static let dearMove = 500.0

  private func ask(
    _ now: ProgrammeNow, _ known: KnownSchedule, _ given: KnownSchedule, moveCost: Double?
  ) async throws -> MadePlan {
    var files = now.files
    if let closures = known.closures(in: now.programme.settings) { files.append(closures) }
    var request = WorkRequest(
      job: .plan, files: files.map { WorkRequest.File(name: $0.name, data: Data($0.bytes)) },
      today: place.today.iso, timeLimit: place.settings.timeLimit, iterations: place.settings.iterations)
    request.moveCost = moveCost
    if known.release != nil, let visits = given.file {
      request.visits = WorkRequest.File(name: visits.name, data: Data(visits.bytes))
      request.before = known.released?.plan
    }
    let programme = try request.programme()
    let (plan, timings, reasons) = try await answer(request)
    let verdict = Verdict(programme, plan, .plan)
    guard verdict.faults.isEmpty else {
      throw JobRefusal(
        ["the plan was not passed by the checker, and nothing came of it; please report this:"]
          + verdict.faults)
    }
    var judged = known.withoutOwnPins(plan)
    judged.warnings = (judged.warnings + verdict.standing).sorted()
    return MadePlan(
      request: request, plan: judged, timings: timings, reasons: reasons, base: now.base.number,
      over: known.release?.number ?? 0, cancelled: known.withheld)
  }

  private func answer(
    _ request: WorkRequest
  ) async throws -> (Plan, PlanTimings, [WhatIfReply.Reason]) {
    switch try await place.worker(for: request).answer(to: request) {
    case .plan(let plan, let timings): return (plan, timings, [])
    case .replanned(let plan, let timings, let reasons): return (plan, timings, reasons)
    case .refused(let lines): throw JobRefusal(lines)
    case .unproven(let why): throw JobRefusal([why])
    case .failed(let why): throw WorkerFailure.died(how: "the solver failed: \(why)", log: "")
    case .taken, .model, .whatIf, .explanation:
      throw WorkerFailure.garbled("it is no plan", log: "")
    }
  }
}

extension Workplace {
  /// Who works on a request that solves.
  func worker(for request: WorkRequest) -> Workers {
    let size = request.files.reduce(0) { $0 + $1.data.count }
    var limits = WorkerLimits(timeLimit: request.timeLimit, inputBytes: size)
    limits.memory = settings.memory
    return Workers(executable: settings.executable, limits: limits, slurm: settings.slurm)
  }
}
