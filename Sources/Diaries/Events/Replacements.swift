import Domain

/// What became of single repetitions of an event, and of all from one on.
struct Replacements {
  private var instants: Set<Instant> = []
  private var days: Set<Day> = []
  /// Changes of all later repetitions, in order of the first that they are about.
  private let future: [CalendarEvent]

  init(_ changes: [CalendarEvent]) {
    for change in changes {
      guard let replaces = change.replaces, !replaces.andFuture else { continue }
      if replaces.time.isDate {
        days.insert(replaces.time.wall.day)
      } else {
        instants.insert(replaces.time.instant)
      }
    }
    future = changes.filter { $0.replaces?.andFuture == true }.sorted { a, b in
      guard let first = a.replaces?.time.instant, let second = b.replaces?.time.instant else { return false }
      return (first, a.line) < (second, b.line)
    }
  }

  /// How far a repetition can be moved, and how long it can become, in seconds.
  var reach: (shift: Int, length: Int) {
    future.reduce((0, 0)) { reach, change in
      guard let start = change.start, let replaces = change.replaces else { return reach }
      return (
        max(reach.0, abs(start.instant - replaces.time.instant)), max(reach.1, change.length.most)
      )
    }
  }

  /// The repetition as it stands; `nil` where it takes no time, or where an event of its own has taken its place.
  func apply(to time: EventTimes.Time, of master: CalendarEvent) -> EventOccurrence? {
    if days.contains(time.start.wall.day) { return nil }
    let instant = time.start.instant
    if instants.contains(instant) { return nil }
    // A whole day may be named by the midnight with which it begins.
    if time.start.isDate, instants.contains(Instant(seconds: time.start.wall.seconds)) { return nil }
    let change = future.last { change in
      guard let from = change.replaces?.time else { return false }
      return from.isDate ? from.wall.day <= time.start.wall.day : from.instant <= instant
    }
    guard let change else {
      guard case .busy(let status) = master.standing else { return nil }
      return EventOccurrence(
        start: time.start, length: time.length ?? master.length, status: status, line: master.line)
    }
    guard case .busy(let status) = change.standing, let to = change.start, let from = change.replaces?.time
    else {
      return nil
    }
    return EventOccurrence(
      start: moved(time.start, from: from, to: to), length: change.length, status: status, line: change.line)
  }

  /// Moved as far as the first one was: on the wall where both are of one zone.
  private func moved(_ start: EventTime, from: EventTime, to: EventTime) -> EventTime {
    if to.isDate || start.isDate {
      let days = to.wall.day.number - from.wall.day.number
      return EventTime(
        wall: WallTime(day: start.wall.day.advanced(by: days)) + to.wall.secondOfDay, zone: to.zone,
        isDate: to.isDate)
    }
    let base = to.zone.wall(at: from.instant)
    return EventTime(
      wall: to.zone.wall(at: start.instant) + (to.wall - base), zone: to.zone, isDate: false)
  }
}
