import Ledger
import Logging
import Spool

/// Jobs on their way: started, ended early, taken up again.
extension Daemon {
  func obeyOrders() throws {
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
  func endUnwanted() throws {
    for (id, task) in running where try place.ledger.job(id)?.wantsCancel ?? true { task.cancel() }
  }

  /// Jobs whose end could not be recorded, as with a full disk: they are tried again by the ledger's rule.
  func adoptOrphans() throws {
    for job in try place.ledger.jobs(in: [.running]) where running[job.id] == nil {
      try Publishing(place: place, programme: job.programme).recover()
      guard case .running? = try place.ledger.job(job.id)?.state else { continue }
      try place.ledger.write(by: .daemon, at: place.clock.now()) {
        _ = try $0.retry(job.id, error: "the end of the job could not be recorded")
      }
    }
  }

  func startJobs() throws -> Bool {
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

  func ended(_ id: JobID) {
    running[id] = nil
    let stage = (try? place.ledger.job(id))?.state.stage.rawValue ?? "unknown"
    place.log.info("ended", metadata: ["job": "\(id)", "state": "\(stage)"])
    ring()
  }
}
