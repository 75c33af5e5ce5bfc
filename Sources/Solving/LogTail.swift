import Foundation

/// The last part of what a worker wrote to its log.
final class LogTail: @unchecked Sendable {
  // Guarded by `lock`; written by the task that listens, read after it has ended.
  private var bytes: [UInt8] = []
  private let lock = NSLock()
  private static let most = 1 << 18

  func append(_ more: [UInt8]) {
    lock.withLock {
      bytes += more
      if bytes.count > Self.most { bytes.removeFirst(bytes.count - Self.most) }
    }
  }

  var text: String { lock.withLock { String(decoding: bytes, as: UTF8.self) } }
}
