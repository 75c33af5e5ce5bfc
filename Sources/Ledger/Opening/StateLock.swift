import Glibc
import Synchronization

/// The right to change a state folder: the exclusive lock on its file `lock`, held until `release` or the end of
/// the process, however it ends.
///
/// The file holds the process id of whoever has the lock. It is never removed: a file that were, could be locked by
/// two. Children of the process do not inherit it.
final class StateLock: Sendable {
  private let descriptor: Mutex<Int32?>

  /// Takes the lock at once or throws `OpeningRefusal.held`.
  init(_ folder: StateFolder) throws {
    let opened = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard opened >= 0 else { throw OpeningRefusal(FileCalls.Failure(code: errno), path: folder.lock) }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      let holder = Self.processID(in: opened)
      close(opened)
      guard code == EWOULDBLOCK else {
        throw OpeningRefusal(FileCalls.Failure(code: code), path: folder.lock)
      }
      throw OpeningRefusal.held(folder: folder.path, process: holder)
    }
    let text = Array("\(getpid())\n".utf8)
    guard ftruncate(opened, 0) == 0, pwrite(opened, text, text.count, 0) == text.count else {
      let code = errno
      close(opened)
      throw OpeningRefusal(FileCalls.Failure(code: code), path: folder.lock)
    }
    descriptor = Mutex(opened)
  }

  deinit { release() }

  /// Gives the lock back; a second time does nothing.
  func release() {
    descriptor.withLock { opened in
      if let number = opened { close(number) }
      opened = nil
    }
  }

  private static func processID(in descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}
