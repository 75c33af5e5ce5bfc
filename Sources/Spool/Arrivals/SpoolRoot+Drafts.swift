extension SpoolRoot {
  /// The end of the names in `tmp` of files that programs of ours are writing there.
  public static let draftEnding = ".handover"

  /// Removes the drafts of ours in a programme's `tmp` to which nothing was added since `moment`, in nanoseconds since
  /// 1970 by the file system's clock, and says how many. What other programs have there is theirs.
  ///
  /// Whoever wrote such a draft was stopped before the file had come in, and never said that it had. Throws
  /// `SystemFault`; a folder that is missing holds nothing.
  public func removeDrafts(of programme: ProgrammeName, untouchedSince moment: Int64) throws -> Int {
    try with(above: .drafts(programme)) { folder in
      let drafts = Entry(folder, "tmp")
      guard try files.statusIfThere(drafts)?.kind == .folder else { return 0 }
      return try files.with(drafts, for: .folder) { drafts in
        var removed = 0
        for name in try files.names(in: drafts, limit: .max).names.sorted()
        where name.bytes.suffix(Self.draftEnding.utf8.count).elementsEqual(Self.draftEnding.utf8) {
          let entry = Entry(drafts, name)
          guard let status = try files.statusIfThere(entry), status.kind == .regular,
            status.modified < moment
          else { continue }
          try files.removeIfThere(entry)
          removed += 1
        }
        return removed
      }
    }
  }
}
