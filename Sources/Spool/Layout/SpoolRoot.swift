/// The daemon's root folder, in which people drop files and find receipts and calendars.
///
/// It knows files and folders only, not what is in them. It is meant to be used by one process and, there, by one
/// task at a time; other programs and people may do in `incoming` what they like meanwhile.
/// Reads and writes: the folders of docs/formats.md, "The daemon's root folder". Survives: being stopped anywhere.
public struct SpoolRoot: Sendable {
  /// The path as given.
  public let path: String
  /// Bytes of a dropped file that are taken at most.
  public static let fileLimit: Int64 = 50 << 20
  /// The calls of the operating system.
  let files: any FileSystem

  /// The root at `path`; nothing is looked at or made before `prepare`.
  public init(_ path: String, on files: any FileSystem = LinuxFileSystem()) {
    self.path = path
    self.files = files
  }

  /// The path of one of its folders, for messages and for other programs.
  public func path(of place: SpoolPlace) -> String { ([path] + place.path).joined(separator: "/") }

  /// The path of a release of `programme`, in which are its calendars and changes.txt.
  public func path(ofRelease number: Int, of programme: ProgrammeName) -> String {
    "\(path(of: .releases(programme)))/\(number)"
  }

  /// Opens the folder, step by step and following no link below the root, and closes it afterwards.
  func with<Result>(_ place: SpoolPlace, _ body: (Descriptor) throws -> Result) throws -> Result {
    try with(steps: place.path[...], body)
  }

  /// The same for the folder in which the place is.
  func with<Result>(above place: SpoolPlace, _ body: (Descriptor) throws -> Result) throws -> Result {
    try with(steps: place.path.dropLast(), body)
  }

  private func with<Result>(steps: ArraySlice<String>, _ body: (Descriptor) throws -> Result) throws -> Result
  {
    var folder = try files.openFolder(atPath: path)
    defer { files.close(folder) }
    for step in steps {
      let next = try files.open(Entry(folder, step), for: .folder)
      files.close(folder)
      folder = next
    }
    return try body(folder)
  }

  /// The same for two folders.
  func with<Result>(
    _ one: SpoolPlace, _ other: SpoolPlace, _ body: (Descriptor, Descriptor) throws -> Result
  ) throws -> Result {
    try with(one) { first in try with(other) { second in try body(first, second) } }
  }

  /// The programmes that have a folder in `incoming`, sorted by name.
  public func programmes() throws -> [ProgrammeName] {
    try with(.incoming) { folder in
      try files.names(in: folder, limit: .max).names.compactMap { name in
        guard let programme = ProgrammeName(name),
          try files.statusIfThere(Entry(folder, name))?.kind == .folder
        else { return nil }
        return programme
      }.sorted()
    }
  }
}
