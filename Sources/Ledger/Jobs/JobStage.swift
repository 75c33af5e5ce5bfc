/// Where a job is on its way, in one word.
public enum JobStage: String, CaseIterable, Sendable {
  /// It waits for its turn.
  case queued
  /// A worker has it.
  case running
  /// It has done what it was to do.
  case done
  /// It could not be done, and trying again is of no use.
  case failed
  /// It failed too often; an operator has to look at it.
  case held
  /// Somebody called it off.
  case cancelled
  /// A newer job does what it was to do.
  case superseded

  /// The stages that a job may go to from here.
  public var next: [JobStage] {
    switch self {
    case .queued: [.running, .cancelled, .superseded]
    case .running: [.done, .failed, .held, .cancelled, .superseded, .queued]
    case .held: [.queued, .cancelled]
    case .done, .failed, .cancelled, .superseded: []
    }
  }
}

/// Where a job is on its way, with what belongs to it there.
public enum JobState: Equatable, Sendable {
  /// Why a running job should end.
  public enum EndRequest: Equatable, Sendable {
    /// Somebody called it off.
    case cancel
    /// A newer job does its work.
    case supersede(by: JobID)
  }

  /// It waits, until a moment where one is given; `lastError` says why an earlier try failed.
  case queued(notBefore: Timestamp?, lastError: String?)
  /// A worker has it; it should end soon where that was asked.
  case running(asked: EndRequest?)
  /// Done, with what came of it in a line.
  case done(summary: String)
  /// Failed for good, and why.
  case failed(error: String)
  /// Failed too often, and why the last time.
  case held(error: String)
  /// Called off.
  case cancelled
  /// A newer job does its work.
  case superseded(by: JobID)

  /// The state in one word.
  public var stage: JobStage {
    switch self {
    case .queued: .queued
    case .running: .running
    case .done: .done
    case .failed: .failed
    case .held: .held
    case .cancelled: .cancelled
    case .superseded: .superseded
    }
  }
}
