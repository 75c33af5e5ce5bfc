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
  private var watch: SettleWatch
  private var prepared: Set<ProgrammeName> = []
  private var running: [JobID: Task<Void, Never>] = [:]
  private var isStopping = false
  private var isRung = false
  private var waiter: CheckedContinuation<Void, Never>?
  /// What was said already, so that it is not said at every look.
  private var told: Set<String> = []
  private var failures = 0

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

  private func windUp() async {
    for task in running.values { task.cancel() }
    while !running.isEmpty { await sleep(seconds: 1) }
    try? place.ledger.write(by: .daemon, at: place.clock.now()) { try $0.note(.daemonStopped) }
    do { try place.ledger.close() } catch { place.log.error("the ledger did not close: \(error)") }
  }

  // MARK: Rest

  private func ring() {
    isRung = true
    waiter?.resume()
    waiter = nil
  }

  private func sleep(seconds: Double) async {
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

  private func secondsToSleep() throws -> Double {
    var seconds = 10.0
    if watch.watched > 0 { seconds = min(seconds, max(0.05, min(1, place.settings.settleSeconds / 4))) }
    let now = place.clock.now()
    if let due = try place.ledger.nextWake(after: now) {
      seconds = min(seconds, max(0.05, Double(due.milliseconds - now.milliseconds) / 1000))
    }
    return seconds
  }

  /// Whether nothing is left to do; throws where the machine keeps failing.
  private func isOver() throws -> Rest? {
    if failures >= 3 {
      throw SpoolRefusal(["files cannot be taken, as the log says; put that right and start again"])
    }
    guard running.isEmpty, watch.watched == 0, failures == 0 else { return nil }
    return Rest(until: try place.ledger.nextWake(after: place.clock.now()))
  }

  // MARK: One turn

  /// Looks once at everything; whether anything was done.
  private func turn() async -> Bool {
    var hasDone = false
    do {
      try obeyOrders()
      for ready in try look() where !isStopping {
        hasDone = await attend(to: ready) || hasDone
      }
      if !hasDone { try tidy() }
      try endUnwanted()
      try adoptOrphans()
      if !isStopping { hasDone = try startJobs() || hasDone }
      if !hasDone, failures > 0, place.settings.isOnce == false { failures = 0 }
    } catch {
      fail(error)
    }
    return hasDone
  }

  private func fail(_ error: any Error) {
    failures += 1
    tell("the daemon goes on, but something failed: \(error)")
  }

  private func tell(_ sentence: String) {
    if told.insert(sentence).inserted { place.log.warning("\(sentence)") }
  }

  /// What has come to rest in the incoming folders.
  private func look() throws -> [SettleWatch.Ready] {
    for programme in try place.spool.programmes() where !prepared.contains(programme) {
      do {
        try place.spool.prepare(programme)
        prepared.insert(programme)
      } catch let refusal as SpoolRefusal {
        for problem in refusal.problems { tell(problem) }
      }
    }
    let scan = try SpoolScan(of: place.spool)
    for sentence in scan.strays + scan.crowded + scan.unread { tell(sentence) }
    let stuck = try place.spool.stuckFiles()
    if stuck.count > 0 { try place.spool.forgetStuckFiles(missingFrom: scan) }
    let sightings = scan.sightings.filter { prepared.contains($0.programme) && !stuck.contains($0) }
    return watch.observe(sightings, at: place.clock.ticks())
  }

  private func attend(to ready: SettleWatch.Ready) async -> Bool {
    do {
      switch ready {
      case .refused(let sighting, let refusal): return try refuse(sighting, refusal)
      case .file(let sighting):
        switch try place.spool.claim(sighting) {
        case .claimed(let claim):
          try await FileIntake(place: place).take(claim)
          failures = 0
          return true
        case .unsettled:
          watch.unsettle(sighting)
          return false
        case .vanished: return false
        case .refused(let refusal): return try refuse(sighting, refusal)
        }
      }
    } catch {
      fail(error)
      return false
    }
  }

  private func refuse(_ sighting: Sighting, _ refusal: Refusal) throws -> Bool {
    switch try place.spool.refuse(sighting, why: refusal.sentence + "\n") {
    case .moved:
      place.log.info("refused", metadata: ["programme": "\(sighting.programme)"])
      return true
    case .stuck(let reason):
      tell("something that was refused cannot be moved out of incoming (\(reason)); take it away by hand")
      return true
    case .gone: return false
    }
  }

  private func tidy() throws {
    guard let rule = retentionDue() else { return }
    try place.ledger.write(by: .daemon, at: place.clock.now()) { _ = try $0.prune(rule) }
    for (programme, _) in try place.ledger.programmes() {
      guard running.isEmpty, let folder = programme.folder else { continue }
      _ = try ReleaseFolder(of: folder, in: place.spool).keepLast(rule.plans)
    }
  }

  private var prunedOn: Int?

  /// Once a day.
  private func retentionDue() -> RetentionRule? {
    let day = place.clock.now().localDay.number
    guard prunedOn != day else { return nil }
    prunedOn = day
    return RetentionRule()
  }

  // MARK: Jobs

  private func obeyOrders() throws {
    for job in try ControlFolder(place.settings.state).taken() {
      do {
        try place.ledger.write(by: .commandLine, at: place.clock.now()) { _ = try $0.cancel(job) }
        place.log.notice("cancelled by order", metadata: ["job": "\(job)"])
      } catch let error as LedgerError {
        place.log.notice("an order to cancel was refused: \(error)")
      }
    }
  }

  /// Ends running jobs that were called off, or whose work a newer one does.
  private func endUnwanted() throws {
    for (id, task) in running where try place.ledger.job(id)?.wantsCancel ?? true { task.cancel() }
  }

  /// Jobs whose end could not be recorded, as with a full disk: they are tried again by the ledger's rule.
  private func adoptOrphans() throws {
    for job in try place.ledger.jobs(in: [.running]) where running[job.id] == nil {
      try Publishing(place: place, programme: job.programme).recover()
      guard case .running? = try place.ledger.job(job.id)?.state else { continue }
      try place.ledger.write(by: .daemon, at: place.clock.now()) {
        _ = try $0.retry(job.id, error: "the end of the job could not be recorded")
      }
    }
  }

  private func startJobs() throws -> Bool {
    var hasStarted = false
    while running.count < place.settings.jobs,
      let job = try place.ledger.write(
        by: .daemon, at: place.clock.now(), { try $0.startNext(limit: place.settings.jobs) })
    {
      hasStarted = true
      let id = job.id
      place.log.info("started", metadata: ["job": "\(id)", "kind": "\(job.kind.rawValue)"])
      let runner = JobRunner(place: place, job: job)
      running[id] = Task {
        await runner.run()
        self.ended(id)
      }
    }
    return hasStarted
  }

  private func ended(_ id: JobID) {
    running[id] = nil
    let stage = (try? place.ledger.job(id))?.state.stage.rawValue ?? "unknown"
    place.log.info("ended", metadata: ["job": "\(id)", "state": "\(stage)"])
    ring()
  }

  // MARK: Start

  /// Brings everything to where it would be had nothing been interrupted.
  private func recover() async throws {
    let moment = place.clock.now()
    try place.ledger.write(by: .daemon, at: moment) { try $0.note(.daemonStarted) }
    for (programme, _) in try place.ledger.programmes() {
      try Publishing(place: place, programme: programme).recover()
    }
    let back = try place.ledger.write(by: .daemon, at: moment) { try $0.recover() }
    for job in back {
      place.log.notice(
        "a job was under way", metadata: ["job": "\(job.id)", "now": "\(job.state.stage.rawValue)"])
    }
    if place.settings.isOnce { try endQuietTimes(after: Set(back.map(\.id))) }
    let leftovers = try place.spool.leftoverClaims()
    for sentence in leftovers.damaged { place.log.warning("\(sentence)") }
    for claim in leftovers.whole {
      do { try await FileIntake(place: place).take(claim) } catch { fail(error) }
    }
  }

  /// A daemon that is to end by itself does not wait for quiet times: each waiting plan gives its place to one that is
  /// due. A job that waits after a failed try goes on waiting, unless a crash was what failed.
  private func endQuietTimes(after crashed: Set<JobID>) throws {
    let now = place.clock.now()
    for job in try place.ledger.jobs(in: [.queued]) {
      guard case .queued(let due?, let error) = job.state, due > now, job.kind == .plan,
        error == nil || crashed.contains(job.id)
      else { continue }
      try place.ledger.write(by: .daemon, at: now) {
        _ = try $0.enqueue(
          NewJob(
            programme: job.programme, kind: .plan, priority: job.priority, request: job.request,
            basedOn: job.basedOn))
      }
    }
  }
}
