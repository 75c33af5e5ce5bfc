/// A programme's folder as a zip file, taken apart in memory within limits.
///
/// Only what everybody's zip function makes is read: files stored or deflated, in one part, without encryption. The
/// whole archive is taken or refused: nothing is half read. Source: APPNOTE.TXT 6.3.10 of PKWARE.
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
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Takes `bytes` apart; never holds more than the limits allow, and the archive itself.
  public init(_ bytes: [UInt8], limits: ZipLimits = .programme) throws(ZipRefusal) {
    let archive = ZipBytes(bytes: bytes)
    let directory = try ZipDirectory(archive, limits: limits)
    try Self.demandWithin(limits, directory.entries)
    let wanted = try Self.named(directory.entries.filter { !$0.name.isFolder && !$0.name.isIgnored })
    var files: [File] = []
    for (name, entry) in wanted {
      files.append(File(name: name, bytes: try Self.content(of: entry, in: bytes)))
      if Self.isArchive(name, files[files.count - 1].bytes) { throw .archiveInside(name) }
    }
    if files.isEmpty { throw .empty }
    self.files = files
  }

  /// By the sizes that are declared, which unpacking holds to.
  private static func demandWithin(_ limits: ZipLimits, _ entries: [ZipDirectory.Entry]) throws(ZipRefusal) {
    var total = 0
    for entry in entries {
      total += entry.size
      if total > limits.totalBytes { throw .tooLarge(limit: limits.totalBytes) }
      if entry.size > limits.freeBytes, entry.size > limits.ratio * max(1, entry.packedSize) {
        throw .suspiciouslySmall(entry.name.shown, ratio: limits.ratio)
      }
    }
  }

  /// The entries under their names without the folder that is common to them, sorted.
  private static func named(_ entries: [ZipDirectory.Entry]) throws(ZipRefusal) -> [(
    String, ZipDirectory.Entry
  )] {
    let first = entries.first?.name.steps.first
    let hasFolder = entries.allSatisfy { $0.name.steps.count > 1 && $0.name.steps.first == first }
    var named: [(String, ZipDirectory.Entry)] = []
    var seen: Set<String> = []
    for entry in entries {
      let steps = entry.name.steps.dropFirst(hasFolder ? 1 : 0)
      guard let name = steps.first, steps.count == 1 else { throw .folderInside(entry.name.shown) }
      if !seen.insert(name.lowercased()).inserted { throw .sameName(name) }
      named.append((name, entry))
    }
    return named.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  private static func content(of entry: ZipDirectory.Entry, in bytes: [UInt8]) throws(ZipRefusal) -> [UInt8] {
    let packed = bytes[entry.packed]
    let content = entry.method == 0 ? Array(packed) : Inflate.unpack(packed, size: entry.size)
    guard let content, content.count == entry.size else {
      throw .damaged("'\(entry.name.shown)' has another length than it says")
    }
    guard Inflate.checksum(content) == entry.checksum else {
      throw .damaged("'\(entry.name.shown)' has another checksum than it says")
    }
    return content
  }

  /// Workbooks are zip files too, and are welcome as what they are.
  private static func isArchive(_ name: String, _ bytes: [UInt8]) -> Bool {
    let suffix = FileName.parts(of: name).suffix.lowercased()
    if [".zip", ".7z", ".rar", ".gz", ".tgz", ".bz2", ".xz", ".tar"].contains(suffix) { return true }
    return begins(bytes) && ![".xlsx", ".xlsm", ".ods"].contains(suffix)
  }
}
