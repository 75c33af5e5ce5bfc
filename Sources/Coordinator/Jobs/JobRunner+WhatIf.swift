import Checking
import Domain
import Foundation
import Intake
import Ledger
import Reports
import Solving
import WhatIf

extension JobRunner {
  /// Compares what might happen with the schedule as it stands. Nothing that is published changes.
  func whatIf() async throws {
    let now = try ProgrammeNow(programme, in: place)
    let known = try KnownSchedule(now, in: place)
    guard let visits = known.file, known.visits.contains(where: { $0.interval != nil }) else {
      throw JobRefusal(["there is no schedule to ask about yet; publish a plan first"])
    }
    var files = now.files
    if let closures = known.closures(in: now.programme.settings) { files.append(closures) }
    var request = WorkRequest(
      job: .whatIf, files: files.map { WorkRequest.File(name: $0.name, data: Data($0.bytes)) },
      today: place.today.iso, timeLimit: place.settings.timeLimit)
    request.visits = WorkRequest.File(name: visits.name, data: Data(visits.bytes))
    let changes = try changes()
    request.whatIf = WorkRequest.WhatIf(changes: [WorkRequest.WhatIf.Changes(file: changes)])
    let question = try WhatIfQuestion(request)
    let reply: WhatIfReply
    switch try await place.worker(for: request).answer(to: request) {
    case .whatIf(let found): reply = found
    case .refused(let lines): throw JobRefusal(lines)
    case .unproven(let why): throw JobRefusal([why])
    case .failed(let why): throw WorkerFailure.died(how: "the solver failed: \(why)", log: "")
    case .plan, .replanned, .taken, .model, .explanation:
      throw WorkerFailure.garbled("it is no comparison", log: "")
    }
    try Task.checkCancellation()
    let people = question.situation.programme
    var written: [(name: String, bytes: [UInt8])] = []
    var comparisons: [ScenarioComparison] = []
    for (asked, found) in zip(question.scenarios, reply.scenarios) {
      let changed = question.situation.after(asked.changes, broken: found.broken)
      let verdict = Verdict(changed, found.plan, .plan, kept: Set(reply.before.pairs.map(\.id)))
      guard verdict.faults.isEmpty else {
        throw JobRefusal(["the checker did not pass the answer; please report this:"] + verdict.faults)
      }
      comparisons.append(
        ScenarioComparison(
          name: asked.name, changes: asked.changes, programme: people, changed: changed,
          before: reply.before, after: found.plan, givenUp: question.situation.givenUp(by: asked.changes),
          reasons: Dictionary(found.reasons.map { ($0.visit, $0.why) }) { first, _ in first },
          alternatives: found.alternatives, standing: verdict.standingOfVisits))
      let plan = question.situation.asWritten(found.plan)
      for file in PlanFiles(programme: changed, plan: plan).files {
        written.append(("scenarios/\(asked.name)/\(file.name)", file.bytes))
      }
    }
    let document = ComparisonDocument(programme: people, scenarios: comparisons, slips: [])
    let timings = ComparisonTimings(scenarios: reply.scenarios.map { ($0.name, $0.seconds) })
    let report = ComparisonReport(programme: people, scenarios: comparisons)
    written += [
      ("comparison.txt", Array(report.text.utf8)), (document.file.name, document.file.bytes),
      (timings.file.name, timings.file.bytes),
    ]
    try results.write(written)
    try finish(Self.summary(comparisons.map(\.difference)) + "; comparison.txt says which and why")
  }

  /// How many visits would move, and how many would not be held any more, in a line.
  static func summary(_ differences: [PlanDifference]) -> String {
    func count(_ visits: (PlanDifference) -> Int) -> Int { differences.reduce(0) { $0 + visits($1) } }
    let moves = count { $0.moves.count }
    let others = [
      (count { $0.lost.count + $0.undated.count }, "would have no date"),
      (count { $0.cancelled.count + $0.gone.count }, "would be given up"),
    ].filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }
    return "\(moves) \(moves == 1 ? "visit" : "visits") would move" + others.joined()
  }

  /// The changes that are asked about: in the order itself, or in a file that was sent beside it.
  private func changes() throws -> WorkRequest.File {
    if let text = request.changes {
      let own = request.file.map { $0.hasSuffix(".csv") ? $0 : "what-if.csv" } ?? "what-if.csv"
      return WorkRequest.File(name: own, data: Data(text.utf8))
    }
    guard let name = request.changesFile else { throw JobRefusal(["the order names no changes"]) }
    var newest: RecordedInput?
    var after = InputSequence(0)
    while true {
      let page = try place.ledger.inputs(of: programme, after: after)
      guard let last = page.last else { break }
      newest = page.last { $0.name == name && $0.fate == .accepted } ?? newest
      after = last.sequence
    }
    guard let newest, let bytes = try place.ledger.contents(of: newest.digest) else {
      throw JobRefusal(["the order names '\(name)', which has not been taken; drop it first, then the order"])
    }
    return WorkRequest.File(name: name, data: Data(bytes))
  }
}
