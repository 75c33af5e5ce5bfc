/// Several calls that belong together. None of these is one step; what calls them arranges the names so that a
/// crash in between shows.
extension FileSystem {
  /// Opens, hands over, and closes again whatever happens.
  func with<Result>(_ entry: Entry, for use: OpenUse, _ body: (Descriptor) throws -> Result) throws -> Result
  {
    let descriptor = try open(entry, for: use)
    defer { close(descriptor) }
    return try body(descriptor)
  }

  /// The status, or nil where nothing has the name.
  func statusIfThere(_ entry: Entry) throws -> FileStatus? {
    do { return try status(of: entry) } catch let fault as SystemFault where fault.isAbsence { return nil }
  }

  /// Writes a new file and waits until it would survive a loss of power; the name must be free.
  func writeNew(_ bytes: [UInt8], to entry: Entry, mode: UInt32) throws {
    try with(entry, for: .creating(mode: mode)) { file in
      try writeAll(bytes[...], to: file)
      try sync(file)
    }
  }

  /// Writes all of `bytes`, however many calls that takes.
  func writeAll(_ bytes: ArraySlice<UInt8>, to file: Descriptor) throws {
    var rest = bytes
    while !rest.isEmpty { rest = rest.dropFirst(try write(rest, to: file)) }
  }

  /// The content of a regular file; nil where nothing has the name, or it is no regular file or above `limit` bytes.
  func content(of entry: Entry, limit: Int) throws -> [UInt8]? {
    do {
      return try with(entry, for: .reading) { file in
        let status = try status(of: file)
        guard status.kind == .regular, status.size <= Int64(limit) else { return nil }
        var bytes: [UInt8] = []
        while bytes.count <= limit {
          let piece = try read(1 << 18, from: file)
          if piece.isEmpty { return bytes }
          bytes += piece
        }
        return nil
      }
    } catch let fault as SystemFault where fault.isAbsence { return nil }
  }

  /// Puts `bytes` under the name in one step, replacing what had it: written beside, synced, renamed, synced.
  ///
  /// A crash leaves the old content or the new, and perhaps a hidden file that the next call with the same name
  /// removes.
  func replace(_ entry: Entry, with bytes: [UInt8], mode: UInt32) throws {
    let draft = Entry(entry.folder, FileName(Self.draftName(for: entry.name)))
    try removeIfThere(draft)
    do {
      try writeNew(bytes, to: draft, mode: mode)
      try rename(draft, to: entry, replacing: true)
    } catch let fault as SystemFault {
      // A full disk must not be filled with drafts.
      try? removeIfThere(draft)
      throw fault
    }
    try sync(entry.folder)
  }

  private static func draftName(for name: FileName) -> String {
    // Hidden, the same each time, and short enough for every name.
    ".\(Digest.of(name.bytes).prefix(24)).tmp"
  }

  /// Takes a name away if something has it.
  func removeIfThere(_ entry: Entry) throws {
    do { try remove(entry) } catch let fault as SystemFault where fault.isAbsence {}
  }

  /// Removes an entry with all that is below it, if it is there.
  func removeTree(_ entry: Entry) throws {
    guard let status = try statusIfThere(entry) else { return }
    guard status.kind == .folder else { return try removeIfThere(entry) }
    try with(entry, for: .folder) { folder in
      for name in try names(in: folder, limit: .max).names.sorted() {
        try removeTree(Entry(folder, name))
      }
    }
    try removeFolder(entry)
  }

  /// Makes a folder unless there is one.
  func makeFolderIfMissing(_ entry: Entry, mode: UInt32) throws {
    do { try makeFolder(entry, mode: mode) } catch let fault as SystemFault where fault.isTaken {
      guard try status(of: entry).kind == .folder else { throw fault }
    }
  }
}
