import Synchronization

/// Lets each caller ask so many times a minute, and as many at once after a pause (the generic cell rate algorithm: a
/// number for each caller, the moment at which all that was asked would have been asked evenly).
final class RateLimiter: Sendable {
  private let interval: Int64
  private let slack: Int64
  private let capacity: Int
  private let due = Mutex<[String: Int64]>([:])

  /// `perMinute` is 1 or more; of `capacity` callers at most something is remembered.
  init(perMinute: Int, capacity: Int = 20_000) {
    interval = 60_000_000_000 / Int64(perMinute)
    slack = interval * Int64(perMinute - 1)
    self.capacity = capacity
  }

  /// `nil` where `caller` may ask now; otherwise in how many seconds. `ticks` are nanoseconds of a clock that never
  /// goes back.
  func refusal(of caller: String, at ticks: Int64) -> Int? {
    due.withLock { due in
      let next = max(due[caller] ?? ticks, ticks)
      let wait = next - ticks - slack
      guard wait <= 0 else { return Int((wait + 999_999_999) / 1_000_000_000) }
      if due.count >= capacity {
        due = due.filter { $0.value > ticks }
        // Too many to remember: all begin anew, rather than the memory growing.
        if due.count >= capacity { due = [:] }
      }
      due[caller] = next + interval
      return nil
    }
  }
}
