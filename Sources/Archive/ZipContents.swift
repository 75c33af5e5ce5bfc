/// What an archive holds, unpacked entry by entry within limits.
///
/// Only what everybody's zip function makes is read: entries stored or deflated, in one part, without encryption; also
/// in the form for large archives (zip64), in which some programs write small ones.
/// Source: APPNOTE.TXT 6.3.10 of PKWARE.
public struct ZipContents: Sendable {
  /// An entry that has not been unpacked yet.
  public struct Entry: Sendable {
    /// The name.
    public let name: ZipName
    /// Bytes when unpacked, as the archive says.
    public let size: Int
    let listed: ZipDirectory.Entry
  }

  /// The entries, folders too, in the order of the archive's list.
  public let entries: [Entry]
  private let bytes: [UInt8]

  /// Whether bytes begin as a zip file does; so do workbooks.
  public static func begins(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Looks through the list of `bytes`; nothing is unpacked yet. The limits hold for the sizes that are declared, to
  /// which unpacking holds.
  public init(_ bytes: [UInt8], limits: ZipLimits) throws(ZipRefusal) {
    let directory = try ZipDirectory(ZipBytes(bytes: bytes), limits: limits)
    var total = 0
    for entry in directory.entries {
      total += entry.size
      if total > limits.totalBytes { throw .tooLarge(limit: limits.totalBytes) }
      if entry.size > limits.freeBytes, entry.size > limits.ratio * max(1, entry.packedSize) {
        throw .suspiciouslySmall(entry.name.shown, ratio: limits.ratio)
      }
    }
    entries = directory.entries.map { Entry(name: $0.name, size: $0.size, listed: $0) }
    self.bytes = bytes
  }

  /// The content of an entry, whose length and checksum are as the archive says.
  public func content(of entry: Entry) throws(ZipRefusal) -> [UInt8] {
    let listed = entry.listed
    let packed = bytes[listed.packed]
    let content = listed.method == 0 ? Array(packed) : Inflate.unpack(packed, size: listed.size)
    guard let content, content.count == listed.size else {
      throw .damaged("'\(listed.name.shown)' has another length than it says")
    }
    guard Inflate.checksum(content) == listed.checksum else {
      throw .damaged("'\(listed.name.shown)' has another checksum than it says")
    }
    return content
  }
}
