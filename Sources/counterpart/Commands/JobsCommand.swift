import ArgumentParser
import Coordinator
import Domain
import Ledger

/// The daemon's jobs.
struct JobsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs", abstract: "List the daemon's jobs, the newest last.")

  @Argument(help: "The daemon's root folder.")
  var root: String
  @ArgumentParser.Option(name: .long, help: ArgumentHelp("Of this programme only.", valueName: "id"))
  var programme: String?
  @ArgumentParser.Option(name: .long, help: ArgumentHelp("So many of the newest.", valueName: "number"))
  var limit = 40

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit is a number from 1 upwards") }
  }

  func run() throws {
    let ledger = try DaemonRoot(root).viewer()
    let jobs = try DaemonRoot.telling {
      try ledger.jobs(of: try programme.map { try ledger.programme(named: $0) }, limit: limit)
    }
    for job in jobs.reversed() { print("\(job.programme)  \(job.line)") }
  }
}

/// What a job wrote into its log.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Show a job of the daemon and its log.")

  @Argument(help: "The daemon's root folder.")
  var root: String
  @Argument(help: "The job, as in J000012.")
  var job: String

  func run() throws {
    let ledger = try DaemonRoot(root).viewer()
    let id = try JobID.named(job)
    try DaemonRoot.telling {
      guard let job = try ledger.job(id) else { throw LedgerError.unknownJob(id) }
      print("\(job.programme)  \(job.line)")
      print(try ledger.log(of: id), terminator: "")
    }
  }
}

/// Calls off a job.
struct CancelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Call off a job of the daemon.",
    discussion: "A running daemon is left an order in ROOT/state/control, which it takes within ten seconds.")

  @Argument(help: "The daemon's root folder.")
  var root: String
  @Argument(help: "The job, as in J000012.")
  var job: String

  func run() throws {
    let place = DaemonRoot(root)
    let id = try JobID.named(job)
    try DaemonRoot.telling {
      guard let job = try place.viewer().job(id) else { throw LedgerError.unknownJob(id) }
      try Self.demandOpen(job)
      let ledger: OpenLedger
      do {
        ledger = try OpenLedger(place.state, absence: .refuse, hashing: contentHash)
      } catch OpeningRefusal.held {
        try Self.tell(place, id)
        print("\(id): the daemon is told")
        return
      }
      let cancelled = try ledger.write(by: .commandLine, at: .onTheClock) { try $0.cancel(id) }
      try ledger.close()
      print(cancelled.line)
    }
  }
}

extension CancelCommand {
  /// A job can be called off while it waits, runs or is held, and not once it has ended.
  private static func demandOpen(_ job: Job) throws(Ending) {
    guard !job.state.stage.next.contains(.cancelled) else { return }
    throw Ending(
      status: .refused,
      message:
        "error: job \(job.id) is \(job.state.stage.rawValue) and cannot be called off any more; only a job that is "
        + "queued, running or held can")
  }

  private static func tell(_ place: DaemonRoot, _ id: JobID) throws(Ending) {
    do { try ControlFolder(place.state).cancel(id) } catch {
      throw Ending(
        status: .refused,
        message:
          "error: the order cannot be left in \(place.state.path)/control; run this as the daemon's user")
    }
  }
}

extension JobID {
  /// The job of that number as a person writes it.
  static func named(_ text: String) throws(Ending) -> JobID {
    if let id = JobID(text: text) { return id }
    throw Ending(
      status: .usage, message: "error: '\(text)' is no job; 'counterpart jobs' lists them, as J000012")
  }
}
