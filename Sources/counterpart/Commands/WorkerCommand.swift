import ArgumentParser
@preconcurrency import Glibc
import Solving

/// The worker's side of this program; started by itself, never by a person.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Does one job for a parent process.", shouldDisplay: false)

  @ArgumentParser.Option(help: "Bytes of address space.")
  var memory: UInt64 = 8 << 30
  @ArgumentParser.Option(help: "Seconds of processor time.")
  var cpu = 600

  func run() throws {
    Glibc.exit(WorkerMain.run(memory: memory, cpuSeconds: cpu))
  }
}
