import Foundation
import Testing

/// A file of bytes that a test must meet exactly.
///
/// With `COUNTERPART_RECORD` set the file is written anew and the test fails, so that a recording is looked at
/// before it counts.
enum Golden {
  static func expect(
    _ bytes: [UInt8], matches name: String, beside test: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(filePath: test).deletingLastPathComponent().appending(path: "Golden")
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["COUNTERPART_RECORD"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      Issue.record(
        "recorded \(name); read it, then run without COUNTERPART_RECORD", sourceLocation: sourceLocation)
      return
    }
    let expected = try Data(contentsOf: file)
    guard Data(bytes) != expected else { return }
    let got = lines(Data(bytes))
    let wanted = lines(expected)
    let at = zip(got, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(got.count, wanted.count)
    Issue.record(
      """
      \(name) differs at line \(at + 1)
      expected: \(at < wanted.count ? wanted[at] : "the end")
      found:    \(at < got.count ? got[at] : "the end")
      """, sourceLocation: sourceLocation)
  }

  private static func lines(_ data: Data) -> [String] {
    data.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self).debugDescription
    }
  }
}
