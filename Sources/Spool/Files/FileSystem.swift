/// An open file or folder.
public struct Descriptor: Hashable, Sendable {
  /// The number by which the operating system knows it.
  public let number: Int32

  /// The descriptor of this number, which is open.
  public init(_ number: Int32) { self.number = number }
}

/// A name in an open folder, whether or not something has it.
public struct Entry: Hashable, Sendable {
  /// The folder.
  public let folder: Descriptor
  /// The name in it.
  public let name: FileName

  /// The entry `name` of `folder`.
  public init(_ folder: Descriptor, _ name: FileName) {
    self.folder = folder
    self.name = name
  }

  /// The entry `name` of `folder`.
  init(_ folder: Descriptor, _ name: String) { self.init(folder, FileName(name)) }
}

/// What an entry is opened for. No use ever follows a symbolic link or outlives the program in a child.
public enum OpenUse: Hashable, Sendable {
  /// To read; opening a pipe does not wait for a writer.
  case reading
  /// To write a file that must not be there yet, with these permissions less the process's mask.
  case creating(mode: UInt32)
  /// As a folder.
  case folder
}

/// The calls of the operating system on which the spool rests, each of them one step that works or does not.
///
/// Everything of the room that counts goes through here, so that a test can let any call fail, or end everything at
/// it. Every call but `close` throws a `SystemFault`; conformances may throw errors of their own, and the room lets
/// them pass.
public protocol FileSystem: Sendable {
  /// Opens a folder by its path, the one place where links are followed: the root folder is the operator's own.
  func openFolder(atPath path: String) throws -> Descriptor
  /// Opens an entry, not following a link.
  func open(_ entry: Entry, for use: OpenUse) throws -> Descriptor
  /// Gives a descriptor back, whatever comes of it.
  func close(_ descriptor: Descriptor)
  /// The status of what is open.
  func status(of descriptor: Descriptor) throws -> FileStatus
  /// The status of an entry, not following a link.
  func status(of entry: Entry) throws -> FileStatus
  /// The names in a folder but `.` and `..`, in no order; `isWhole` is false where `limit` left some out.
  func names(in folder: Descriptor, limit: Int) throws -> (names: [FileName], isWhole: Bool)
  /// The next bytes of a file, at most `limit`; none at its end.
  func read(_ limit: Int, from file: Descriptor) throws -> [UInt8]
  /// Writes the beginning of `bytes`, at least one of them, and says how many.
  func write(_ bytes: ArraySlice<UInt8>, to file: Descriptor) throws -> Int
  /// Waits until content, or names in a folder, would survive a loss of power.
  func sync(_ descriptor: Descriptor) throws
  /// Makes a folder with these permissions less the process's mask.
  func makeFolder(_ entry: Entry, mode: UInt32) throws
  /// Renames within one file system in one step; where `replacing` is false, a name that is taken is `EEXIST`.
  func rename(_ entry: Entry, to target: Entry, replacing: Bool) throws
  /// Gives a file a second name, which must be free.
  func link(_ entry: Entry, as target: Entry) throws
  /// Makes a symbolic link to `path`; the name must be free.
  func makeLink(_ entry: Entry, to path: String) throws
  /// Where a symbolic link points.
  func destination(of entry: Entry) throws -> FileName
  /// Takes a name off what is not a folder.
  func remove(_ entry: Entry) throws
  /// Removes an empty folder.
  func removeFolder(_ entry: Entry) throws
}
