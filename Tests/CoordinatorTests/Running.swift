import Foundation
@preconcurrency import Glibc

/// A daemon that runs until it is told to end.
final class Running {
  private let process = Process()

  /// Starts the daemon of `root`.
  init(_ root: Root, _ more: String..., environment: [String: String] = [:]) throws {
    process.executableURL = URL(fileURLWithPath: Root.program)
    process.arguments = ["serve", "--root", root.url.path, "--settle", "0", "--quiet-seconds", "0"] + more
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
      .merging(environment) { $1 }
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Waits until it has the lock of `root`.
  func isWorking(in root: Root) async throws -> Bool {
    let own = "\(process.processIdentifier)\n"
    return try await Self.wait { (try? root.text("state/lock")) == own }
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// Sends `signal`.
  func tell(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Sends `signal` and waits for the end; the exit status, or the signal below 0.
  func end(by signal: Int32) -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  /// Looks every 20 ms, at most 20 s, until `isSo`.
  static func wait(until isSo: () throws -> Bool) async throws -> Bool {
    for _ in 0..<1000 {
      if try isSo() { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
  }
}
