import Domain
import Foundation
import Intake
import Ledger
import Logging
import Solving

/// Does one job from its start to its end in the ledger.
struct JobRunner {
  let place: Workplace
  let job: Job

  var request: JobRequest { JobRequest(of: job) }
  var programme: ProgrammeID { job.programme }
  var results: ResultsFolder { ResultsFolder(place: place, job: job) }

  /// Runs the job. A refusal of its input ends it; a failure of the machine or a worker is tried again later; where the
  /// task is cancelled it ends as it was asked, or goes back into the queue.
  func run() async {
    do {
      switch job.kind {
      case .plan: try await plan()
      case .publish: try await publish()
      case .rollback: try rollBack()
      case .whatIf: try await whatIf()
      case .confirm, .held, .pin, .unpin, .cancelVisit: try await edit()
      case .rotateFeed: try rotateFeed()
      case .merge: throw JobRefusal(["files are taken when they come, not by a job"])
      }
    } catch {
      end(after: error)
    }
  }

  /// Running → done, with a line in what the job made.
  func finish(_ summary: String) throws {
    try results.write("\(job.id) (\(job.kind.rawValue)): done: \(summary)\n", as: "job.txt")
    try place.ledger.write(by: .daemon, at: place.clock.now()) { _ = try $0.finish(job.id, summary: summary) }
  }

  private func end(after error: any Error) {
    do {
      if Task.isCancelled || error is CancellationError {
        return try place.ledger.write(by: .daemon, at: place.clock.now()) { _ = try $0.giveBack(job.id) }
      }
      if let lines = Self.refusal(error) {
        let text = lines.joined(separator: "\n") + "\n"
        try results.write(text, as: "why.txt")
        try place.ledger.write(by: .daemon, at: place.clock.now()) {
          try $0.appendLog(of: job.id, text)
          try $0.fail(job.id, error: lines.first ?? "refused")
        }
        return place.log.notice("failed", metadata: ["job": "\(job.id)"])
      }
      let failure = error as? WorkerFailure
      try place.ledger.write(by: .daemon, at: place.clock.now()) {
        try $0.appendLog(of: job.id, "\(error)\n\(failure?.log ?? "")\n")
        let after = try $0.retry(job.id, error: "\(error)")
        place.log.warning(
          "a try failed", metadata: ["job": "\(job.id)", "then": "\(after.state.stage.rawValue)"])
      }
    } catch {
      // The ledger has the job as running; the next start puts it back.
      place.log.error("a job's end could not be recorded: \(error)", metadata: ["job": "\(job.id)"])
    }
  }

  /// The lines of a refusal; `nil` for what may pass.
  private static func refusal(_ error: any Error) -> [String]? {
    switch error {
    case let refusal as JobRefusal: refusal.lines
    case let rejection as IntakeRejection: rejection.diagnostics.map(\.description)
    case let error as LedgerError: error.isLasting ? [error.description] : nil
    default: nil
    }
  }
}

extension LedgerError {
  /// Whether trying the same again would be refused again.
  fileprivate var isLasting: Bool {
    switch self {
    case .unknownRelease, .planPruned, .invalidValue, .entryFalls: true
    default: false
    }
  }
}
