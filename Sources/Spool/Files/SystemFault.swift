@preconcurrency import Glibc

/// A call of the operating system that failed.
public struct SystemFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried.
  public enum Call: String, Sendable, CaseIterable {
    case open, status, list, read, write, sync, makeFolder, rename, link, makeLink, readLink, remove
  }

  /// What was tried.
  public let call: Call
  /// The operating system's `errno`.
  public let code: Int32

  /// The failure of `call` with `code`.
  public init(_ call: Call, _ code: Int32) {
    self.call = call
    self.code = code
  }

  /// The reason in the operating system's words, such as `No space left on device`.
  public var reason: String { String(cString: strerror(code)) }

  /// One line for a log.
  public var description: String { "\(call.rawValue): \(reason)" }

  /// The name was not there, or a folder on the way to it, or something else is in its place.
  var isAbsence: Bool { code == ENOENT || code == ENOTDIR || code == ELOOP }

  /// The name is taken.
  var isTaken: Bool { code == EEXIST || code == ENOTEMPTY }

  /// This entry cannot be moved, however often it is tried: permission, or a place in use.
  var isLasting: Bool { [EACCES, EPERM, EBUSY, EROFS, EXDEV, ETXTBSY, EINVAL].contains(code) }
}
