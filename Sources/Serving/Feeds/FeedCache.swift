import Domain
import Ledger
import Synchronization

/// Calendars that were asked for lately, by release, so that they are read and packed once.
final class FeedCache: Sendable {
  /// Which calendar of which release.
  struct Key: Hashable, Sendable {
    let programme: ProgrammeID
    let release: Int
    let file: String
  }

  /// A calendar ready to be sent.
  struct Copy: Sendable {
    let bytes: [UInt8]
    let packed: [UInt8]?
    /// When it last changed, in seconds since 1970.
    let changed: Int64

    var size: Int { bytes.count + (packed?.count ?? 0) }
  }

  private struct State {
    var copies: [Key: (copy: Copy, used: Int)] = [:]
    var size = 0
    var clock = 0
  }

  private let limit: Int
  private let state = Mutex(State())

  /// Of at most `limit` bytes.
  init(limit: Int = 32 << 20) { self.limit = limit }

  func copy(_ key: Key) -> Copy? {
    state.withLock { state in
      guard let found = state.copies[key] else { return nil }
      state.clock += 1
      state.copies[key] = (found.copy, state.clock)
      return found.copy
    }
  }

  /// Keeps a copy, in the place of those that were not asked for for longest.
  func keep(_ copy: Copy, as key: Key) {
    state.withLock { state in
      guard state.copies[key] == nil, copy.size <= limit else { return }
      while state.size + copy.size > limit,
        let oldest = state.copies.min(by: { $0.value.used < $1.value.used })
      {
        state.size -= oldest.value.copy.size
        state.copies[oldest.key] = nil
      }
      state.clock += 1
      state.size += copy.size
      state.copies[key] = (copy, state.clock)
    }
  }
}
