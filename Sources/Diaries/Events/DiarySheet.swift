import Domain

/// The window's time, on which everything that takes some is laid; overlaps are settled at the end.
struct DiarySheet {
  let programme: ZoneClock
  private let window: Interval
  private var laid: [AvailabilityStatus: [CalendarStretch]] = [:]
  /// How often something was laid inside the window.
  private(set) var count = 0

  init(window: CalendarWindow, programme: ZoneClock) {
    self.window = window.interval
    self.programme = programme
  }

  /// Lays something from `start` for `length`; answers whether any of it is inside the window.
  mutating func lay(_ start: EventTime, _ length: EventLength, _ status: AvailabilityStatus, line: Int)
    -> Bool
  {
    guard !length.isNone else { return false }
    let pieces =
      start.isDate
      // A day is a day of the programme, wherever it was written.
      ? [start.wall.seconds..<(start.wall + length.nominal).seconds]
      : walls(from: start.instant, to: length.end(from: start))
    return lay(pieces, status, line: line)
  }

  /// Lays a stretch of walls of the programme's zone, in seconds.
  mutating func lay(_ pieces: [Range<Int>], _ status: AvailabilityStatus, line: Int) -> Bool {
    var isInside = false
    for piece in pieces {
      // Whole minutes that hold every second of it.
      let start = max(window.start.minute, piece.lowerBound.flooredDivision(by: 60))
      let end = min(window.end.minute, -(-piece.upperBound).flooredDivision(by: 60))
      guard start < end else { continue }
      isInside = true
      laid[status, default: []].append(
        CalendarStretch(
          interval: Interval(start: Moment(minute: start), end: Moment(minute: end)), status: status,
          line: line))
    }
    if isInside { count += 1 }
    return isInside
  }

  /// What clocks of the programme's zone show between two points of time: one stretch, and where they are put back
  /// soon after the start or before the end, the hour that comes twice as well.
  private func walls(from start: Instant, to end: Instant) -> [Range<Int>] {
    guard start < end else { return [] }
    let first = programme.wall(at: start).seconds
    let last = programme.wall(at: end).seconds
    let putBack = programme.offset(at: start) - programme.offset(at: end)
    guard putBack > 0, end - start < 2 * WallTime.day else { return first < last ? [first..<last] : [] }
    // The change lies between the two; find its second.
    var before = start.seconds
    var after = end.seconds
    while after - before > 1 {
      let middle = (before + after) / 2
      if programme.offset(at: Instant(seconds: middle)) == programme.offset(at: start) {
        before = middle
      } else {
        after = middle
      }
    }
    let change = Instant(seconds: after)
    let shownBefore = after + programme.offset(at: start)
    let shownAfter = programme.wall(at: change).seconds
    return [first..<shownBefore, shownAfter..<last].filter { !$0.isEmpty }
  }

  /// What takes time, in order: where two overlap the stronger stands, and what touches is one.
  func stretches() -> [CalendarStretch] {
    let busy = Self.united(laid[.unavailable] ?? [])
    let tentative = Self.united(laid[.ifNeeded] ?? []).flatMap { Self.rest(of: $0, without: busy) }
    return (busy + tentative).sorted { $0.interval.start < $1.interval.start }
  }

  /// Stretches of one status as few, none touching another; each from the line of its earliest part.
  private static func united(_ stretches: [CalendarStretch]) -> [CalendarStretch] {
    var united: [CalendarStretch] = []
    let sorted = stretches.sorted { ($0.interval.start, $0.line) < ($1.interval.start, $1.line) }
    for stretch in sorted {
      if let last = united.indices.last, stretch.interval.start <= united[last].interval.end {
        united[last].interval.end = max(united[last].interval.end, stretch.interval.end)
      } else {
        united.append(stretch)
      }
    }
    return united
  }

  /// The parts of a stretch that none of the others covers; these are in order and do not overlap.
  private static func rest(of stretch: CalendarStretch, without others: [CalendarStretch])
    -> [CalendarStretch]
  {
    var parts: [CalendarStretch] = []
    var start = stretch.interval.start
    // The first that ends after the start.
    var low = 0
    var high = others.count
    while low < high {
      let middle = (low + high) / 2
      if others[middle].interval.end <= start { low = middle + 1 } else { high = middle }
    }
    func add(until end: Moment) {
      guard start < end else { return }
      parts.append(
        CalendarStretch(
          interval: Interval(start: start, end: end), status: stretch.status, line: stretch.line))
    }
    for other in others[low...] {
      guard other.interval.start < stretch.interval.end else { break }
      add(until: other.interval.start)
      start = max(start, other.interval.end)
    }
    add(until: stretch.interval.end)
    return parts
  }

  /// The walls of the window that `occurrences` leave open, between two ends.
  func gaps(in range: Range<Int>, without stretches: [Range<Int>]) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start = range.lowerBound
    for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let end = min(stretch.lowerBound, range.upperBound)
      if start < end { gaps.append(start..<end) }
      start = max(start, stretch.upperBound)
    }
    if start < range.upperBound { gaps.append(start..<range.upperBound) }
    return gaps
  }

  /// The same pieces as `lay` would take.
  func pieces(_ start: EventTime, _ length: EventLength) -> [Range<Int>] {
    start.isDate
      ? [start.wall.seconds..<(start.wall + max(0, length.nominal)).seconds]
      : walls(from: start.instant, to: length.end(from: start))
  }
}
