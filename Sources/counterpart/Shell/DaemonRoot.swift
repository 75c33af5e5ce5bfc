import Coordinator
import Foundation
import Ledger
import Spool

/// The daemon's root folder as a command names it, with refusals as the command's end.
struct DaemonRoot {
  /// The absolute path, without links.
  let path: String

  init(_ path: String) {
    self.path =
      URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// The daemon's own folder.
  var state: StateFolder { StateFolder(path + "/state") }

  /// A look at the ledger, which a daemon may be working with.
  func viewer() throws -> LedgerViewer {
    try Self.telling { try LedgerViewer(state, hashing: contentHash) }
  }

  /// Runs `body`; what it refuses ends the command with 1 and what to do.
  static func telling<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error where isRefusal(error) {
      throw Ending(status: .refused, message: "error: \(error)")
    }
  }

  /// The same for work that takes its time.
  static func telling<T>(_ body: () async throws -> T) async throws -> T {
    do { return try await body() } catch let error where isRefusal(error) {
      throw Ending(status: .refused, message: "error: \(error)")
    }
  }

  private static func isRefusal(_ error: any Error) -> Bool {
    error is OpeningRefusal || error is SpoolRefusal || error is LedgerError || error is SystemFault
  }
}

extension Timestamp {
  /// The clock's moment.
  static var onTheClock: Timestamp { DaemonClock.system.now() }
}
