private import CLinux
@preconcurrency private import Glibc

/// The operating system's own calls.
public struct LinuxFileSystem: FileSystem {
  /// The calls of this machine.
  public init() {}

  /// See `FileSystem`.
  public func openFolder(atPath path: String) throws -> Descriptor {
    Descriptor(try call(.open) { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
  }

  /// See `FileSystem`.
  public func open(_ entry: Entry, for use: OpenUse) throws -> Descriptor {
    let (flags, mode): (Int32, UInt32) =
      switch use {
      case .reading: (O_RDONLY | O_NONBLOCK | O_NOCTTY, 0)
      case .creating(let mode): (O_WRONLY | O_CREAT | O_EXCL, mode)
      case .folder: (O_RDONLY | O_DIRECTORY, 0)
      }
    return Descriptor(
      try call(.open, on: entry) { openat(entry.folder.number, $0, flags | O_NOFOLLOW | O_CLOEXEC, mode) })
  }

  /// See `FileSystem`.
  public func close(_ descriptor: Descriptor) { _ = Glibc.close(descriptor.number) }

  /// See `FileSystem`.
  public func status(of descriptor: Descriptor) throws -> FileStatus {
    var status = stat()
    try call(.status) { fstat(descriptor.number, &status) }
    return FileStatus(status)
  }

  /// See `FileSystem`.
  public func status(of entry: Entry) throws -> FileStatus {
    var status = stat()
    try call(.status, on: entry) { fstatat(entry.folder.number, $0, &status, AT_SYMLINK_NOFOLLOW) }
    return FileStatus(status)
  }

  /// See `FileSystem`.
  public func names(in folder: Descriptor, limit: Int) throws -> (names: [FileName], isWhole: Bool) {
    // A descriptor of its own, since reading a folder moves a place in it and closedir closes.
    let own = try call(.list) { openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(own) else {
      let fault = SystemFault(.list, errno)
      _ = Glibc.close(own)
      throw fault
    }
    defer { closedir(stream) }
    var names: [FileName] = []
    while true {
      errno = 0
      guard let next = readdir(stream) else {
        if errno != 0 { throw SystemFault(.list, errno) }
        return (names, true)
      }
      let bytes = withUnsafeBytes(of: next.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
      if names.count == limit { return (names, false) }
      names.append(FileName(bytes: bytes))
    }
  }

  /// See `FileSystem`.
  public func read(_ limit: Int, from file: Descriptor) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = try call(.read) { Glibc.read(file.number, buffer.baseAddress, limit) }
    }
  }

  /// See `FileSystem`.
  public func write(_ bytes: ArraySlice<UInt8>, to file: Descriptor) throws -> Int {
    try bytes.withUnsafeBytes { buffer in
      try call(.write) { Glibc.write(file.number, buffer.baseAddress, buffer.count) }
    }
  }

  /// See `FileSystem`.
  public func sync(_ descriptor: Descriptor) throws { try call(.sync) { fsync(descriptor.number) } }

  /// See `FileSystem`.
  public func makeFolder(_ entry: Entry, mode: UInt32) throws {
    try call(.makeFolder, on: entry) { mkdirat(entry.folder.number, $0, mode) }
  }

  /// See `FileSystem`.
  public func rename(_ entry: Entry, to target: Entry, replacing: Bool) throws {
    try call(.rename, on: entry) { from in
      target.name.withPath { to in
        replacing
          ? renameat(entry.folder.number, from, target.folder.number, to)
          : system_rename_onto_nothing(entry.folder.number, from, target.folder.number, to)
      }
    }
  }

  /// See `FileSystem`.
  public func link(_ entry: Entry, as target: Entry) throws {
    try call(.link, on: entry) { from in
      target.name.withPath { to in linkat(entry.folder.number, from, target.folder.number, to, 0) }
    }
  }

  /// See `FileSystem`.
  public func makeLink(_ entry: Entry, to path: String) throws {
    try call(.makeLink, on: entry) { symlinkat(path, entry.folder.number, $0) }
  }

  /// See `FileSystem`.
  public func destination(of entry: Entry) throws -> FileName {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = try call(.readLink, on: entry) { readlinkat(entry.folder.number, $0, &bytes, bytes.count) }
    return FileName(bytes: bytes.prefix(count).map { UInt8(bitPattern: $0) })
  }

  /// See `FileSystem`.
  public func remove(_ entry: Entry) throws {
    try call(.remove, on: entry) { unlinkat(entry.folder.number, $0, 0) }
  }

  /// See `FileSystem`.
  public func removeFolder(_ entry: Entry) throws {
    try call(.remove, on: entry) { unlinkat(entry.folder.number, $0, AT_REMOVEDIR) }
  }

  @discardableResult
  private func call<Number: SignedInteger>(_ call: SystemFault.Call, _ body: () -> Number) throws -> Number {
    while true {
      let result = body()
      if result >= 0 { return result }
      let code = errno
      if code != EINTR { throw SystemFault(call, code) }
    }
  }

  @discardableResult
  private func call<Number: SignedInteger>(
    _ kind: SystemFault.Call, on entry: Entry, _ body: (UnsafePointer<CChar>) -> Number
  ) throws -> Number {
    // A name with a zero byte would be cut short and mean another file.
    if entry.name.bytes.contains(0) { throw SystemFault(kind, EINVAL) }
    return try call(kind) { entry.name.withPath(body) }
  }
}

extension FileName {
  fileprivate func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("a terminated name is not empty") }
      return body(start)
    }
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    let kind: FileKind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    self.init(
      kind: kind, size: Int64(status.st_size),
      modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
      inode: UInt64(status.st_ino), device: UInt64(status.st_dev), links: UInt64(status.st_nlink))
  }
}
