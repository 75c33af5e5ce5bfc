import Foundation
import Synchronization

/// Folders that all tests of a run share, so that no test can remove them.
package enum SharedFolder {
  private static let paths = Mutex<[String]>([])
  private static let atEnd: Void = {
    _ = atexit {
      for path in SharedFolder.paths.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
    }
  }()

  /// Removes the folder at `path` when the run ends.
  package static func removeAtEnd(_ path: String) {
    _ = atEnd
    paths.withLock { $0.append(path) }
  }
}
