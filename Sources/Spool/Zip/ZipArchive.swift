public import Archive

/// A programme's folder as a zip file, taken apart in memory within limits.
///
/// Only what everybody's zip function makes is read: files stored or deflated, in one part, without encryption. The
/// whole archive is taken or refused: nothing is half read (see `ZipContents`).
public struct ZipArchive: Hashable, Sendable {
  /// A file that was in it.
  public struct File: Hashable, Sendable {
    /// The name, without folders.
    public let name: String
    /// The content, whose length and checksum are as the archive says.
    public let bytes: [UInt8]
  }

  /// The files, sorted by the bytes of their names; one folder around all of them is left out, and so are names
  /// that programs use for themselves.
  public let files: [File]

  /// Whether bytes begin as a zip file does; so do workbooks.
  public static func begins(_ bytes: [UInt8]) -> Bool {
    ZipContents.begins(bytes)
  }

  /// Takes `bytes` apart; never holds more than the limits allow, and the archive itself.
  public init(_ bytes: [UInt8], limits: ZipLimits = .programme) throws(ZipRefusal) {
    let contents = try ZipContents(bytes, limits: limits)
    let wanted = try Self.named(contents.entries.filter { !$0.name.isFolder && !Self.isIgnored($0.name) })
    var files: [File] = []
    for (name, entry) in wanted {
      files.append(File(name: name, bytes: try contents.content(of: entry)))
      if Self.isArchive(name, files[files.count - 1].bytes) { throw .archiveInside(name) }
    }
    if files.isEmpty { throw .empty }
    self.files = files
  }

  /// Whether any part of the name is one that programs use for themselves.
  private static func isIgnored(_ name: ZipName) -> Bool {
    name.steps.contains { IgnoredNames.contains(FileName($0)) }
  }

  /// The entries under their names without the folder that is common to them, sorted.
  private static func named(_ entries: [ZipContents.Entry]) throws(ZipRefusal) -> [(
    String, ZipContents.Entry
  )] {
    let first = entries.first?.name.steps.first
    let hasFolder = entries.allSatisfy { $0.name.steps.count > 1 && $0.name.steps.first == first }
    var named: [(String, ZipContents.Entry)] = []
    var seen: Set<String> = []
    for entry in entries {
      let steps = entry.name.steps.dropFirst(hasFolder ? 1 : 0)
      guard let name = steps.first, steps.count == 1 else { throw .folderInside(entry.name.shown) }
      if !seen.insert(name.lowercased()).inserted { throw .sameName(name) }
      named.append((name, entry))
    }
    return named.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  /// Workbooks are zip files too, and are welcome as what they are.
  private static func isArchive(_ name: String, _ bytes: [UInt8]) -> Bool {
    let suffix = FileName.parts(of: name).suffix.lowercased()
    if [".zip", ".7z", ".rar", ".gz", ".tgz", ".bz2", ".xz", ".tar"].contains(suffix) { return true }
    return begins(bytes) && ![".xlsx", ".xlsm", ".ods"].contains(suffix)
  }
}
