import Foundation

/// A folder that must not hold anything yet.
struct NewFolder {
  private let url: URL

  /// Checks that `path` is new or empty.
  init(_ path: String) throws(Ending) {
    url = URL(fileURLWithPath: path, isDirectory: true)
    if let inside = try? FileManager.default.contentsOfDirectory(atPath: path), !inside.isEmpty {
      throw Ending(status: .usage, message: "\(path): error: the folder is not empty; name a new one")
    }
  }

  /// Writes `files` by name.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws(Ending) {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      for file in files { try Data(file.bytes).write(to: url.appendingPathComponent(file.name)) }
    } catch {
      throw Ending(
        status: .usage, message: "\(url.path): error: cannot be written (\(error.localizedDescription))")
    }
  }
}
