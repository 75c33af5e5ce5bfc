import Domain

/// A point of an event: a whole day, or a time in a zone.
struct EventTime: Hashable {
  let wall: WallTime
  /// The zone of the wall; of a whole day, the one in which its midnight may be asked for.
  let zone: ZoneClock
  let isDate: Bool

  /// The point of time; of a whole day, its midnight in the zone.
  var instant: Instant { zone.instant(of: wall) }
}

/// How long an event lasts.
struct EventLength: Hashable {
  /// Seconds on the wall: 86,400 a day, whatever the clocks do.
  var nominal: Int
  /// Seconds more, as a stopwatch counts them.
  var exact: Int

  /// No time.
  static let none = EventLength(nominal: 0, exact: 0)

  init(nominal: Int, exact: Int) {
    self.nominal = nominal
    self.exact = exact
  }

  init(_ duration: WrittenDuration) {
    self.init(nominal: duration.days * WallTime.day, exact: duration.seconds)
  }

  /// From `start` to `end`. Within one zone it is what the clock on the wall says, so that a duty from Friday 17:00 to
  /// Monday 09:00 ends at 09:00 every week; RFC 5545 section 3.8.5.3 would have it end an hour off where the clocks
  /// change, which no calendar program shows.
  init(from start: EventTime, to end: EventTime) {
    if start.zone == end.zone || start.isDate {
      self.init(nominal: end.wall - start.wall, exact: 0)
    } else {
      self.init(nominal: 0, exact: end.instant - start.instant)
    }
  }

  var isNone: Bool { nominal <= 0 && exact <= 0 }
  /// At most so many seconds.
  var most: Int { max(0, nominal) + max(0, exact) }

  /// When something of this length ends that begins at `start`.
  func end(from start: EventTime) -> Instant {
    let end = start.zone.instant(of: start.wall + nominal) + exact
    // An hour that the clocks leave out lies before what comes after it; nothing ends before it begins.
    return end > start.instant ? end : start.instant + nominal + exact
  }
}
