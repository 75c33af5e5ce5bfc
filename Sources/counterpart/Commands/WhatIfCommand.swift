import ArgumentParser
import Checking
import Coordinator
import Domain
import Foundation
@preconcurrency import Glibc
import Intake
import Reports
import Solving
import WhatIf

/// What becomes of a schedule when something happens, moving as little as possible.
struct WhatIfCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Say what becomes of a schedule when something happens: what moves, why, and what it costs.",
    discussion: """
      Takes the schedule of the folder, or of --visits, as what people know, and answers each file of changes \
      (whatif.csv) with the schedule that moves least. Several files are ranked. Nothing that is published changes; \
      --out writes the comparison and each schedule, to be looked at or given back to plan.
      """)

  @OptionGroup var inputs: PlanInputs
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp("The visits.csv with the schedule, instead of the folder's.", valueName: "file"))
  var visits: String?
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "A file of changes; may be repeated, each a question of its own. The folder's whatif.csv where none is given.",
      valueName: "file"))
  var changes: [String] = []
  @Flag(help: "Try a delay of 1, 2 and 4 weeks for every visit, and rank the visits by the damage.")
  var sweep = false
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp("The folder to write; new, empty or an earlier result.", valueName: "folder"))
  var out: String?
  @OptionGroup var solver: SolverChoice
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp("Jobs of Slurm that the delays of --sweep are shared out to.", valueName: "number"))
  var sweepJobs = 8
  @Flag(help: "Print the comparison as JSON on standard output.")
  var json = false
  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    guard (1...1000).contains(sweepJobs) else { throw ValidationError("--sweep-jobs is from 1 to 1000") }
  }

  func run() async throws {
    let folder = try ProgrammeFolder(inputs.folder)
    let today = Day.onTheClock
    let output = try out.map { path throws(Ending) in try OutputFolder(path) }
    var request = inputs.request(.whatIf, folder, today)
    if let visits {
      let file = try ProgrammeFolder.file(visits)
      request.visits = WorkRequest.File(name: file.name, data: Data(file.bytes))
    }
    let files = try ChangesFiles(changes, in: inputs.folder, isNeeded: !sweep)
    request.whatIf = WorkRequest.WhatIf(changes: files.changes, isSweep: sweep)
    request.timeLimit *= Double(max(1, files.changes.count + (sweep ? 1 : 0)))
    let question = try Self.question(request)
    if !quiet { for warning in question.warnings { Terminal.error(warning.description) } }
    guard question.situation.programme.schedule.contains(where: { $0.interval != nil }) else {
      throw Ending(
        status: .refused,
        message:
          "error: there is no schedule to ask about; put a visits.csv into the folder, or name one with --visits"
      )
    }
    let reply = try await answer(request)
    let comparisons = try zip(question.scenarios, reply.scenarios).map { asked, found in
      try Self.comparison(question.situation, asked, found, reply.before)
    }
    let programme = question.situation.programme
    let report = comparisons.isEmpty ? nil : ComparisonReport(programme: programme, scenarios: comparisons)
    let slips = sweep ? SlipReport(programme: programme, plan: reply.before, slips: reply.slips) : nil
    let document = ComparisonDocument(programme: programme, scenarios: comparisons, slips: reply.slips)
    let texts = [report?.text, slips?.text].compactMap { $0 }.joined(separator: "\n")
    if let output {
      var written = [("comparison.txt", Array(texts.utf8)), (document.file.name, document.file.bytes)]
      let timings = ComparisonTimings(scenarios: reply.scenarios.map { ($0.name, $0.seconds) })
      written.append((timings.file.name, timings.file.bytes))
      if let slips { written.append((slips.table.name, slips.table.bytes)) }
      for comparison in comparisons {
        let plan = question.situation.asWritten(comparison.after)
        for file in PlanFiles(programme: comparison.changed, plan: plan).files {
          written.append(("scenarios/\(comparison.name)/\(file.name)", file.bytes))
        }
      }
      try output.write(written)
    }
    if json {
      print(String(decoding: document.file.bytes, as: UTF8.self), terminator: "")
    } else if !quiet {
      print(texts, terminator: "")
      if let out { print("\nWritten to \(out).") }
    }
    if comparisons.contains(where: { $0.addedUnscheduled > 0 }) { throw Ending(status: .incomplete) }
  }

  /// The workers' answer. Where Slurm is asked, an interrupt calls its jobs off before this ends.
  private func answer(_ request: WorkRequest) async throws -> WhatIfReply {
    var worker = Worker(terminal: Terminal(quiet: quiet), memory: inputs.memory)
    // Questions of the command line are nobody's to call off at a start, whence an owner that is used but once.
    worker.slurm = try solver.slurm(owner: "ask" + String(UInt32.random(in: 0...UInt32.max), radix: 16))
    guard worker.slurm != nil else { return try await worker.whatIf(request) }
    let asking = Task { [worker, sweepJobs] in try await worker.whatIf(request, sweepParts: sweepJobs) }
    let signals = SignalStream.of([SIGINT, SIGTERM])
    let listening = Task { for await _ in signals { asking.cancel() } }
    defer { listening.cancel() }
    do {
      return try await asking.value
    } catch is CancellationError {
      throw Ending(status: .fault, message: "error: interrupted; nothing was written")
    }
  }

  private static func question(_ request: WorkRequest) throws -> WhatIfQuestion {
    do {
      return try WhatIfQuestion(request)
    } catch let rejection as IntakeRejection {
      throw Ending(
        status: .refused, message: rejection.diagnostics.map(\.description).joined(separator: "\n"))
    }
  }

  /// The comparison of a scenario, after the checker's word on its schedule.
  private static func comparison(
    _ situation: Situation, _ asked: WhatIfQuestion.Scenario, _ found: WhatIfReply.Scenario, _ before: Plan
  ) throws(Ending) -> ScenarioComparison {
    let changed = situation.after(asked.changes, broken: found.broken)
    let verdict = Verdict(changed, found.plan, .plan, kept: Set(before.pairs.map(\.id)))
    try verdict.demandFaultless()
    return ScenarioComparison(
      name: asked.name, changes: asked.changes, programme: situation.programme, changed: changed,
      before: before, after: found.plan, givenUp: situation.givenUp(by: asked.changes),
      reasons: Dictionary(found.reasons.map { ($0.visit, $0.why) }) { first, _ in first },
      alternatives: found.alternatives, standing: verdict.standingOfVisits)
  }
}

/// The files of changes that a command line names, with what lies beside each.
private struct ChangesFiles {
  let changes: [WorkRequest.WhatIf.Changes]

  /// Reads `paths`, or the whatif.csv of `folder` where there are none.
  init(_ paths: [String], in folder: String, isNeeded: Bool) throws(Ending) {
    let own = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent("whatif.csv").path
    var named = paths
    if named.isEmpty, isNeeded || FileManager.default.fileExists(atPath: own) {
      guard FileManager.default.fileExists(atPath: own) else {
        throw Ending(
          status: .usage,
          message: "error: nothing is asked; name a file of changes with --changes, or ask for --sweep")
      }
      named = [own]
    }
    var changes: [WorkRequest.WhatIf.Changes] = []
    var places: Set<String> = [Self.folder(of: own)]
    for path in named {
      let file = try ProgrammeFolder.file(path)
      var beside: [WorkRequest.File] = []
      // Tables of one place are read once, and those of the programme's own folder are its own already.
      if places.insert(Self.folder(of: path)).inserted {
        for name in ["facilitators.csv", "availability.csv"] {
          let place = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(name)
          guard FileManager.default.fileExists(atPath: place.path) else { continue }
          let table = try ProgrammeFolder.file(place.path)
          beside.append(WorkRequest.File(name: "beside \(file.name): \(name)", data: Data(table.bytes)))
        }
      }
      changes.append(
        WorkRequest.WhatIf.Changes(
          file: WorkRequest.File(name: file.name, data: Data(file.bytes)), beside: beside))
    }
    let names = changes.map(\.file.name)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw Ending(
        status: .usage,
        message: "error: two files of changes are called \(twice); give each a name of its own")
    }
    self.changes = changes
  }

  private static func folder(of path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().standardizedFileURL.resolvingSymlinksInPath().path
  }
}
