import Foundation
@preconcurrency import Glibc
import Subprocess
import SystemPackage

/// The parent's side: starts the worker, hands it a request, listens, and judges how it ended.
///
/// Survives whatever the worker does: a crash, an abort, too much memory, silence, a closed input. For the last
/// of these the whole process ignores SIGPIPE from the first job on, so that writing to a pipe that nobody reads
/// is an error there and not the end of the parent.
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
  /// either way the worker is gone when this returns. `progress` is called in the worker's own order.
  public func answer(
    to request: WorkRequest, progress: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) async throws -> WorkReply {
    Self.ignoreBrokenPipes
    let line = Array(try JSONEncoder().encode(request)) + [UInt8(ascii: "\n")]
    let log = LogTail()
    let seconds = limits.wallSeconds
    // The clock runs outside of the conversation, since a worker may also close its output and live on. Leaving
    // the group cancels the conversation, which kills the worker and waits for its end. The worker's time begins
    // once it runs, so that what it said in it has been read, also by a parent that is busy with other things.
    let (beginning, begun) = AsyncStream.makeStream(of: Never.self)
    let ending = try await withThrowingTaskGroup(of: Ending.self) { group in
      group.addTask { try await converse(line, log, progress) { begun.finish() } }
      group.addTask {
        for await _ in beginning {}
        try await Task.sleep(for: .seconds(seconds))
        return .overdue
      }
      defer { group.cancelAll() }
      return try await group.next() ?? .overdue
    }
    try Task.checkCancellation()
    switch ending {
    case .heard(.reply(let reply), _): return reply
    case .heard(.tooMuch, _):
      throw WorkerFailure.garbled("it is larger than \(limits.replyBytes) bytes", log: log.text)
    case .heard(.garbled, _): throw WorkerFailure.garbled("it is not in the form agreed", log: log.text)
    case .heard(.nothing(let readError), let status):
      let reading = readError.map { ", and its output could not be read: \($0)" } ?? ""
      throw WorkerFailure.died(how: status.words + reading, log: log.text)
    case .overdue: throw WorkerFailure.overdue(seconds: limits.wallSeconds, log: log.text)
    }
  }

  private enum Ending: Sendable {
    case heard(WorkMessages.Heard, TerminationStatus)
    case overdue
  }

  private static let ignoreBrokenPipes: Void = { signal(SIGPIPE, SIG_IGN) }()

  private func converse(
    _ line: [UInt8], _ log: LogTail, _ progress: @escaping @Sendable (WorkProgress) -> Void,
    begun: @Sendable () -> Void
  ) async throws -> Ending {
    do {
      let result = try await Subprocess.run(
        .path(FilePath(executable)), arguments: Arguments(["worker"] + limits.arguments),
        environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]),
        input: .inputWriter, output: .sequence, error: .sequence
      ) { execution in
        begun()
        return await withTaskGroup(of: WorkMessages.Heard?.self) { group in
          group.addTask { await listen(to: execution.standardOutput, progress) }
          group.addTask {
            await keep(execution.standardError, in: log)
            return nil
          }
          group.addTask {
            do {
              _ = try await execution.standardInputWriter.write(line)
            } catch let error as SubprocessError where error.underlyingError == Errno.brokenPipe {
              // A worker that dies before it has read everything, or answers without, shows in its own way.
            } catch {
              // One that waits for the rest of its request would wait until its time is over.
              if !Task.isCancelled { try? execution.send(signal: .kill) }
            }
            return nil
          }
          var heard = WorkMessages.Heard.nothing(readError: nil)
          for await case .some(let said) in group {
            heard = said
            // Whatever it said is said: one that lingers is not waited for. One that only closed its output may
            // be dying, and is left to do so in its own way, which its status tells, and to say its last words.
            if case .nothing = said { continue }
            try? execution.send(signal: .kill)
            group.cancelAll()
          }
          // The pipes are closed on the way out, once nobody reads or writes here any more, and not before:
          // another worker's pipe might get their numbers. The library ends both when the process has ended.
          return heard
        }
      }
      return .heard(result.closureResult, result.terminationStatus)
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      throw WorkerFailure.notStarted(String(describing: error))
    }
  }

  private func keep(_ errors: SubprocessOutputSequence, in log: LogTail) async {
    do {
      for try await buffer in errors {
        log.append(buffer.withUnsafeBytes { Array($0) })
        // A flood is always there to be read, and reading it does not look whether anybody still wants it.
        if Task.isCancelled { return }
      }
    } catch {
      // What was read until then is kept.
    }
  }

  private func listen(
    to output: SubprocessOutputSequence, _ progress: @Sendable (WorkProgress) -> Void
  ) async -> WorkMessages.Heard {
    var messages = WorkMessages(most: limits.replyBytes)
    var buffers = output.makeAsyncIterator()
    while true {
      do {
        guard let buffer = try await buffers.next() else { return .nothing(readError: nil) }
        if let heard = messages.take(buffer.withUnsafeBytes { Array($0) }, progress) { return heard }
      } catch {
        return .nothing(readError: String(describing: error))
      }
    }
  }
}

extension TerminationStatus {
  /// How a process ended, for people.
  fileprivate var words: String {
    switch self {
    case .exited(let code): ProcessEnd.exited(code).words
    case .signaled(let signal): ProcessEnd.signaled(signal).words
    }
  }
}
