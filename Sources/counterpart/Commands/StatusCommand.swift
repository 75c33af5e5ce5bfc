import ArgumentParser
import Coordinator
import Domain
import Ledger
import Spool

/// How the daemon's programmes stand.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show what each programme waits for, its jobs and its last release.",
    discussion:
      "Reads the ledger while a daemon works. With --check the whole ledger is examined; 1 where it is not sound."
  )

  @Argument(help: "The daemon's root folder.")
  var root: String
  @Flag(help: "Examine the whole ledger: every invariant, and the digest of every input.")
  var check = false

  func run() throws {
    let place = DaemonRoot(root)
    let ledger = try place.viewer()
    try DaemonRoot.telling {
      let all = try ProgrammeStatus.all(in: ledger, state: place.state, today: .onTheClock)
      if all.isEmpty { print("No programme is known yet; drop files into incoming/PROGRAMME.") }
      for status in all { print(status.lines.joined(separator: "\n")) }
      if let stuck = try? SpoolRoot(place.path).stuckFiles().count, stuck > 0 {
        print("\(stuck) files were taken and cannot be moved out of incoming; state/stuck says which and why")
      }
    }
    guard check else { return }
    let faults = try DaemonRoot.telling { try ledger.check() }
    guard faults.isEmpty else {
      throw Ending(
        status: .refused, message: "error: the ledger is not sound:\n" + faults.joined(separator: "\n"))
    }
    print("The ledger is sound.")
  }
}
