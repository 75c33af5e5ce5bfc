import ArgumentParser
import Domain
import Foundation
import ICalendar
import Intake
import Reports
import Solving

/// The main job: a programme folder in, verified calendars out.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Pair the teams, schedule their visits and write tables, calendars and a report.",
    discussion: """
      Reads programme.yaml and the CSV tables of FOLDER and writes pairs.csv, visits.csv, agenda.csv, \
      attendance.csv, unscheduled.csv, plan.json, report.txt and feeds/ into OUT, all at once at the end. \
      Nothing is written that the checker finds fault with.
      """)

  @OptionGroup var inputs: PlanInputs
  @ArgumentParser.Option(name: .long, help: "The folder to write; new, empty or an earlier plan.")
  var out: String?
  @ArgumentParser.Option(name: .long, help: "A pairs.csv whose pairs are used instead of making pairs.")
  var pairs: String?
  @Flag(help: "Print plan.json on standard output instead of the summary.")
  var json = false
  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func run() async throws {
    let began = Date()
    let folder = try ProgrammeFolder(inputs.folder)
    let admission = try folder.admit(today: .onTheClock)
    if !quiet { for warning in admission.warnings { Terminal.error(warning.description) } }
    let output = try out.map { path throws(Ending) in try OutputFolder(path) }
    var request = inputs.request(.plan, folder)
    if let pairs {
      let file = try ProgrammeFolder.file(pairs)
      request.pairs = WorkRequest.File(name: file.name, data: Data(file.bytes))
    }
    let plan: Plan
    let timings: PlanTimings
    do {
      let worker = Worker(terminal: Terminal(quiet: quiet), logPath: out.map { $0 + ".log" })
      (plan, timings) = try await worker.plan(request)
      try Verdict(admission.programme, plan, pairsAreGiven: pairs != nil).demandFaultless()
    } catch {
      output?.discard()
      throw error
    }
    let wall = Date().timeIntervalSince(began)
    if let output { try write(plan, admission.programme, timings, wall, to: output) }
    try tell(plan, admission.programme, wall)
    if !plan.unscheduled.isEmpty { throw Ending(status: .incomplete) }
  }

  private func write(
    _ plan: Plan, _ programme: Programme, _ timings: PlanTimings, _ wall: Double, to output: OutputFolder
  ) throws(Ending) {
    for file in PlanFiles(programme: programme, plan: plan).files {
      try output.write(file.bytes, as: file.name)
    }
    let measured = Timings(
      pairing: Timing(
        solving: timings.pairing.solving, wall: timings.pairing.wall, toFirst: timings.pairing.toFirst),
      visits: Timing(
        solving: timings.visits.solving, wall: wall - timings.pairing.wall, toFirst: timings.visits.toFirst))
    try output.write(measured.file.bytes, as: measured.file.name)
    for feed in try feeds(plan, programme, output) { try output.write(feed.bytes, as: "feeds/" + feed.name) }
    try output.publish()
  }

  private func feeds(
    _ plan: Plan, _ programme: Programme, _ output: OutputFolder
  ) throws(Ending) -> [CalendarFile] {
    do {
      let stamp =
        CalendarStamp(startOf: plan.today, inZone: programme.settings.timeZone)
        ?? CalendarStamp(secondsSince1970: plan.today.number * 86_400)
      return try CalendarFeeds(programme: programme, plan: plan, stamp: stamp).files
    } catch {
      output.discard()
      throw Ending(status: .fault, message: "error: \(error); nothing was written")
    }
  }

  private func tell(_ plan: Plan, _ programme: Programme, _ wall: Double) throws {
    if json {
      print(
        String(decoding: PlanDocument(programme: programme, plan: plan).file.bytes, as: UTF8.self),
        terminator: "")
      return
    }
    guard !quiet else { return }
    print(PlanSummary(programme: programme, plan: plan).text, terminator: "")
    if let out { print("\nCalendars to subscribe to: \(out)/feeds/    Report: \(out)/report.txt") }
    print(String(format: "Planned and checked in %.1f s.", wall))
  }
}

/// What `plan` and `pair` have in common.
struct PlanInputs: ParsableArguments {
  @Argument(help: "The programme's folder.")
  var folder: String
  @ArgumentParser.Option(name: .long, help: "Seconds to search for at most.")
  var timeLimit = 60.0
  @ArgumentParser.Option(name: .long, help: "The seed of every random choice.")
  var seed: UInt64 = 1

  func validate() throws {
    guard timeLimit > 0, timeLimit <= 86_400 else {
      throw ValidationError("--time-limit is a number of seconds above 0, at most 86400")
    }
  }

  func request(_ job: WorkRequest.Job, _ folder: ProgrammeFolder) -> WorkRequest {
    WorkRequest(
      job: job, files: folder.requestFiles, today: Day.onTheClock.iso, seed: seed, timeLimit: timeLimit)
  }
}
