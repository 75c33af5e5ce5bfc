@preconcurrency private import Glibc
private import Hashing

/// The names in a claim's folder.
enum ClaimPart {
  /// The private copy.
  static let content = "content"
  /// What the copy is of.
  static let note = "note"
  /// The original on its way from incoming, where it stays for two calls only.
  static let original = "original"
  /// Added to the folder's name while it is being made.
  static let unfinished = ".part"
  /// Added to the folder's name when it turned out to be wrong.
  static let damaged = ".damaged"
}

extension SpoolRoot {
  /// Takes a file that is ready: copies it into a private folder, hashes and syncs it, and leaves the original where
  /// it is.
  ///
  /// The file is opened without following links and without waiting for anybody; it must be the one that was seen,
  /// and it must be the same after the copy. `sizeLimit` is in bytes. Taking the same file again answers with the
  /// same claim. Throws `SystemFault` where the machine fails, as with a full disk: nothing is taken then, and it can
  /// be tried again.
  public func claim(_ sighting: Sighting, sizeLimit: Int64 = SpoolRoot.fileLimit) throws -> ClaimOutcome {
    guard sighting.status.kind == .regular else { return .refused(.notAFile(sighting.status.kind)) }
    guard sighting.status.size <= sizeLimit else {
      return .refused(.tooLarge(size: sighting.status.size, limit: sizeLimit))
    }
    return try with(.claims) { claims in
      if let earlier = try claimed(ClaimID(of: sighting), in: claims) { return .claimed(earlier) }
      try clearAway(ClaimID(of: sighting), in: claims)
      switch try open(sighting) {
      case .otherwise(let outcome): return outcome
      case .open(let original):
        defer { files.close(original) }
        return try claim(sighting, from: original, in: claims)
      }
    }
  }

  private enum Opening {
    case open(Descriptor)
    case otherwise(ClaimOutcome)
  }

  private func open(_ sighting: Sighting) throws -> Opening {
    do {
      return try with(sighting.folder) { folder in
        do {
          return .open(try files.open(Entry(folder, sighting.name), for: .reading))
        } catch let fault as SystemFault {
          switch fault.code {
          case ELOOP, ENXIO, ENODEV, EISDIR, ESTALE: return .otherwise(.unsettled)
          case EACCES, EPERM: return .otherwise(.refused(.unreadable))
          default: throw fault
          }
        }
      }
    } catch let fault as SystemFault where fault.isAbsence { return .otherwise(.vanished) }
  }

  private func claim(_ sighting: Sighting, from original: Descriptor, in claims: Descriptor) throws
    -> ClaimOutcome
  {
    guard try files.status(of: original).isSameState(as: sighting.status) else { return .unsettled }
    let id = ClaimID(of: sighting)
    let draft = Entry(claims, id.text + ClaimPart.unfinished)
    do {
      try files.removeTree(draft)
      try files.makeFolder(draft, mode: SpoolPlace.claims.mode)
      let note = try files.with(draft, for: .folder) { folder -> ClaimNote? in
        guard let sha256 = try copy(original, of: sighting.status.size, to: Entry(folder, ClaimPart.content)),
          try files.status(of: original).isSameState(as: sighting.status)
        else { return nil }
        let note = ClaimNote(sighting: sighting, sha256: sha256)
        try files.writeNew(note.bytes, to: Entry(folder, ClaimPart.note), mode: 0o600)
        try files.sync(folder)
        return note
      }
      guard let note else {
        try files.removeTree(draft)
        return .unsettled
      }
      try files.rename(draft, to: Entry(claims, id.text), replacing: false)
      try files.sync(claims)
      return .claimed(ClaimedFile(note, in: self))
    } catch let fault as SystemFault {
      // A half copy must not keep the disk full.
      try? files.removeTree(draft)
      throw fault
    }
  }

  /// Copies and hashes; nil where there are fewer or more bytes than there were.
  private func copy(_ original: Descriptor, of size: Int64, to entry: Entry) throws -> String? {
    // Readable for others, since it may become the file in `accepted`; the folder above is closed to them.
    try files.with(entry, for: .creating(mode: 0o644)) { file in
      var hash = SHA256()
      var length: Int64 = 0
      while length <= size {
        let piece = try files.read(1 << 18, from: original)
        if piece.isEmpty { break }
        length += Int64(piece.count)
        hash.update(piece)
        try files.writeAll(piece[...], to: file)
      }
      guard length == size else { return nil }
      try files.sync(file)
      return SHA256.hexadecimal(hash.finish())
    }
  }

  /// What claims an earlier run left; to be asked at start, before anything is claimed.
  ///
  /// Half ones are removed: their originals still lie in incoming. The copies of whole ones are read and compared
  /// with their hashes.
  public func leftoverClaims() throws -> LeftoverClaims {
    var leftovers = LeftoverClaims()
    try with(.claims) { claims in
      for name in try files.names(in: claims, limit: .max).names.sorted() {
        guard let id = ClaimID(name) else {
          if name.bytes.suffix(5).elementsEqual(ClaimPart.unfinished.utf8) {
            try files.removeTree(Entry(claims, name))
          }
          continue
        }
        if let claim = try claimed(id, in: claims), try isIntact(claim, in: claims) {
          leftovers.whole.append(claim)
        } else if try clearAway(id, in: claims) {
          leftovers.damaged.append(
            "\(path(of: .claims))/\(id)\(ClaimPart.damaged) is a damaged copy of a dropped file; if the "
              + "file is neither in incoming nor in accepted, ask its sender for it again, then delete the folder"
          )
        }
      }
    }
    return leftovers
  }

  /// Gives up the private copy, once the file is recorded and settled, or was not wanted; does nothing where there is
  /// none.
  public func drop(_ claim: ClaimedFile) throws {
    try with(.claims) { claims in
      let entry = Entry(claims, claim.id.text)
      guard try files.statusIfThere(entry) != nil else { return }
      try files.with(entry, for: .folder) { folder in
        guard try files.statusIfThere(Entry(folder, ClaimPart.original)) == nil else {
          throw SystemFault(.remove, ENOTEMPTY)
        }
        // The content first: a folder without one was being dropped.
        try files.removeIfThere(Entry(folder, ClaimPart.content))
        try files.sync(folder)
        try files.removeIfThere(Entry(folder, ClaimPart.note))
      }
      try files.removeFolder(entry)
      try files.sync(claims)
    }
  }

  private func claimed(_ id: ClaimID, in claims: Descriptor) throws -> ClaimedFile? {
    let entry = Entry(claims, id.text)
    guard try files.statusIfThere(entry)?.kind == .folder else { return nil }
    return try files.with(entry, for: .folder) { folder in
      guard let bytes = try files.content(of: Entry(folder, ClaimPart.note), limit: 4096),
        let note = ClaimNote(bytes), ClaimID(of: note.sighting) == id,
        try files.statusIfThere(Entry(folder, ClaimPart.content)) != nil
      else { return nil }
      return ClaimedFile(note, in: self)
    }
  }

  private func isIntact(_ claim: ClaimedFile, in claims: Descriptor) throws -> Bool {
    try files.with(Entry(claims, claim.id.text), for: .folder) { folder in
      try files.with(Entry(folder, ClaimPart.content), for: .reading) { file in
        var hash = SHA256()
        while true {
          let piece = try files.read(1 << 18, from: file)
          if piece.isEmpty { return SHA256.hexadecimal(hash.finish()) == claim.sha256 }
          hash.update(piece)
        }
      }
    }
  }

  /// Frees the id of a claim that is not whole: the rest of one that was being dropped is removed; anything else is
  /// set aside, which is answered with true.
  @discardableResult
  private func clearAway(_ id: ClaimID, in claims: Descriptor) throws -> Bool {
    let entry = Entry(claims, id.text)
    guard let status = try files.statusIfThere(entry) else { return false }
    let isLeft =
      try status.kind == .folder
      && files.with(entry, for: .folder) { folder in
        try files.statusIfThere(Entry(folder, ClaimPart.content)) == nil
          && files.statusIfThere(Entry(folder, ClaimPart.original)) == nil
      }
    if isLeft {
      try files.removeTree(entry)
    } else {
      let aside = Entry(claims, id.text + ClaimPart.damaged)
      try files.removeTree(aside)
      try files.rename(entry, to: aside, replacing: false)
    }
    try files.sync(claims)
    return !isLeft
  }
}

extension ClaimedFile {
  init(_ note: ClaimNote, in root: SpoolRoot) {
    sighting = note.sighting
    sha256 = note.sha256
    path = "\(root.path(of: .claims))/\(ClaimID(of: note.sighting))/\(ClaimPart.content)"
  }
}
