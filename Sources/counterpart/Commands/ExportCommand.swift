public import ArgumentParser
import Domain
import Foundation
import Intake
public import Solving

/// The whole model as text, so that anybody can hold another solver against ours.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write down what is solved, for other solvers to solve again.",
    discussion: """
      The optimum of what is written is that of this program, to the unit: minus the scores in ten-thousandths of \
      a standard deviation plus the cost of the unpaired for the pairing, clinician-minutes for the visits. With \
      --format mathprog it is the data of models/pairing.mod or models/visits.mod, which say in full what is \
      decided; run them with

        glpsol -m models/visits.mod -d FILE
      """)

  @OptionGroup var inputs: PlanInputs
  @ArgumentParser.Option(
    name: .long, help: ArgumentHelp("What is decided: pairing or visits.", valueName: "model"))
  var model: WorkRequest.Export.Model
  @ArgumentParser.Option(
    name: .long, help: ArgumentHelp("How it is written: mps, lp or mathprog.", valueName: "format"))
  var format: WorkRequest.Export.Format
  @ArgumentParser.Option(
    name: .long, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var out: String
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "A pairs.csv with the pairs whose visits are written, instead of those of plan.", valueName: "file"))
  var pairs: String?
  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    guard pairs == nil || model == .visits else {
      throw ValidationError("--pairs goes with --model visits; the pairing model decides the pairs")
    }
    guard !out.isEmpty else { throw ValidationError("--out is blank; name the file to write") }
  }

  func run() async throws {
    let folder = try ProgrammeFolder(inputs.folder)
    let today = Day.onTheClock
    let admission = try folder.admit(today: today)
    if !quiet { for warning in admission.warnings { Terminal.error(warning.description) } }
    var request = inputs.request(.export, folder, today)
    request.export = WorkRequest.Export(model: model, format: format)
    if let pairs {
      let file = try ProgrammeFolder.file(pairs)
      request.pairs = WorkRequest.File(name: file.name, data: Data(file.bytes))
    }
    let text = try await Worker(terminal: Terminal(quiet: quiet), memory: inputs.memory).model(request)
    guard out != "-" else {
      // Whoever stopped reading has what they wanted.
      try? FileHandle.standardOutput.write(contentsOf: text)
      return
    }
    do {
      try text.write(to: URL(fileURLWithPath: out), options: .atomic)
    } catch {
      throw Ending(status: .usage, message: "\(out): error: cannot be written; choose another --out")
    }
    if !quiet { print(told) }
  }

  private var told: String {
    switch format {
    case .mathprog:
      "\(out): the data of models/\(model.rawValue).mod. Solve it with\n"
        + "  glpsol -m models/\(model.rawValue).mod -d \(out)"
    case .mps, .lp:
      "\(out): the whole model of models/\(model.rawValue).mod, to be minimised."
    }
  }
}

extension WorkRequest.Export.Model: ExpressibleByArgument {}
extension WorkRequest.Export.Format: ExpressibleByArgument {}
