import Foundation
@preconcurrency import Glibc
import Solving

/// What a person in front of a terminal sees while work goes on; silent where output goes into a pipe.
struct Terminal: Sendable {
  private let isShown: Bool

  /// Shows progress on standard error if that is a terminal and nobody asked for quiet.
  init(quiet: Bool) { isShown = !quiet && isatty(2) == 1 }

  /// Shows where the work is, over the line shown before.
  func show(_ progress: WorkProgress) {
    guard isShown else { return }
    var line = String(format: "%-14@ %6.1f s", progress.phase as NSString, progress.seconds)
    if let best = progress.best { line += String(format: "   best %.1f h", Double(best) / 60) }
    if let bound = progress.bound { line += String(format: "   bound %.1f h", Double(bound) / 60) }
    if let best = progress.best, let bound = progress.bound, best > 0 {
      line += String(format: "   gap %.2f %%", 100 * Double(max(0, best - bound)) / Double(best))
    }
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + line).utf8))
  }

  /// Removes the line.
  func clear() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  /// Writes a message to standard error.
  static func error(_ message: String) {
    FileHandle.standardError.write(Data((message.hasSuffix("\n") ? message : message + "\n").utf8))
  }
}
