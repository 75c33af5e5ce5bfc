import Foundation
@preconcurrency import Glibc

/// Signals as they come, instead of their usual effect.
///
/// The handler writes the number into a pipe, the only thing that it may safely do; a thread reads it there. Signals
/// that are blocked would be inherited by workers, handlers are not.
public enum SignalStream {
  nonisolated(unsafe) private static var target: Int32 = -1

  /// Each of `signals` from now on, for the rest of the process.
  public static func of(_ signals: [Int32]) -> AsyncStream<Int32> {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return AsyncStream { $0.finish() } }
    // Not for workers.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (reading, writing) = (ends[0], ends[1])
    target = writing
    for number in signals {
      signal(number) { received in
        var byte = UInt8(truncatingIfNeeded: received)
        _ = write(SignalStream.target, &byte, 1)
      }
    }
    let (stream, feed) = AsyncStream<Int32>.makeStream()
    Thread.detachNewThread {
      var byte: UInt8 = 0
      while true {
        let count = read(reading, &byte, 1)
        if count == 1 { feed.yield(Int32(byte)) } else if count == 0 || errno != EINTR { break }
      }
      feed.finish()
    }
    return stream
  }
}
