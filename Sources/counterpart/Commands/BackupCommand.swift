import ArgumentParser
import Coordinator
import Ledger

/// Makes a backup of the daemon's ledger.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write a backup of the daemon's ledger, also while it works.",
    discussion: "The backup is one file: the ledger as of one moment, checked to the last page.")

  @Argument(help: "The daemon's root folder.")
  var root: String
  @Argument(help: "The file to write; it must not be there yet.")
  var file: String

  func run() throws {
    let ledger = try DaemonRoot(root).viewer()
    try DaemonRoot.telling { try ledger.backup(to: file) }
    print("Written to \(file).")
  }
}

/// Puts a backup in the place of the daemon's ledger.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the place of the daemon's ledger; the daemon must be stopped.",
    discussion: "The ledger that is there is kept under another name in ROOT/state.")

  @Argument(help: "The daemon's root folder.")
  var root: String
  @Argument(help: "The backup.")
  var file: String

  func run() throws {
    let place = DaemonRoot(root)
    let outcome = try DaemonRoot.telling {
      try Restoring.restore(
        backup: file, into: place.state, by: .commandLine, at: .onTheClock, hashing: contentHash)
    }
    print("Restored." + (outcome.aside.map { " The ledger that was there is \($0)." } ?? ""))
  }
}
