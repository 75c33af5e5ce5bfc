extension SpoolRoot {
  /// Moves the original of a claim out of incoming; to be called after the file has been recorded, and again after a
  /// crash, until the claim is dropped.
  ///
  /// Only the file that was claimed is moved. Where it was replaced, deleted or cannot be moved, the private copy is
  /// put away instead. A name that is taken gets ` (2)`, ` (3)` and so on before its extension. Called again, it
  /// finds what it did and answers the same. Throws `SystemFault` where the machine fails; it can be tried again.
  public func settle(_ claim: ClaimedFile, as verdict: Verdict) throws -> Settled {
    try with(.claims) { claims in
      try files.with(Entry(claims, claim.id.text), for: .folder) { own in
        try withFolder(verdict.folder(of: claim.programme)) { target in
          let fetched = try fetch(claim, into: own)
          switch fetched {
          case .here:
            let name = try putAway(Entry(own, ClaimPart.original), named: claim.name, in: target)
            try files.sync(target)
            try files.sync(own)
            return Settled(name: name, original: .moved)
          case .gone:
            return try settleWithoutOriginal(claim, own: own, target: target)
          case .stuck(let reason):
            let name = try putCopyAway(claim, own: own, target: target)
            try note(stuck: claim.sighting, sha256: claim.sha256, reason: reason)
            return Settled(name: name, original: .stuck(reason))
          }
        }
      }
    }
  }

  private enum Fetched {
    case here
    case gone
    case stuck(String)
  }

  /// Brings the original from incoming into the claim's own folder, where nobody can exchange it, and looks at it
  /// there.
  private func fetch(_ claim: ClaimedFile, into own: Descriptor) throws -> Fetched {
    let here = Entry(own, ClaimPart.original)
    if let status = try files.statusIfThere(here) {
      return try keep(status, here, of: claim, own: own)
    }
    do {
      return try with(claim.sighting.folder) { folder in
        let there = Entry(folder, claim.originalName)
        guard let status = try files.statusIfThere(there), status.isSameState(as: claim.sighting.status)
        else {
          return .gone
        }
        do {
          try files.rename(there, to: here, replacing: false)
        } catch let fault as SystemFault where fault.isAbsence {
          return .gone
        } catch let fault as SystemFault where fault.isLasting {
          return .stuck(fault.reason)
        }
        try files.sync(own)
        try files.sync(folder)
        return try keep(files.status(of: here), here, of: claim, own: own)
      }
    } catch let fault as SystemFault where fault.isAbsence { return .gone }
  }

  /// Sees whether what was fetched is what was claimed; a newer file that came in between goes back.
  private func keep(_ status: FileStatus, _ here: Entry, of claim: ClaimedFile, own: Descriptor) throws
    -> Fetched
  {
    if status.isSameState(as: claim.sighting.status) { return .here }
    // The folder may have been deleted in between as well.
    try prepare(claim.programme)
    try with(claim.sighting.folder) { folder in
      do {
        try files.rename(here, to: Entry(folder, claim.originalName), replacing: false)
      } catch let fault as SystemFault where fault.isTaken {
        _ = try putAway(here, named: claim.name, in: folder)
      }
      try files.sync(folder)
      try files.sync(own)
    }
    return .gone
  }

  /// Either an earlier call moved the original and was ended before it could say so, or the original is lost.
  private func settleWithoutOriginal(_ claim: ClaimedFile, own: Descriptor, target: Descriptor) throws
    -> Settled
  {
    if let name = try find(claim.name, in: target, where: { $0.isSameState(as: claim.sighting.status) }) {
      try files.sync(target)
      return Settled(name: name, original: .moved)
    }
    return Settled(name: try putCopyAway(claim, own: own, target: target), original: .replaced)
  }

  /// Gives the private copy a name in `target`, once: an earlier call's is found by being the same file.
  private func putCopyAway(_ claim: ClaimedFile, own: Descriptor, target: Descriptor) throws -> FileName {
    let content = Entry(own, ClaimPart.content)
    let status = try files.status(of: content)
    if let name = try find(claim.name, in: target, where: { $0.isSameFile(as: status) }) {
      try files.sync(target)
      return name
    }
    let name = try underFreeName(claim.name) { try files.link(content, as: Entry(target, $0)) }
    try files.sync(target)
    return name
  }

  private func putAway(_ entry: Entry, named text: String, in target: Descriptor) throws -> FileName {
    try underFreeName(text) { try files.rename(entry, to: Entry(target, $0), replacing: false) }
  }

  private func underFreeName(_ text: String, _ take: (FileName) throws -> Void) throws -> FileName {
    var number = 1
    while true {
      let name = FileName.numbered(text, number)
      do {
        try take(name)
        return name
      } catch let fault as SystemFault where fault.isTaken { number += 1 }
    }
  }

  /// The first of the names that `text` may have got, whose file `matches`.
  private func find(_ text: String, in folder: Descriptor, where matches: (FileStatus) -> Bool) throws
    -> FileName?
  {
    let stem = Array(FileName.parts(of: text).stem.utf8)
    for name in try files.names(in: folder, limit: .max).names.sorted() where name.bytes.starts(with: stem) {
      if let status = try files.statusIfThere(Entry(folder, name)), matches(status) { return name }
    }
    return nil
  }

  /// Makes the folder if it is missing, and opens it.
  private func withFolder<Result>(_ place: SpoolPlace, _ body: (Descriptor) throws -> Result) throws -> Result
  {
    do { return try with(place, body) } catch let fault as SystemFault
      where fault.call == .open && fault.isAbsence
    {
      try with(above: place) { above in
        guard let name = place.path.last else { return }
        try files.makeFolderIfMissing(Entry(above, name), mode: place.mode)
        try files.sync(above)
      }
      return try with(place, body)
    }
  }

  /// Moves something that was refused and never opened into `rejected`, as it is, with `why` beside it.
  ///
  /// The reason is written first, so that nothing ever lies there without one. A thing that cannot be moved gets its
  /// reason there all the same. Throws `SystemFault` where the machine fails; it can be tried again.
  public func refuse(_ sighting: Sighting, why: String) throws -> PutAside {
    try withFolder(.rejected(sighting.programme)) { target in
      do {
        return try with(sighting.folder) { folder in
          try refuse(Entry(folder, sighting.name), sighting, why: why, target: target)
        }
      } catch let fault as SystemFault where fault.isAbsence { return .gone }
    }
  }

  private func refuse(_ entry: Entry, _ sighting: Sighting, why: String, target: Descriptor) throws
    -> PutAside
  {
    guard let status = try files.statusIfThere(entry), status.isSameState(as: sighting.status) else {
      return .gone
    }
    var number = 1
    while true {
      let name = FileName.numbered(sighting.name.shown, number)
      if try files.statusIfThere(Entry(target, name)) != nil {
        number += 1
        continue
      }
      let reason = Receipt(kind: .why, text: why)
      try files.replace(Entry(target, reason.name(beside: name)), with: reason.bytes, mode: Receipt.mode)
      do {
        try files.rename(entry, to: Entry(target, name), replacing: false)
      } catch let fault as SystemFault where fault.isTaken {
        number += 1
        continue
      } catch let fault as SystemFault where fault.isLasting {
        try note(stuck: sighting, sha256: nil, reason: fault.reason)
        return .stuck(fault.reason)
      } catch let fault as SystemFault where fault.isAbsence {
        try files.removeIfThere(Entry(target, reason.name(beside: name)))
        return .gone
      }
      if try files.status(of: Entry(target, name)).isSameState(as: sighting.status) {
        try files.sync(target)
        try files.sync(entry.folder)
        return .moved(name)
      }
      // A newer file took the name between the look and the move: back with it.
      _ = try underFreeName(sighting.name.shown) {
        try files.rename(Entry(target, name), to: Entry(entry.folder, $0), replacing: false)
      }
      try files.removeIfThere(Entry(target, reason.name(beside: name)))
      try files.sync(entry.folder)
      return .gone
    }
  }
}
