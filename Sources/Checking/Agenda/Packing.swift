import Domain

/// Every way in which an agenda fits around a meeting, as the tightest hours that each way needs.
///
/// The meeting stands still, so sessions before and after it do not disturb each other: for each set of sessions
/// the latest start before the meeting and the earliest end after it are found by adding one session at a time,
/// which is exact because starting later (ending earlier) never hurts. Cost 2ⁿ·n² for n sessions.
struct Packing {
  /// The hours from the first session to the end of the last, none of which contains another; by start.
  let tightest: [Interval]

  /// Packs the agenda of `order.settings` around `order.meeting`; `hasRoom` says whether a session can be held
  /// somewhere during an interval.
  init(order: SessionOrder, hasRoom: (Session, Interval) -> Bool) {
    let blocks = order.settings.agenda.filter { !$0.isMeeting }.map { session in
      Block(session: session, starts: Self.allowedStarts(of: session, order: order, hasRoom: hasRoom))
    }
    let meeting = order.settings.agenda.first { $0.isMeeting }
    let sessions = blocks.map(\.session)
    let latest = Self.latestStarts(
      blocks, limit: order.meeting.start,
      mayStand: sessions.map { session in
        meeting.map { order.fault(session, .before, before: $0, .meeting) == nil } ?? true
      },
      mayPrecede: Self.successors(sessions) { order.fault($0, .before, before: $1, .before) == nil })
    let earliest = Self.earliestEnds(
      blocks, limit: order.meeting.end,
      mayStand: sessions.map { session in
        meeting.map { order.fault($0, .meeting, before: session, .after) == nil } ?? true
      },
      mayFollow: Self.successors(sessions) { order.fault($1, .after, before: $0, .after) == nil })
    let across = Self.successors(sessions) { order.fault($0, .before, before: $1, .after) == nil }

    let full = (1 << blocks.count) - 1
    var found: [Interval] = []
    for before in 0...full {
      guard let start = latest[before], let end = earliest[full ^ before] else { continue }
      let rest = full ^ before
      let isInOrder = blocks.indices.allSatisfy { before & (1 << $0) == 0 || rest & ~across[$0] == 0 }
      if isInOrder { found.append(Interval(start: start, end: end)) }
    }
    tightest = Self.minimal(found)
  }

  /// Whether the agenda fits into `interval`.
  func fits(in interval: Interval) -> Bool { tightest.contains { interval.contains($0) } }

  /// A session other than the meeting, and when it may start.
  private struct Block {
    let session: Session
    /// In order of time.
    let starts: [Moment]

    var minutes: Minutes { session.minutes ?? .zero }

    /// The first allowed start at `moment` or later.
    func start(from moment: Moment) -> Moment? {
      let place = partition { $0 < moment }
      return place < starts.count ? starts[place] : nil
    }

    /// The last allowed start with an end at `moment` or earlier.
    func start(endingBy moment: Moment) -> Moment? {
      let place = partition { $0 + minutes <= moment }
      return place > 0 ? starts[place - 1] : nil
    }

    /// How many starts satisfy `isEarly`, which holds for those up to some moment.
    private func partition(_ isEarly: (Moment) -> Bool) -> Int {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if isEarly(starts[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// The moments at which `session` may start: inside the day, inside its own hours, and with a room.
  private static func allowedStarts(
    of session: Session, order: SessionOrder, hasRoom: (Session, Interval) -> Bool
  ) -> [Moment] {
    guard let minutes = session.minutes else { return [] }
    var hours = order.day
    if let between = session.between {
      let date = order.meeting.start.day
      hours = Interval(
        start: max(hours.start, Moment(date, between.start)), end: min(hours.end, Moment(date, between.end)))
    }
    var starts: [Moment] = []
    var start = hours.start
    while start + minutes <= hours.end {
      let interval = Interval(start: start, end: start + minutes)
      if !interval.overlaps(order.meeting), hasRoom(session, interval) { starts.append(start) }
      start = start + Minutes(1)
    }
    return starts
  }

  /// For each session, the set of those that may be on its other side by `isAllowed`.
  private static func successors(_ sessions: [Session], _ isAllowed: (Session, Session) -> Bool) -> [Int] {
    sessions.map { session in
      sessions.indices.reduce(0) { isAllowed(session, sessions[$1]) ? $0 | (1 << $1) : $0 }
    }
  }

  /// For each set of sessions, the latest start from which all of them are over by `limit`.
  private static func latestStarts(_ blocks: [Block], limit: Moment, mayStand: [Bool], mayPrecede: [Int])
    -> [Moment?]
  {
    var latest: [Moment?] = [limit]
    for set in 1..<max(1, 1 << blocks.count) {
      var best: Moment?
      for first in blocks.indices where set & (1 << first) != 0 && mayStand[first] {
        let rest = set ^ (1 << first)
        guard rest & ~mayPrecede[first] == 0, let limit = latest[rest],
          let start = blocks[first].start(endingBy: limit)
        else { continue }
        best = best.map { max($0, start) } ?? start
      }
      latest.append(best)
    }
    return latest
  }

  /// For each set of sessions, the earliest end by which all of them fit after `limit`.
  private static func earliestEnds(_ blocks: [Block], limit: Moment, mayStand: [Bool], mayFollow: [Int])
    -> [Moment?]
  {
    var earliest: [Moment?] = [limit]
    for set in 1..<max(1, 1 << blocks.count) {
      var best: Moment?
      for last in blocks.indices where set & (1 << last) != 0 && mayStand[last] {
        let rest = set ^ (1 << last)
        guard rest & ~mayFollow[last] == 0, let limit = earliest[rest],
          let start = blocks[last].start(from: limit)
        else { continue }
        let end = start + blocks[last].minutes
        best = best.map { min($0, end) } ?? end
      }
      earliest.append(best)
    }
    return earliest
  }

  private static func minimal(_ intervals: [Interval]) -> [Interval] {
    // By start, the widest first: an interval is kept if it ends before all that start later or with it.
    let sorted = intervals.sorted { ($0.start, $1.end) < ($1.start, $0.end) }
    var kept: [Interval] = []
    for interval in sorted.reversed() where kept.last.map({ interval.end < $0.end }) ?? true {
      kept.append(interval)
    }
    return kept.reversed()
  }
}
