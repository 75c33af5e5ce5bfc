import Domain
import Foundation
import Ledger
import Solving
import Spool

/// Has a dropped file read by a worker process.
struct FileReading {
  let place: Workplace

  /// What came of it.
  enum Outcome {
    case taken(TakeReply)
    /// Why it is not taken, for whoever sent it.
    case refused(String)
  }

  /// How often a file may end its reader before it is refused.
  static let tries = 3

  /// Reads `bytes` into the programme of `rows`; `mark` names the log of a reader that failed.
  ///
  /// Throws where no worker can be started, or the daemon ends.
  func read(_ name: String, _ bytes: [UInt8], into rows: [LedgerRow], mark: String) async throws -> Outcome {
    let request = WorkRequest(
      job: .take, files: [WorkRequest.File(name: name, data: Data(bytes))], today: place.today.iso,
      take: TakeRequest(rows: try rows.map { try TakeRequest.Row($0) }))
    // The rows are read again too, to say what the programme waits for.
    let stored = rows.reduce(0) { sum, row in sum + row.cells.reduce(0) { $0 + $1.value.utf8.count } }
    var limits = WorkerLimits(timeLimit: 0, inputBytes: bytes.count + stored)
    limits.memory = min(place.settings.memory, 4 << 30)
    let worker = WorkerProcess(executable: place.settings.executable, limits: limits)
    var log = ""
    for _ in 1...Self.tries {
      do {
        switch try await worker.answer(to: request) {
        case .taken(let reply): return .taken(reply)
        case .refused(let lines): return .refused(lines.joined(separator: "\n"))
        case .failed(let why): log += why + "\n"
        case .plan, .replanned, .model, .whatIf, .explanation, .unproven:
          log += "the reader answered something else than what it was asked\n"
        }
      } catch let failure as WorkerFailure {
        if case .notStarted = failure { throw failure }
        log += "\(failure)\n\(failure.log)\n"
      }
    }
    let kept = place.own("logs", "\(mark).log")
    try place.keep(Data(log.utf8), as: kept)
    return .refused(
      "\(name) was not taken, and nothing was changed by it.\nThe file made the reader fail \(Self.tries) times; "
        + "its log is in \(kept.path). Save the table anew as 'CSV UTF-8' and drop it again; if that does not help, "
        + "show the log to whoever looks after the server.\n")
  }
}
