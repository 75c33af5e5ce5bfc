/// What a name stands for; a link is itself, not what it points to.
public enum FileKind: String, Sendable {
  /// A file of bytes.
  case regular
  /// A folder.
  case folder
  /// A symbolic link.
  case link
  /// A named pipe.
  case pipe
  /// A device, of characters or blocks.
  case device
  /// A socket.
  case socket
}

/// What the file system says of one entry.
public struct FileStatus: Hashable, Sendable {
  /// What it is.
  public var kind: FileKind
  /// The size in bytes; of a sparse file with its holes.
  public var size: Int64
  /// The last change of the content, in nanoseconds since 1970, as the file system's clock has it.
  public var modified: Int64
  /// The number of the file within its file system.
  public var inode: UInt64
  /// The number of the file system.
  public var device: UInt64
  /// How many names the file has.
  public var links: UInt64

  /// A status of these values.
  public init(
    kind: FileKind, size: Int64, modified: Int64, inode: UInt64, device: UInt64, links: UInt64
  ) {
    self.kind = kind
    self.size = size
    self.modified = modified
    self.inode = inode
    self.device = device
    self.links = links
  }

  /// Whether both are the same state of the same file; the number of names may differ.
  func isSameState(as other: FileStatus) -> Bool {
    isSameFile(as: other) && size == other.size && modified == other.modified && kind == other.kind
  }

  func isSameFile(as other: FileStatus) -> Bool { inode == other.inode && device == other.device }
}
