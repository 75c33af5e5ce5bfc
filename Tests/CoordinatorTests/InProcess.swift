import Foundation
import Ledger
import Logging
import Synchronization

@testable import Coordinator

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
  private let milliseconds: Mutex<Int64>

  /// Stands at the moment at which it is made.
  init() { milliseconds = Mutex(DaemonClock.system.now().milliseconds) }

  var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

  func set(_ moment: Timestamp) { milliseconds.withLock { $0 = moment.milliseconds } }

  var clock: DaemonClock { DaemonClock(now: { self.now }, ticks: DaemonClock.system.ticks) }
}

extension Root {
  /// A daemon in this process that ends by itself; its workers are `executable`, the program if none is named.
  func daemon(
    executable: String = Root.program, jobs: Int = 1, clock: DaemonClock = .system
  ) throws -> Daemon {
    var settings = DaemonSettings(root: url.path, executable: executable)
    settings.isOnce = true
    settings.settleSeconds = 0
    settings.jobs = jobs
    return try Daemon(settings, clock: clock, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  /// A worker that reads dropped files as the program does and, before it plans, runs `script` in sh, in this root.
  func worker(beforePlans script: String) throws -> String {
    let path = path("worker.sh")
    let text = """
      #!/bin/sh
      cd '\(url.path)'
      IFS= read -r request
      case $request in *'"job":"take"'*) ;; *)
      \(script)
      esac
      # Its input stays open, since a worker ends with it.
      { printf '%s\\n' "$request"; exec cat; } | '\(Root.program)' "$@"
      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  /// A look at the ledger.
  func ledger() throws -> LedgerViewer {
    try LedgerViewer(StateFolder(path("state")), hashing: contentHash)
  }
}
