/// Which of the dropped files have been still for long enough to be whole.
///
/// A value that is told what each scan saw and when; it reads no clock and no folder. Whatever is ready is said
/// again at every observation until it is gone, so nothing is lost where taking it failed.
public struct SettleWatch: Sendable {
  /// What has come to rest.
  public enum Ready: Hashable, Sendable {
    /// A regular file, to be claimed.
    case file(Sighting)
    /// Anything else, to be refused.
    case refused(Sighting, Refusal)

    /// What was seen.
    public var sighting: Sighting {
      switch self {
      case .file(let sighting), .refused(let sighting, _): sighting
      }
    }
  }

  private struct Rest {
    var status: FileStatus
    var since: Int64
  }

  private let settle: Int64
  private var rests: [Sighting.Key: Rest] = [:]
  private var last = Int64.min

  /// A watch that wants `settle` nanoseconds of rest, 5 s unless said otherwise.
  public init(settle: Int64 = 5_000_000_000) { self.settle = settle }

  /// How many entries have been seen and are not ready yet, or not gone.
  public var watched: Int { rests.count }

  /// Takes in a scan made `now` nanoseconds after some origin, by a clock that only goes forward, and answers what is
  /// ready, in the order of the scan.
  ///
  /// An entry is ready when kind, size, time of change and file were the same in all observations of at least the
  /// settle time; one in `new` is at once. One that vanished starts anew when it comes back. Should the clock have
  /// gone back, as after a restart, everything starts anew.
  public mutating func observe(_ sightings: [Sighting], at now: Int64) -> [Ready] {
    if now < last { rests = [:] }
    last = now
    var next: [Sighting.Key: Rest] = [:]
    var ready: [Ready] = []
    for sighting in sightings {
      var rest = Rest(status: sighting.status, since: now)
      if let before = rests[sighting.key], before.status.isSameState(as: sighting.status) {
        rest.since = before.since
      }
      next[sighting.key] = rest
      if sighting.place == .handedOver || now - rest.since >= settle {
        ready.append(
          sighting.status.kind == .regular
            ? .file(sighting) : .refused(sighting, .notAFile(sighting.status.kind)))
      }
    }
    rests = next
    return ready
  }

  /// Lets the entry start anew, because taking it showed that it was still being written.
  public mutating func unsettle(_ sighting: Sighting) { rests[sighting.key] = nil }
}
