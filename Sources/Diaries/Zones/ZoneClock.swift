import Foundation

/// A time zone, as far as clocks are concerned. The one place where local time becomes UTC, and back.
struct ZoneClock: Hashable, Sendable {
  /// What tells zones apart: an IANA name, or the place of a definition in the file.
  let name: String
  private let source: Source

  private enum Source: Sendable {
    case known(TimeZone)
    case defined(ClockChanges)
    case utc
  }

  static let utc = ZoneClock(name: "UTC", source: .utc)

  private init(name: String, source: Source) {
    self.name = name
    self.source = source
  }

  /// The zone of an IANA name; `nil` where Foundation knows none. Abbreviations such as BST mean several zones and are
  /// not taken.
  init?(iana name: String) {
    if ["UTC", "GMT", "Etc/UTC", "Etc/GMT", "Zulu", "Etc/Zulu"].contains(name) {
      self = .utc
      return
    }
    guard name.contains("/") || Self.names.contains(name), let zone = TimeZone(identifier: name) else {
      return nil
    }
    self.init(name: name, source: .known(zone))
  }

  /// A zone by the changes of its clocks; `name` tells it from all others.
  init(name: String, changes: ClockChanges) { self.init(name: name, source: .defined(changes)) }

  /// Names of the time zone database without a slash that mean one zone each.
  private static let names: Set<String> = [
    "CET", "CST6CDT", "Cuba", "EET", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "Greenwich", "HST",
    "Hongkong",
    "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya", "MET", "MST7MDT", "NZ", "NZ-CHAT",
    "Navajo",
    "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK", "Singapore", "Turkey", "UCT", "Universal", "W-SU",
    "WET",
  ]

  /// Seconds east of UTC.
  func offset(at instant: Instant) -> Int {
    switch source {
    case .known(let zone): zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds)))
    case .defined(let changes): changes.offset(at: instant)
    case .utc: 0
    }
  }

  /// What the clock shows.
  func wall(at instant: Instant) -> WallTime { WallTime(seconds: instant.seconds + offset(at: instant)) }

  /// When the clock shows this (RFC 5545 section 3.3.5): of an hour that comes twice, the first time; in an hour that
  /// is left out, as if the clock had not been changed yet, so 01:30 is what will be shown as 02:30.
  func instant(of wall: WallTime) -> Instant {
    // Offsets are less than a day, and no zone changes its clocks twice in two days.
    let before = offset(at: Instant(seconds: wall.seconds - WallTime.day))
    let after = offset(at: Instant(seconds: wall.seconds + WallTime.day))
    let early = Instant(seconds: wall.seconds - before)
    if before == after || offset(at: early) == before { return early }
    let late = Instant(seconds: wall.seconds - after)
    return offset(at: late) == after ? late : early
  }

  static func == (a: Self, b: Self) -> Bool { a.name == b.name }
  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// When the clocks of one zone are changed, and to what.
struct ClockChanges: Sendable {
  /// Seconds east of UTC before the first change.
  let first: Int
  /// In order.
  private let changes: [Change]

  struct Change: Sendable {
    var instant: Instant
    /// Seconds east of UTC from then on.
    var offset: Int
  }

  init(first: Int, changes: [Change]) {
    self.first = first
    self.changes = changes.sorted { ($0.instant, $0.offset) < ($1.instant, $1.offset) }
  }

  func offset(at instant: Instant) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].instant <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : changes[low - 1].offset
  }
}
