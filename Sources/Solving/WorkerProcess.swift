import Foundation
import Subprocess
import SystemPackage

/// The parent's side: starts the worker, hands it a request, listens, and judges how it ended.
///
/// Survives whatever the worker does: a crash, an abort, too much memory, silence.
public struct WorkerProcess: Sendable {
  /// The program to start, which is this same binary.
  public var executable: String
  /// What the worker may use.
  public var limits: WorkerLimits

  /// A worker of `executable` under `limits`.
  public init(executable: String, limits: WorkerLimits) {
    self.executable = executable
    self.limits = limits
  }

  /// Runs one job. Throws `WorkerFailure`, or `CancellationError` where the surrounding task is cancelled;
  /// either way the worker is gone when this returns.
  public func answer(
    to request: WorkRequest, progress: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) async throws -> WorkReply {
    var line = try JSONEncoder().encode(request)
    line.append(UInt8(ascii: "\n"))
    let bytes = Array(line)
    let log = LogTail()
    let ended: (heard: Heard, status: TerminationStatus)
    do {
      let result = try await Subprocess.run(
        .path(FilePath(executable)), arguments: Arguments(["worker"] + limits.arguments),
        environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]),
        input: .inputWriter, output: .sequence, error: .sequence
      ) { execution in
        try await withThrowingTaskGroup(of: Part.self) { group in
          group.addTask { .heard(try await listen(to: execution.standardOutput, progress)) }
          group.addTask {
            for try await buffer in execution.standardError {
              log.append(buffer.withUnsafeBytes { Array($0) })
            }
            return .log
          }
          group.addTask {
            // A worker that dies before it has read everything shows in its status, not here.
            _ = try? await execution.standardInputWriter.write(bytes)
            return .written
          }
          let seconds = limits.wallSeconds
          group.addTask {
            try await Task.sleep(for: .seconds(seconds))
            return .overdue
          }
          var heard = Heard.nothing
          while let part = try await group.next() {
            switch part {
            case .heard(let what):
              heard = what
              // Its work is done, or its output has ended: closing the input ends what is left of it.
              try? await execution.standardInputWriter.finish()
              if case .tooMuch = what { try? execution.send(signal: .kill) }
              group.cancelAll()
              return heard
            case .overdue:
              try? execution.send(signal: .kill)
              group.cancelAll()
              return .overdue
            case .log, .written: continue
            }
          }
          return heard
        }
      }
      ended = (result.closureResult, result.terminationStatus)
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      throw WorkerFailure.notStarted(String(describing: error))
    }
    try Task.checkCancellation()
    switch ended.heard {
    case .reply(let reply): return reply
    case .overdue: throw WorkerFailure.overdue(seconds: limits.wallSeconds, log: log.text)
    case .tooMuch: throw WorkerFailure.garbled("it is larger than \(limits.replyBytes) bytes", log: log.text)
    case .garbled: throw WorkerFailure.garbled("it is not in the form agreed", log: log.text)
    case .nothing: throw WorkerFailure.died(how: ended.status.words, log: log.text)
    }
  }

  private enum Part: Sendable {
    case heard(Heard)
    case log
    case written
    case overdue
  }

  private enum Heard: Sendable {
    case reply(WorkReply)
    case nothing
    case tooMuch
    case garbled
    case overdue
  }

  private func listen(
    to output: SubprocessOutputSequence, _ progress: @Sendable (WorkProgress) -> Void
  ) async throws -> Heard {
    var pending: [UInt8] = []
    for try await buffer in output {
      var rest = buffer.withUnsafeBytes { Array($0) }[...]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        pending += rest[..<end]
        rest = rest[(end + 1)...]
        guard let message = try? JSONDecoder().decode(WorkMessage.self, from: Data(pending)) else {
          return .garbled
        }
        switch message {
        case .progress(let made): progress(made)
        case .reply(let reply): return .reply(reply)
        }
        pending.removeAll()
      }
      pending += rest
      if pending.count > limits.replyBytes { return .tooMuch }
    }
    return .nothing
  }
}

extension TerminationStatus {
  fileprivate var words: String {
    switch self {
    case .exited(let code): "exit status \(code)"
    case .signaled(let signal): "signal \(signal)"
    }
  }
}

/// The last part of what a worker wrote to its log.
private final class LogTail: @unchecked Sendable {
  // Guarded by `lock`; written by the task that listens, read after it has ended.
  private var bytes: [UInt8] = []
  private let lock = NSLock()
  private static let most = 1 << 18

  func append(_ more: [UInt8]) {
    lock.withLock {
      bytes += more
      if bytes.count > Self.most { bytes.removeFirst(bytes.count - Self.most) }
    }
  }

  var text: String { lock.withLock { String(decoding: bytes, as: UTF8.self) } }
}
