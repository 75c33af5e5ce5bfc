import GRDB

/// Every one of these throws `unknownJob`, and `illegalTransition` where the job is not where it would have to be.
extension LedgerTransaction {
  /// Running → done, with what came of it in a line.
  @discardableResult
  public func finish(_ id: JobID, summary: String) throws -> Job {
    try move(id, to: .done(summary: summary))
  }

  /// Running → failed: what it was given is wrong, and trying again is of no use.
  @discardableResult
  public func fail(_ id: JobID, error: String) throws -> Job {
    try move(id, to: .failed(error: error))
  }

  /// Running → held: an operator has to look at it.
  @discardableResult
  public func hold(_ id: JobID, error: String) throws -> Job {
    try move(id, to: .held(error: error))
  }

  /// Running → queued after a passing failure, with a pause of 30, 60, then 120 seconds; → held after the last try;
  /// → cancelled or superseded where it was asked to end.
  @discardableResult
  public func retry(_ id: JobID, error: String) throws -> Job {
    let job = try runningRecord(id)
    if let ended = job.state.asAsked { return try move(id, to: ended) }
    guard let pause = Retry.pause(after: job.tries) else { return try move(id, to: .held(error: error)) }
    return try move(id, to: .queued(notBefore: at.adding(seconds: pause), lastError: error))
  }

  /// Running → queued as if it had not been started, when the daemon ends in good order; → cancelled or superseded
  /// where it was asked to end.
  @discardableResult
  public func giveBack(_ id: JobID) throws -> Job {
    let job = try runningRecord(id)
    if let ended = job.state.asAsked { return try move(id, to: ended) }
    return try move(id, to: .queued(notBefore: nil, lastError: nil)) { $0.tries -= 1 }
  }

  /// Queued or held → cancelled at once; a running job is asked to end, and `stop` says when it has.
  @discardableResult
  public func cancel(_ id: JobID) throws -> Job {
    guard case .running(let asked) = try record(id).state else { return try move(id, to: .cancelled) }
    if asked != .cancel { try askToEnd(id, .cancel) }
    return try record(id).job
  }

  /// Running → cancelled or superseded, as it was asked; throws `notAskedToEnd` where it was not.
  @discardableResult
  public func stop(_ id: JobID) throws -> Job {
    let job = try record(id)
    guard case .running = job.state else {
      throw LedgerError.illegalTransition(id, from: job.state.stage, to: .cancelled)
    }
    guard let ended = job.state.asAsked else { throw LedgerError.notAskedToEnd(id) }
    return try move(id, to: ended)
  }

  /// Held → queued by an operator, with all its tries before it again.
  @discardableResult
  public func resume(_ id: JobID) throws -> Job {
    let job = try record(id)
    guard case .held(let error) = job.state else {
      throw LedgerError.illegalTransition(id, from: job.state.stage, to: .queued)
    }
    return try move(id, to: .queued(notBefore: nil, lastError: error)) { $0.tries = 0 }
  }

  /// Puts every job that was running when the daemon crashed where it belongs, and returns them: queued again with a
  /// pause, held after the last try, cancelled or superseded where that was asked.
  ///
  /// Throws `releaseOpen` where one of them has prepared a release: publish or drop that first.
  public func recover() throws -> [Job] {
    try jobs(where: "state = 'running' ORDER BY id", [])
      .map { try retry($0.id, error: "the daemon ended while this job was running") }
  }

  /// The job, which has to be running to be queued again: a held one may be queued too, but by an operator only.
  private func runningRecord(_ id: JobID) throws -> JobRecord {
    let job = try record(id)
    guard case .running = job.state else {
      throw LedgerError.illegalTransition(id, from: job.state.stage, to: .queued)
    }
    return job
  }
}

extension JobState {
  /// Where a running job goes that was asked to end; `nil` where it was not.
  fileprivate var asAsked: JobState? {
    switch self {
    case .running(.cancel): .cancelled
    case .running(.supersede(let newer)): .superseded(by: newer)
    case .running(nil), .queued, .done, .failed, .held, .cancelled, .superseded: nil
    }
  }
}
