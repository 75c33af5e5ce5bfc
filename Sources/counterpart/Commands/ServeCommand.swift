import ArgumentParser
import Coordinator
import Foundation
@preconcurrency import Glibc
import Logging
import Serving

/// The daemon: files dropped into a folder become published calendars.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Work as a daemon: take files that are dropped, plan, and publish calendars.",
    discussion: """
      Watches ROOT/incoming/PROGRAMME, answers every file with a receipt or a reason, plans when files have stopped \
      coming, and publishes as programme.yaml says. docs/operations.md says how to run it. SIGTERM ends it in good \
      order.
      """)

  @ArgumentParser.Option(
    name: .long, help: ArgumentHelp("The root folder; it is made if it is missing.", valueName: "folder"))
  var root: String
  @ArgumentParser.Option(
    name: .long, help: ArgumentHelp("Seconds for which a dropped file must be still.", valueName: "seconds"))
  var settle = 5.0
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "Seconds without a new file before a plan starts, for all programmes, instead of what each programme.yaml says.",
      valueName: "seconds"))
  var quietSeconds: Int?
  @ArgumentParser.Option(name: .long, help: ArgumentHelp("Jobs at a time.", valueName: "number"))
  var jobs = 1
  @Flag(help: "End when nothing is left to do; quiet times count as over.")
  var once = false
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "Pivots of the simplex method to schedule with at most: the same number, the same plan, if time allows.",
      valueName: "number"))
  var iterations: Int?
  @OptionGroup var limits: SearchLimits
  @OptionGroup var solver: SolverChoice
  @OptionGroup(title: "Feeds") var feeds: FeedOptions
  @Flag(help: "Log every step of every file and job.")
  var verbose = false

  func validate() throws {
    guard settle >= 0, settle <= 3600 else { throw ValidationError("--settle is from 0 to 3600 seconds") }
    guard quietSeconds.map({ (0...86_400).contains($0) }) ?? true else {
      throw ValidationError("--quiet-seconds is from 0 to 86400")
    }
    guard (1...64).contains(jobs) else { throw ValidationError("--jobs is from 1 to 64") }
  }

  func run() async throws {
    // First of all: opening a large ledger takes a while, and who ends the daemon then has its promise too.
    let signals = SignalStream.of([SIGTERM, SIGINT, SIGHUP])
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    var log = Logger(label: "counterpart")
    log.logLevel = verbose ? .info : .notice
    var settings = DaemonSettings(root: DaemonRoot(root).path, executable: Worker.executable)
    settings.settleSeconds = settle
    settings.quietSeconds = quietSeconds
    settings.jobs = jobs
    settings.isOnce = once
    settings.timeLimit = limits.timeLimit
    settings.iterations = iterations
    settings.memory = limits.memory
    settings.slurm = try solver.slurm(owner: settings.slurmOwner)
    settings.feeds = feeds.settings
    let daemon = try DaemonRoot.telling { try Daemon(settings, log: log) }
    let server = try await feeds.listen(root: settings.root, log: log)
    let environment = ProcessInfo.processInfo.environment
    let notice = ServiceNotice(environment: environment)
    let listening = Task {
      for await number in signals {
        if number == SIGHUP {
          await daemon.reload()
        } else {
          notice?.send("STOPPING=1")
          await daemon.stop()
        }
      }
    }
    let watchdog = Task {
      guard let notice, let seconds = ServiceNotice.watchdogSeconds(environment: environment) else { return }
      await Watchdog(notice: notice, seconds: seconds).run { await daemon.isAlive() }
    }
    let rest = try await DaemonRoot.telling { try await daemon.run { notice?.send("READY=1") } }
    await server?.stop()
    listening.cancel()
    watchdog.cancel()
    if rest.until != nil {
      Terminal.error("note: a job waits for its next try; 'counterpart jobs' shows it")
    }
  }
}
