import Foundation
@preconcurrency import Glibc

/// What is running on this machine.
enum Processes {
  /// Whether process `pid`, as a file holds it, is running and no zombie.
  static func isRunning(_ pid: String) -> Bool {
    guard let number = Int32(pid.trimmingCharacters(in: .whitespacesAndNewlines)),
      let status = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
      let state = status.components(separatedBy: ") ").last?.first
    else { return false }
    return state != "Z" && state != "X"
  }

  /// Returns once `condition` holds; the test's own time limit is what ends a wait in vain.
  static func wait(until condition: () -> Bool) async throws {
    while !condition() { try await Task.sleep(for: .milliseconds(10)) }
  }
}
