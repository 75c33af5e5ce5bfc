/// A programme's published folder: numbered releases, and the link `current` to one of them.
///
/// Writes: `published/PROGRAMME`. Survives: being stopped anywhere. Whoever reads through `current` sees one whole
/// release at any time, and a release never changes once it has its number.
public struct ReleaseFolder: Sendable {
  /// The programme.
  public let programme: ProgrammeName
  private let root: SpoolRoot
  private var files: any FileSystem { root.files }

  /// The published folder of `programme`, whose folders have been prepared.
  public init(of programme: ProgrammeName, in root: SpoolRoot) {
    self.programme = programme
    self.root = root
  }

  /// Writes release `number`, 1 or more, and waits until it would survive a loss of power; `current` stays.
  ///
  /// Does nothing where the release is there with the same files and bytes. One that is there and not whole is thrown
  /// away and written again. Throws `SpoolRefusal` where it is there with other bytes or a path is not allowed, and
  /// `SystemFault` where the machine fails; it can be tried again.
  public func write(_ number: Int, _ content: [ReleaseFile]) throws {
    try demandAllowed(number, content)
    let mark = ReleaseMark.bytes(of: content)
    try root.with(.releases(programme)) { releases in
      let place = Entry(releases, String(number))
      if try files.statusIfThere(place) != nil {
        switch try state(of: place, like: content, mark) {
        case .same: return try files.sync(releases)
        case .other:
          throw SpoolRefusal([
            "\(path(number)) is there already and holds something else; a release never changes, so take the "
              + "next number"
          ])
        case .torn: try discard(place)
        }
      }
      let draft = Entry(releases, ".\(number).tmp")
      do {
        try files.removeTree(draft)
        try writeTree(content, mark, to: draft)
        try files.rename(draft, to: place, replacing: false)
      } catch let fault as SystemFault {
        // Half a release must not keep the disk full.
        try? files.removeTree(draft)
        throw fault
      }
      try files.sync(releases)
    }
  }

  /// Switches `current` to a release that is there and whole, in one step.
  public func makeCurrent(_ number: Int) throws {
    guard try isWhole(number) else {
      throw SpoolRefusal(["\(path(number)) is not there as a whole; write it before it is made current"])
    }
    try root.with(.published(programme)) { folder in
      let link = Entry(folder, Self.current)
      if let status = try files.statusIfThere(link) {
        guard status.kind == .link else {
          throw SpoolRefusal([
            "\(root.path(of: .published(programme)))/\(Self.current) is not the link that it must be; move it "
              + "elsewhere"
          ])
        }
        if try files.destination(of: link) == Self.target(number) { return try files.sync(folder) }
      }
      let draft = Entry(folder, ".\(Self.current).tmp")
      try files.removeIfThere(draft)
      try files.makeLink(draft, to: "releases/\(number)")
      try files.rename(draft, to: link, replacing: true)
      try files.sync(folder)
    }
  }

  /// The number of the release that `current` points to, or nil where there is none.
  public func current() throws -> Int? {
    try root.with(.published(programme)) { folder in
      let link = Entry(folder, Self.current)
      guard try files.statusIfThere(link)?.kind == .link else { return nil }
      let parts = String(decoding: try files.destination(of: link).bytes, as: UTF8.self).split(separator: "/")
      guard parts.count == 2, parts[0] == "releases" else { return nil }
      return Int(parts[1])
    }
  }

  /// The numbers of the releases that are whole, rising.
  public func numbers() throws -> [Int] {
    try root.with(.releases(programme)) { releases in
      try files.names(in: releases, limit: .max).names.compactMap(Self.number).sorted().filter {
        try isWhole($0, in: releases)
      }
    }
  }

  /// Removes all but the last `count` releases and the current one, and whatever a stopped run left; answers the
  /// numbers of the releases removed, rising.
  public func keepLast(_ count: Int) throws -> [Int] {
    let current = try current()
    return try root.with(.releases(programme)) { releases in
      let names = try files.names(in: releases, limit: .max).names.sorted()
      let numbers = names.compactMap(Self.number).sorted()
      let removed = numbers.dropLast(max(0, count)).filter { $0 != current }
      for number in removed { try discard(Entry(releases, String(number))) }
      for name in names
      where name.bytes.first == UInt8(ascii: ".") && name.bytes.suffix(4) == Self.ending[...] {
        try files.removeTree(Entry(releases, name))
      }
      try files.sync(releases)
      return removed
    }
  }

  private enum State {
    case same
    case other
    case torn
  }

  /// What lies under the number, compared with what should: file by file where the mark is the same.
  private func state(of place: Entry, like content: [ReleaseFile], _ mark: [UInt8]) throws -> State {
    guard try files.statusIfThere(place)?.kind == .folder else { return .torn }
    return try files.with(place, for: .folder) { folder in
      guard let found = try files.content(of: Entry(folder, ReleaseMark.name), limit: 1 << 24) else {
        return .torn
      }
      guard found == mark else { return .other }
      for file in content
      where try self.content(of: file.steps[...], in: folder, limit: file.bytes.count) != file.bytes {
        return .torn
      }
      return .same
    }
  }

  private func content(of steps: ArraySlice<String>, in folder: Descriptor, limit: Int) throws -> [UInt8]? {
    guard let first = steps.first else { return nil }
    let entry = Entry(folder, first)
    if steps.count == 1 { return try files.content(of: entry, limit: limit) }
    guard try files.statusIfThere(entry)?.kind == .folder else { return nil }
    return try files.with(entry, for: .folder) { try content(of: steps.dropFirst(), in: $0, limit: limit) }
  }

  private func writeTree(_ content: [ReleaseFile], _ mark: [UInt8], to draft: Entry) throws {
    let mode = SpoolPlace.releases(programme).mode
    try files.makeFolder(draft, mode: mode)
    try files.with(draft, for: .folder) { folder in
      let sorted = content.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      try write(sorted.map { ($0.steps[...], $0.bytes) }, to: folder)
      try files.writeNew(mark, to: Entry(folder, ReleaseMark.name), mode: 0o640)
      try files.sync(folder)
    }
  }

  /// Writes files and folders below `folder`, and syncs all but `folder` itself.
  private func write(_ content: [(steps: ArraySlice<String>, bytes: [UInt8])], to folder: Descriptor) throws {
    var rest = content[...]
    while let next = rest.first, let name = next.steps.first {
      if next.steps.count == 1 {
        try files.writeNew(next.bytes, to: Entry(folder, name), mode: 0o640)
        rest = rest.dropFirst()
        continue
      }
      let inside = rest.prefix { $0.steps.count > 1 && $0.steps.first == name }
      let below = Entry(folder, name)
      try files.makeFolderIfMissing(below, mode: SpoolPlace.releases(programme).mode)
      try files.with(below, for: .folder) { inner in
        try write(inside.map { ($0.steps.dropFirst(), $0.bytes) }, to: inner)
        try files.sync(inner)
      }
      rest = rest.dropFirst(inside.count)
    }
  }

  /// Out of sight first, so that nobody finds half of it under its number.
  private func discard(_ place: Entry) throws {
    let aside = Entry(place.folder, ".\(String(decoding: place.name.bytes, as: UTF8.self)).old.tmp")
    try files.removeTree(aside)
    try files.rename(place, to: aside, replacing: false)
    try files.sync(place.folder)
    try files.removeTree(aside)
  }

  private func isWhole(_ number: Int) throws -> Bool {
    try root.with(.releases(programme)) { try isWhole(number, in: $0) }
  }

  private func isWhole(_ number: Int, in releases: Descriptor) throws -> Bool {
    let place = Entry(releases, String(number))
    guard try files.statusIfThere(place)?.kind == .folder else { return false }
    return try files.with(place, for: .folder) {
      try files.statusIfThere(Entry($0, ReleaseMark.name))?.kind == .regular
    }
  }

  private func demandAllowed(_ number: Int, _ content: [ReleaseFile]) throws {
    var problems = content.filter { !$0.isAllowed }.map { file in
      "'\(PlainText.oneLine(file.path))' cannot be the path of a file in a release; use plain names between /"
    }
    if number < 1 { problems.append("\(number) cannot be the number of a release; they begin with 1") }
    let paths = content.map(\.path)
    if Set(paths).count < paths.count { problems.append("a release cannot have two files of one path") }
    let folders = Set(
      content.flatMap { file in
        file.steps.indices.dropFirst().map { file.steps[..<$0].joined(separator: "/") }
      })
    problems += content.filter { folders.contains($0.path) }.map {
      "'\($0.path)' cannot be a file and a folder of one release"
    }
    if !problems.isEmpty { throw SpoolRefusal(problems) }
  }

  private func path(_ number: Int) -> String { "\(root.path(of: .releases(programme)))/\(number)" }

  private static let current = "current"
  private static let ending = Array(".tmp".utf8)

  private static func target(_ number: Int) -> FileName { FileName("releases/\(number)") }

  /// The number that a release's folder bears, written as we write it.
  private static func number(_ name: FileName) -> Int? {
    let text = String(decoding: name.bytes, as: UTF8.self)
    guard let number = Int(text), number > 0, String(number) == text else { return nil }
    return number
  }
}
