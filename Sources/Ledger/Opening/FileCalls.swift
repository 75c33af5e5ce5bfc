import Foundation
import Glibc

/// The few calls about files that SQLite does not do for us, each with errno in words when it fails.
enum FileCalls {
  /// A call of the system that failed.
  struct Failure: Error {
    let code: Int32
    var reason: String { String(cString: strerror(code)) }
    var isTaken: Bool { code == EEXIST }
    var isFull: Bool { code == ENOSPC || code == EDQUOT }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Bytes in the file; 0 where there is none.
  static func size(of path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder that only its owner can enter; one that is there stays as it is.
  static func makeFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw Failure(code: errno) }
  }

  /// Makes an empty file that only its owner can read; fails where one is there.
  static func makeFile(_ path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    close(descriptor)
  }

  static func rename(_ from: String, to: String) throws(Failure) {
    if Glibc.rename(from, to) != 0 { throw Failure(code: errno) }
  }

  /// Gives a file a name that nothing has yet, and takes the old one away.
  static func renameIfFree(_ from: String, to: String) throws(Failure) {
    guard link(from, to) == 0 else {
      // Some file systems know no second names; there a look beforehand has to do.
      if errno == EEXIST || exists(to) { throw Failure(code: EEXIST) }
      try rename(from, to: to)
      return
    }
    try remove(from)
  }

  static func remove(_ path: String) throws(Failure) {
    if unlink(path) != 0, errno != ENOENT { throw Failure(code: errno) }
  }

  /// Waits until a file's bytes, or a folder's names, are on the disk.
  static func synchronise(_ path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0 { throw Failure(code: errno) }
  }

  /// The folder that a path lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
