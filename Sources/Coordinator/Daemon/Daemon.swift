import Domain
import Foundation
public import Ledger
public import Logging
import Spool

/// The daemon: files in, calendars out. Everything that it must not forget is in the ledger and in the folders before
/// anything rests on it, so that it may be stopped at any moment.
public actor Daemon {
  /// How it ended when it was to end by itself.
  public struct Rest: Equatable, Sendable {
    /// Until when a job that failed waits for its next try; `nil` where nothing waits.
    public let until: Timestamp?
  }

  let place: Workplace
  var watch: SettleWatch
  var prepared: Set<ProgrammeName> = []
  var running: [JobID: Task<Void, Never>] = [:]
  var isStopping = false
  var isRung = false
  var waiter: CheckedContinuation<Void, Never>?
  /// What was said already, so that it is not said at every look.
  var told: Set<String> = []
  /// Failing turns since something was taken, or since a turn without a failure found nothing to take.
  var failures = 0
  /// Whether something failed in this turn.
  var hasFailed = false
  /// The day on which what is old was taken out last.
  var prunedOn: Int?

  /// Opens the root folder and its ledger, whose lock it holds until `run` returns.
  ///
  /// Throws `SpoolRefusal` or `OpeningRefusal` with what is wrong and what to do.
  public init(_ settings: DaemonSettings, clock: DaemonClock = .system, log: Logger) throws {
    let spool = SpoolRoot(settings.root)
    // Before anything is touched in a root that is there, the lock says whether another daemon works in it.
    if !FileManager.default.fileExists(atPath: settings.root) { try spool.prepare() }
    let ledger = try OpenLedger(settings.state, hashing: contentHash)
    try spool.prepare()
    place = Workplace(spool: spool, ledger: ledger, settings: settings, clock: clock, log: log)
    watch = SettleWatch(settle: Int64(settings.settleSeconds * 1e9))
  }

  /// Works until it is told to stop, or, where it is to end by itself, until nothing is left to do; then the ledger is
  /// closed.
  @discardableResult
  public func run(onReady: @Sendable () -> Void = {}) async throws -> Rest {
    try await recover()
    onReady()
    let wakeup = Wakeup(for: place.spool)
    let bell = Task { for await _ in wakeup.wakeups { self.ring() } }
    defer {
      bell.cancel()
      wakeup.stop()
    }
    var rest = Rest(until: nil)
    while !isStopping {
      let hasDone = await turn()
      if isStopping { break }
      if hasDone { continue }
      if place.settings.isOnce, let end = try isOver() {
        rest = end
        break
      }
      await sleep(seconds: try secondsToSleep())
    }
    await windUp()
    return rest
  }

  /// Stops taking files and jobs; the running worker is ended and its job goes back into the queue.
  public func stop() {
    isStopping = true
    for task in running.values { task.cancel() }
    ring()
  }

  /// Settings are read with every job, so that there is nothing to read again but to look at once.
  public func reload() {
    place.log.notice("settings are read with every job; looking at the folders now")
    try? place.ledger.write(by: .daemon, at: place.clock.now()) { try $0.note(.settingsRead) }
    told = []
    ring()
  }

  /// Answers when the daemon is not stuck.
  public func isAlive() -> Bool { true }

  func windUp() async {
    for task in running.values { task.cancel() }
    while !running.isEmpty { await sleep(seconds: 1) }
    try? place.ledger.write(by: .daemon, at: place.clock.now()) { try $0.note(.daemonStopped) }
    do { try place.ledger.close() } catch { place.log.error("the ledger did not close: \(error)") }
  }

  func ring() {
    isRung = true
    waiter?.resume()
    waiter = nil
  }

  func sleep(seconds: Double) async {
    if !isRung {
      let alarm = Task {
        do { try await Task.sleep(for: .seconds(seconds)) } catch { return }
        self.ring()
      }
      await withCheckedContinuation { waiter = $0 }
      alarm.cancel()
    }
    isRung = false
  }

  func secondsToSleep() throws -> Double {
    var seconds = 10.0
    if watch.watched > 0 { seconds = min(seconds, max(0.05, min(1, place.settings.settleSeconds / 4))) }
    let now = place.clock.now()
    if let due = try place.ledger.nextWake(after: now) {
      seconds = min(seconds, max(0.05, Double(due.milliseconds - now.milliseconds) / 1000))
    }
    return seconds
  }

  /// Whether nothing is left to do; throws where the machine keeps failing.
  func isOver() throws -> Rest? {
    if failures >= 3 {
      throw SpoolRefusal(["files cannot be taken, as the log says; put that right and start again"])
    }
    guard running.isEmpty, watch.watched == 0, !hasFailed else { return nil }
    return Rest(until: try place.ledger.nextWake(after: place.clock.now()))
  }
}
