@preconcurrency private import Glibc

extension SpoolRoot {
  /// Makes the folders that are missing and sees to it that files can be moved among them.
  ///
  /// The root itself is made if the folder above it is there. Throws `SpoolRefusal` with everything that is in the
  /// way; nothing that was there is changed.
  public func prepare() throws {
    try makeRoot()
    try make(SpoolPlace.standing)
    try tryMoving(among: [.state, .incoming, .allAccepted, .allRejected, .allResults, .allPublished])
  }

  /// Makes the folders of one programme that are missing, and sees to it that its files can be moved.
  ///
  /// Throws `SpoolRefusal` with everything that is in the way.
  public func prepare(_ programme: ProgrammeName) throws {
    try make(SpoolPlace.standing(of: programme))
    try tryMoving(
      among: [
        .state, .dropped(programme), .handedOver(programme), .accepted(programme), .rejected(programme),
      ])
  }

  private func makeRoot() throws {
    do {
      files.close(try files.openFolder(atPath: path))
    } catch let fault as SystemFault where fault.code == ENOENT {
      let parts = path.split(separator: "/")
      guard let last = parts.last else { throw SpoolRefusal(["the root folder has no name; name one"]) }
      let rest = parts.dropLast().joined(separator: "/")
      let above = path.hasPrefix("/") ? "/" + rest : (rest.isEmpty ? "." : rest)
      do {
        let folder = try files.openFolder(atPath: above)
        defer { files.close(folder) }
        try files.makeFolder(Entry(folder, String(last)), mode: SpoolPlace.root.mode)
      } catch let fault as SystemFault {
        throw SpoolRefusal([
          "\(path) is not there and cannot be made (\(fault.reason)); make the folder, or name another one"
        ])
      }
    } catch let fault as SystemFault where fault.code == ENOTDIR {
      throw SpoolRefusal(["\(path) is a file; name a folder as the daemon's root"])
    } catch let fault as SystemFault {
      throw SpoolRefusal([
        "\(path) cannot be opened (\(fault.reason)); give the daemon's user the right to read and write it"
      ])
    }
  }

  private func make(_ places: [SpoolPlace]) throws {
    var problems: [String] = []
    var failed: [[String]] = []
    for place in places {
      // What is in a folder that could not be made is not worth a sentence.
      if failed.contains(where: { place.path.starts(with: $0) }) { continue }
      if let problem = try problem(making: place) {
        problems.append(problem)
        failed.append(place.path)
      }
    }
    if !problems.isEmpty { throw SpoolRefusal(problems) }
  }

  private func problem(making place: SpoolPlace) throws -> String? {
    guard let name = place.path.last else { return nil }
    do {
      try with(above: place) { folder in
        let entry = Entry(folder, name)
        do {
          try files.makeFolder(entry, mode: place.mode)
          try files.sync(folder)
        } catch let fault as SystemFault where fault.isTaken {
          // A link answers an attempt to open it as a folder in the same way as a file does.
          if try files.status(of: entry).kind == .link { throw SystemFault(.open, ELOOP) }
          files.close(try files.open(entry, for: .folder))
        }
      }
      return nil
    } catch let fault as SystemFault {
      return sentence(for: fault, making: path(of: place))
    }
  }

  private func sentence(for fault: SystemFault, making path: String) -> String {
    switch fault.code {
    case ENOTDIR: "\(path) is a file, where a folder must be; move it elsewhere"
    case ELOOP: "\(path) is a symbolic link, which is not followed; put a folder there, or mount one"
    case EACCES, EPERM:
      "\(path) cannot be made or opened (\(fault.reason)); give the daemon's user the right to write there"
    case EROFS: "\(path) is on a file system that is mounted read-only; mount it for writing"
    case ENOSPC, EDQUOT: "\(path) cannot be made (\(fault.reason)); free some space"
    default: "\(path) cannot be made or opened (\(fault.reason)); see to it and start again"
    }
  }

  /// Moves an empty file from folder to folder: the one test that says rightly whether a move will work.
  private func tryMoving(among places: [SpoolPlace]) throws {
    var problems: [String] = []
    guard let home = places.first else { return }
    for place in places.dropFirst() {
      do {
        try with(home, place) { from, to in
          let here = Entry(from, Self.probe)
          let there = Entry(to, Self.probe)
          try files.removeIfThere(here)
          try files.removeIfThere(there)
          try files.writeNew([], to: here, mode: 0o600)
          do {
            try files.rename(here, to: there, replacing: false)
          } catch let fault as SystemFault {
            try? files.removeIfThere(here)
            throw fault
          }
          try files.remove(there)
        }
      } catch let fault as SystemFault {
        problems.append(sentence(for: fault, movingFrom: path(of: home), to: path(of: place)))
      }
    }
    if !problems.isEmpty { throw SpoolRefusal(problems) }
  }

  private func sentence(for fault: SystemFault, movingFrom home: String, to path: String) -> String {
    switch fault.code {
    case EXDEV:
      "\(path) is on another file system than \(home), so that a file cannot be moved there in one step; keep "
        + "the whole root folder on one file system"
    case EACCES, EPERM:
      "\(path) cannot be written to (\(fault.reason)); give the daemon's user the right to write there and in \(home)"
    case EROFS: "\(path) is on a file system that is mounted read-only; mount it for writing"
    case ENOSPC, EDQUOT: "no file can be made in \(path) (\(fault.reason)); free some space"
    case EINVAL, ENOSYS:
      "the file system of \(path) cannot rename a file without replacing another; use one such as ext4, XFS or Btrfs"
    default: "a file cannot be moved from \(home) to \(path) (\(fault.reason)); see to it and start again"
    }
  }

  /// Hidden, so that no scan sees it.
  private static let probe = ".counterpart-probe"
}
