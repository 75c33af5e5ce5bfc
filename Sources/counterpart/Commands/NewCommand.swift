import ArgumentParser
import Generation

/// A starter folder with commented templates.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a starter folder with commented templates that can be planned as it is.")

  @Argument(help: "The folder to write; new or empty.")
  var folder: String

  func run() throws {
    try NewFolder(folder).write(StarterFolder.files.map { ($0.name, Array($0.text.utf8)) })
    print("\(folder): a starter programme; begin with \(folder)/README.txt")
  }
}
