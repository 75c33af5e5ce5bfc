import Foundation

/// A folder of its own for one test, removed with all that is in it.
final class Folder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("SolvingTests-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func text(_ name: String) -> String {
    (try? String(contentsOfFile: path(name), encoding: .utf8)) ?? ""
  }

  func write(_ bytes: Data, as name: String) throws { try bytes.write(to: URL(fileURLWithPath: path(name))) }

  /// An executable that runs `script` in sh with `$0` in this folder.
  func executable(_ script: String) throws -> String {
    let path = path("worker.sh")
    try Data("#!/bin/sh\ncd '\(url.path)'\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }
}
