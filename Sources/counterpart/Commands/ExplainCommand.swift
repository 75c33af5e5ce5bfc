import ArgumentParser
import Domain
import Foundation
import Intake
import Reports
import Solving

/// Why a visit has the date it has, or none, and whom to ask for what.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a visit has no date, or no better one, and whom to ask for what.",
    discussion: """
      Lists every MDT date of the host: what the visit would cost there while all other visits stay, or everything \
      that is in the way. Then what to ask for, by when, and what the whole plan gains by it.

        counterpart explain my-programme --visits my-plan/visits.csv R0A--RJ1
      """)

  @OptionGroup var inputs: PlanInputs
  @Argument(help: "The visit, as HOST--VISITOR by the teams' ids; it need not have a date.")
  var visit: String
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp("The schedule, a visits.csv; the folder's own where absent.", valueName: "file"))
  var visits: String?
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "The pairs.csv of the schedule, so that pairs of which no visit has a date count too.",
      valueName: "file"))
  var pairs: String?
  @Flag(help: "Print the explanation as JSON on standard output.")
  var json = false
  @Flag(help: "Print no warnings and no progress.")
  var quiet = false

  func run() async throws {
    let folder = try ProgrammeFolder(inputs.folder)
    let today = Day.onTheClock
    var admission = try folder.admit(today: today)
    if !quiet { for warning in admission.warnings { Terminal.error(warning.description) } }
    var request = inputs.request(.explain, folder, today)
    request.visit = visit
    if let visits {
      let file = try admission.takeSchedule(visits, quiet: quiet)
      request.visits = WorkRequest.File(name: file.name, data: Data(file.bytes))
    }
    if let pairs {
      let file = try ProgrammeFolder.file(pairs)
      request.pairs = WorkRequest.File(name: file.name, data: Data(file.bytes))
    }
    guard !admission.programme.schedule.isEmpty || pairs != nil else {
      throw Ending(
        status: .refused,
        message:
          "\(inputs.folder): error: there are no visits to explain; name the visits.csv of a plan with --visits"
      )
    }
    let explanation = try await Worker(terminal: Terminal(quiet: quiet), memory: inputs.memory)
      .explanation(request)
    if json {
      let document = ExplanationDocument(programme: admission.programme, explanation: explanation)
      print(String(decoding: document.file.bytes, as: UTF8.self), terminator: "")
    } else {
      print(ExplanationReport(programme: admission.programme, explanation: explanation).text, terminator: "")
    }
  }
}
