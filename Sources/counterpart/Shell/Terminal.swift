import Foundation
@preconcurrency import Glibc
import Solving

/// What a person in front of a terminal sees while work goes on; silent where output goes into a pipe.
struct Terminal: Sendable {
  private let isShown: Bool

  /// Shows progress on standard error if that is a terminal and nobody asked for quiet.
  init(quiet: Bool) {
    let isPlain = ProcessInfo.processInfo.environment["TERM"].map { $0 == "dumb" } ?? true
    isShown = !quiet && !isPlain && isatty(2) == 1
  }

  /// Shows where the work is, over the line shown before.
  func show(_ progress: WorkProgress) {
    guard isShown else { return }
    let phase = progress.phase.padding(toLength: 14, withPad: " ", startingAt: 0)
    var line = phase + String(format: " %6.1f s", progress.seconds)
    if let best = progress.best { line += String(format: "   best %.1f h", Double(best) / 60) }
    if let bound = progress.bound { line += String(format: "   bound %.1f h", Double(bound) / 60) }
    if let best = progress.best, let bound = progress.bound, best > 0 {
      line += String(format: "   gap %.2f %%", 100 * Double(max(0, best - bound)) / Double(best))
    }
    Self.write("\r\u{1B}[K" + line)
  }

  /// Removes the line.
  func clear() {
    if isShown { Self.write("\r\u{1B}[K") }
  }

  /// Writes a message to standard error.
  static func error(_ message: String) { write(message.hasSuffix("\n") ? message : message + "\n") }

  private static func write(_ text: String) {
    // Where standard error is closed there is nobody to tell, and the work goes on.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
