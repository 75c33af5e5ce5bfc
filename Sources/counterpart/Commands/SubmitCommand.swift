import ArgumentParser
import Coordinator
import Domain
import Intake

/// Hands files to a daemon.
struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Hand files to the daemon, which takes them at once.",
    discussion:
      "Each file is written whole before it is handed over. Receipts come in ROOT/accepted or ROOT/rejected.")

  @Argument(help: "The daemon's root folder.")
  var root: String
  @Argument(help: "The programme's id, which is the name of its folder in incoming.")
  var programme: String
  @Argument(help: "The files.")
  var files: [String]

  func run() throws {
    guard let id = ProgrammeID(programme) else {
      throw Ending(
        status: .usage,
        message: "error: '\(programme)' is no programme's id; use up to 40 letters, digits, points, _ and -")
    }
    let given = try files.map { path throws(Ending) in try ProgrammeFolder.file(path) }
    try DaemonRoot.telling {
      let handover = try Handover(root: DaemonRoot(root).path, programme: id)
      for file in given { try handover.submit(file.name, file.bytes) }
    }
  }
}
