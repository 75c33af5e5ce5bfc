/// One entry of a programme's incoming folder, as a scan saw it.
public struct Sighting: Hashable, Sendable {
  /// In which of a programme's folders something lay.
  public enum Place: String, Hashable, Comparable, Sendable {
    /// Dropped, perhaps still being copied.
    case dropped
    /// Renamed into `new`, and so finished.
    case handedOver

    /// Dropped first.
    public static func < (one: Place, other: Place) -> Bool { one == .dropped && other == .handedOver }
  }

  /// What tells two entries of one scan apart.
  public struct Key: Hashable, Comparable, Sendable {
    /// The programme by whose folder it came.
    public let programme: ProgrammeName
    /// The folder.
    public let place: Place
    /// The name.
    public let name: FileName

    /// By programme, place and name.
    public static func < (one: Key, other: Key) -> Bool {
      if one.programme != other.programme { return one.programme < other.programme }
      return one.place != other.place ? one.place < other.place : one.name < other.name
    }
  }

  /// Where it lay and what it was called.
  public let key: Key
  /// What the file system said of it.
  public let status: FileStatus

  /// The sighting of `name` with `status`.
  public init(programme: ProgrammeName, place: Place, name: FileName, status: FileStatus) {
    key = Key(programme: programme, place: place, name: name)
    self.status = status
  }

  /// The programme by whose folder it came.
  public var programme: ProgrammeName { key.programme }
  /// The folder in which it lay.
  public var place: Place { key.place }
  /// The name, in whatever bytes.
  public var name: FileName { key.name }

  /// The folder as a place of the spool.
  var folder: SpoolPlace { place.folder(of: programme) }
}

extension Sighting.Place {
  func folder(of programme: ProgrammeName) -> SpoolPlace {
    switch self {
    case .dropped: .dropped(programme)
    case .handedOver: .handedOver(programme)
    }
  }
}
