/// Files that are dealt with and could not be moved out of incoming, so that nobody deals with them again.
///
/// Remembered, also over a restart, by what `ClaimID` stands for: programme, folder, name, device, inode, size and time
/// of change. A file that is changed afterwards is a new one.
public struct StuckFiles: Hashable, Sendable {
  private var ids: Set<ClaimID>

  /// How many there are.
  public var count: Int { ids.count }

  /// Whether what was seen has been dealt with.
  public func contains(_ sighting: Sighting) -> Bool { ids.contains(ClaimID(of: sighting)) }

  init(_ ids: Set<ClaimID>) { self.ids = ids }
}

extension SpoolRoot {
  /// The stuck files as they are noted now.
  public func stuckFiles() throws -> StuckFiles {
    try with(.stuck) { folder in
      StuckFiles(Set(try files.names(in: folder, limit: .max).names.compactMap { ClaimID($0) }))
    }
  }

  /// Removes the notes of files that a scan no longer saw; to be given a scan that left nothing out.
  public func forgetStuckFiles(missingFrom scan: SpoolScan) throws {
    guard scan.crowded.isEmpty, scan.unread.isEmpty else { return }
    let seen = Set(scan.sightings.map { ClaimID(of: $0) })
    try with(.stuck) { folder in
      for name in try files.names(in: folder, limit: .max).names.sorted() {
        if let id = ClaimID(name), !seen.contains(id) { try files.removeIfThere(Entry(folder, name)) }
      }
      try files.sync(folder)
    }
  }

  /// Notes a file as dealt with; the note says for people which file it is.
  func note(stuck sighting: Sighting, sha256: String?, reason: String) throws {
    let lines = [
      "\(path(of: sighting.folder))/\(sighting.name.shown)", "cannot be moved: \(reason)",
      "sha256 \(sha256 ?? "not read")",
    ]
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    try with(.stuck) { folder in
      try files.replace(Entry(folder, ClaimID(of: sighting).text), with: bytes, mode: 0o600)
    }
  }
}
