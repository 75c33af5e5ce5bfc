/// One file of a release.
public struct ReleaseFile: Hashable, Sendable {
  /// Where it goes below the release's folder: names between `/`, none of them blank, hidden, `.` or `..`, without
  /// control characters; not `complete`, which is the mark that all is there.
  public let path: String
  /// The content.
  public let bytes: [UInt8]

  /// A file of these bytes at `path`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  var steps: [String] { path.split(separator: "/", omittingEmptySubsequences: false).map(String.init) }

  var isAllowed: Bool {
    path != ReleaseMark.name
      && steps.allSatisfy { step in
        !step.isEmpty && !step.hasPrefix(".") && step.utf8.count <= 255 && PlainText.oneLine(step) == step
      }
  }
}

/// The file `complete`, written last: what the release consists of, as `sha256sum` writes it.
enum ReleaseMark {
  static let name = "complete"

  static func bytes(of files: [ReleaseFile]) -> [UInt8] {
    files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .flatMap { Array("\(Digest.of($0.bytes))  \($0.path)\n".utf8) }
  }
}
