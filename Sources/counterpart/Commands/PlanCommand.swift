import ArgumentParser
import Checking
import Coordinator
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
      attendance.csv, unscheduled.csv, chase.csv, actions.csv, plan.json, report.html, report.txt, feeds/ and \
      packs/ into OUT, all at once at the end. Nothing is written that the checker finds fault with.
      """)

  @OptionGroup var inputs: PlanInputs
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp("The folder to write; new, empty or an earlier plan.", valueName: "folder"))
  var out: String?
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp("A pairs.csv whose pairs are used instead of making pairs.", valueName: "file"))
  var pairs: String?
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "A visits.csv with the schedule so far, instead of the folder's: published visits cost to move, pinned, "
        + "confirmed and held ones stay.", valueName: "file"))
  var visits: String?
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "Pivots of the simplex method to schedule with at most: the same number, the same plan, if time allows.",
      valueName: "number"))
  var iterations: Int?
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "Take another pairing, of a score lower by so many standard deviations at most, where more visits find a date "
        + "with it; 0.05 is a good beginning.", valueName: "sd"))
  var joint: Double?
  @Flag(help: "Print plan.json on standard output instead of the summary.")
  var json = false
  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if let iterations, iterations < 0 { throw ValidationError("--iterations is a number from 0 upwards") }
    guard let joint else { return }
    guard joint >= 0, joint <= 100 else {
      throw ValidationError("--joint is a number of standard deviations from 0 to 100")
    }
    guard pairs == nil else {
      throw ValidationError("--joint looks for other pairs, which --pairs forbids; leave one of the two out")
    }
  }

  func run() async throws {
    let began = Date()
    let folder = try ProgrammeFolder(inputs.folder)
    let today = Day.onTheClock
    var admission = try folder.admit(today: today)
    if !quiet { for warning in admission.warnings { Terminal.error(warning.description) } }
    let schedule = try visits.map { path throws(Ending) in try admission.takeSchedule(path, quiet: quiet) }
    let output = try out.map { path throws(Ending) in try OutputFolder(path) }
    var request = inputs.request(.plan, folder, today)
    if let pairs {
      let file = try ProgrammeFolder.file(pairs)
      request.pairs = WorkRequest.File(name: file.name, data: Data(file.bytes))
    }
    request.iterations = iterations
    request.joint = joint
    request.visits = schedule.map { WorkRequest.File(name: $0.name, data: Data($0.bytes)) }
    let worker = Worker(
      terminal: Terminal(quiet: quiet), memory: inputs.memory,
      logPath: output.map { $0.place.path + ".worker.log" })
    var (plan, timings) = try await worker.plan(request)
    let verdict = Verdict(admission.programme, plan, pairs == nil ? .plan : .visitsOfGivenPairs)
    try verdict.demandFaultless()
    plan.warnings = (plan.warnings + verdict.standing).sorted()
    if !quiet { for sentence in verdict.standing { Terminal.error("warning: \(sentence)") } }
    let wall = Date().timeIntervalSince(began)
    if let output { try write(plan, admission.programme, timings, wall, to: output) }
    tell(plan, admission.programme, wall)
    if plan.pairs.isEmpty || !plan.unscheduled.isEmpty { throw Ending(status: .incomplete) }
  }

  private func write(
    _ plan: Plan, _ programme: Programme, _ timings: PlanTimings, _ wall: Double, to output: OutputFolder
  ) throws(Ending) {
    do {
      try output.write(try PlanFolder(programme, plan, timings, wall: wall).files)
    } catch let failure as CalendarFailure {
      throw Ending(status: .fault, message: "error: \(failure); nothing was written")
    } catch let ending as Ending {
      throw ending
    } catch {
      throw Ending(status: .fault, message: "error: \(error); nothing was written")
    }
  }

  private func tell(_ plan: Plan, _ programme: Programme, _ wall: Double) {
    if json {
      print(
        String(decoding: PlanDocument(programme: programme, plan: plan).file.bytes, as: UTF8.self),
        terminator: "")
      return
    }
    guard !quiet else { return }
    print(PlanSummary(programme: programme, plan: plan).text, terminator: "")
    if !plan.unpaired.isEmpty {
      print("\nWithout a partner:")
      for unpaired in plan.unpaired {
        let name = programme.team(unpaired.team)?.name ?? unpaired.team.text
        print(Paragraph("\(name) (\(unpaired.team)): \(unpaired.reason)").text)
      }
    }
    print("")
    if let out {
      let folder = out.hasSuffix("/") ? String(out.dropLast()) : out
      print("Calendars to subscribe to: \(folder)/feeds/")
      if !plan.visits.isEmpty { print("Packs for the teams: \(folder)/packs/") }
      print("Report: \(folder)/report.html (plain text: report.txt)")
    } else {
      print("Nothing was written; --out FOLDER writes tables, calendars and a report.")
    }
    print(String(format: "Planned and checked in %.1f s.", wall))
  }
}

/// What `plan` and `pair` have in common.
struct PlanInputs: ParsableArguments {
  @Argument(help: "The programme's folder.")
  var folder: String
  @ArgumentParser.Option(
    name: .long, help: ArgumentHelp("The seed of every random choice.", valueName: "number"))
  var seed: UInt64 = 1
  @OptionGroup var limits: SearchLimits

  /// Bytes of memory.
  var memory: UInt64 { limits.memory }

  func request(_ job: WorkRequest.Job, _ folder: ProgrammeFolder, _ today: Day) -> WorkRequest {
    WorkRequest(
      job: job, files: folder.requestFiles, today: today.iso, seed: seed, timeLimit: limits.timeLimit)
  }
}
