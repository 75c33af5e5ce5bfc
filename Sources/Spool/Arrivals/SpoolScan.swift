/// What one full pass over the incoming folders found; the scan, and nothing else, says what is there.
public struct SpoolScan: Hashable, Sendable {
  /// Everything that was dropped or handed over, sorted by programme, place and name.
  public let sightings: [Sighting]
  /// What lies in `incoming` itself and belongs to no programme, a sentence each with what to do.
  public let strays: [String]
  /// Folders of which not everything was looked at, because there is too much in them, a sentence each.
  public let crowded: [String]
  /// Folders that could not be read this time, a sentence each.
  public let unread: [String]

  /// Looks once at everything; costs one call a name.
  ///
  /// Of each folder `limit` entries are taken, and ten times as many names looked at, so that one full folder
  /// cannot keep the others from being seen. Throws only where `incoming` itself cannot be read.
  public init(of root: SpoolRoot, limit: Int = 5000) throws {
    var pass = Pass(root: root, limit: limit)
    try root.with(.incoming) { incoming in try pass.look(at: incoming) }
    sightings = pass.sightings.sorted { $0.key < $1.key }
    strays = pass.strays.sorted()
    crowded = pass.crowded.sorted()
    unread = pass.unread.sorted()
  }
}

/// A scan under way.
private struct Pass {
  let root: SpoolRoot
  let limit: Int
  var sightings: [Sighting] = []
  var strays: [String] = []
  var crowded: [String] = []
  var unread: [String] = []

  mutating func look(at incoming: Descriptor) throws {
    let path = root.path(of: .incoming)
    let list = try root.files.names(in: incoming, limit: 10 * limit)
    if !list.isWhole { crowded.append(tooMany(path)) }
    for name in list.names.sorted() where !IgnoredNames.containsFolder(name) {
      let entry = Entry(incoming, name)
      do {
        guard let status = try root.files.statusIfThere(entry) else { continue }
        guard status.kind == .folder else {
          if IgnoredNames.contains(name) { continue }
          strays.append(
            "\(path)/\(name.shown) belongs to no programme; move it into the folder of its programme")
          continue
        }
        guard let programme = ProgrammeName(name) else {
          strays.append(
            "\(path)/\(name.shown) cannot be a programme's folder; rename it to at most 40 of A-Z, a-z, 0-9, "
              + "point, _ and -, not beginning with a point")
          continue
        }
        try root.files.with(entry, for: .folder) { folder in try look(at: folder, of: programme) }
      } catch let fault as SystemFault {
        unread.append(
          "\(path)/\(name.shown) cannot be read (\(fault.reason)); where this stays so, see to its permissions"
        )
      }
    }
  }

  private mutating func look(at folder: Descriptor, of programme: ProgrammeName) throws {
    try look(at: folder, of: programme, as: .dropped)
    let new = Entry(folder, "new")
    guard try root.files.statusIfThere(new)?.kind == .folder else { return }
    try root.files.with(new, for: .folder) { try look(at: $0, of: programme, as: .handedOver) }
  }

  private mutating func look(at folder: Descriptor, of programme: ProgrammeName, as place: Sighting.Place)
    throws
  {
    let path = root.path(of: place.folder(of: programme))
    let list = try root.files.names(in: folder, limit: 10 * limit)
    var taken = 0
    var isWhole = list.isWhole
    for name in list.names.sorted() where !IgnoredNames.contains(name) {
      if place == .dropped, Self.own.contains(name) { continue }
      if taken == limit {
        isWhole = false
        break
      }
      guard let status = try root.files.statusIfThere(Entry(folder, name)) else { continue }
      sightings.append(Sighting(programme: programme, place: place, name: name, status: status))
      taken += 1
    }
    if !isWhole { crowded.append(tooMany(path)) }
  }

  private func tooMany(_ path: String) -> String {
    "\(path) holds more than \(limit) files; the rest is looked at when these are gone"
  }

  private static let own: Set<FileName> = [FileName("tmp"), FileName("new")]
}
