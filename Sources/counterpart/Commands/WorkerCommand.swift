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

  @ArgumentParser.Option(
    help: "The folder shared with a parent on another machine, instead of standard input.")
  var folder: String?
  @ArgumentParser.Option(help: "Bytes that a file of that folder may have.")
  var fileBytes = 256 << 20
  @ArgumentParser.Option(help: "Seconds without a sign of life in that folder after which to end.")
  var unattended = 180

  func run() throws {
    let exchange = folder.map {
      WorkerMain.Exchange(folder: $0, fileBytes: fileBytes, unattendedSeconds: unattended)
    }
    Glibc.exit(WorkerMain.run(memory: memory, cpuSeconds: cpu, exchange: exchange))
  }
}
