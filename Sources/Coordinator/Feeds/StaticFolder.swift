import Foundation
@preconcurrency import Glibc
import Ledger
import Spool

/// The folder of a plain web server that gets a copy of every calendar, named TOKEN.ics.
///
/// It is the one record of the tokens that it names: the ledger knows their digests. Files of other names are let be.
/// Survives: being stopped anywhere; a file has its old bytes or its new ones.
struct StaticFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  private static let ending = ".ics"
  private static let draft = ".counterpart-feed.tmp"

  /// The tokens that files are named by, in the order of the names. Throws where the folder cannot be read.
  func tokens() throws -> [FeedToken] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted().compactMap { name in
        name.hasSuffix(Self.ending) ? FeedToken(text: String(name.dropLast(Self.ending.count))) : nil
      }
    } catch {
      throw SpoolRefusal([
        "the folder of static feeds, \(path), cannot be read; make it, and let the daemon's user write in it"
      ])
    }
  }

  /// Writes the calendar of `token`: beside, synced, renamed. A web server of another user may read it where it is
  /// public. Does nothing where it is there as it should be.
  func write(_ bytes: [UInt8], for token: FeedToken, isPublic: Bool) throws {
    let place = file(token)
    let mode: mode_t = isPublic ? 0o644 : 0o600
    var status = stat()
    if stat(place, &status) == 0, status.st_mode & 0o777 == mode, Int(status.st_size) == bytes.count,
      FileManager.default.contents(atPath: place).map(Array.init) == bytes
    {
      return
    }
    let beside = "\(path)/\(Self.draft)"
    unlink(beside)
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw SystemFault(.open, errno) }
    defer { close(descriptor) }
    do {
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { throw SystemFault(.write, errno) }
        rest = rest.dropFirst(count)
      }
      guard fchmod(descriptor, mode) == 0 else { throw SystemFault(.write, errno) }
      guard fsync(descriptor) == 0 else { throw SystemFault(.sync, errno) }
      guard rename(beside, place) == 0 else { throw SystemFault(.rename, errno) }
    } catch {
      unlink(beside)
      throw error
    }
    try sync()
  }

  /// Takes the file of `token` away, if it is there.
  func remove(_ token: FeedToken) throws {
    guard unlink(file(token)) == 0 || errno == ENOENT else { throw SystemFault(.remove, errno) }
    try sync()
  }

  private func file(_ token: FeedToken) -> String { "\(path)/\(token.text)\(Self.ending)" }

  private func sync() throws {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw SystemFault(.open, errno) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw SystemFault(.sync, errno) }
  }
}
