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
    let sessions = order.settings.agenda.filter { !$0.isMeeting }
    let count = sessions.count
    let full = (1 << count) - 1
    let starts = sessions.map { Self.allowedStarts(of: $0, order: order, hasRoom: hasRoom) }
    let latest = Self.latestStarts(sessions, starts: starts, order: order)
    let earliest = Self.earliestEnds(sessions, starts: starts, order: order)

    var found: [Interval] = []
    for before in 0...full {
      guard let start = latest[before], let end = earliest[full ^ before] else { continue }
      let fits = (0..<count).allSatisfy { a in
        before & (1 << a) == 0
          || (0..<count).allSatisfy { b in
            before & (1 << b) != 0
              || order.fault(sessions[a], .before, before: sessions[b], .after) == nil
          }
      }
      if fits { found.append(Interval(start: start, end: end)) }
    }
    tightest = Self.minimal(found)
  }

  /// Whether the agenda fits into `interval`.
  func fits(in interval: Interval) -> Bool { tightest.contains { interval.contains($0) } }

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

  /// For each set of sessions, the latest start from which all of them are over when the meeting begins.
  private static func latestStarts(_ sessions: [Session], starts: [[Moment]], order: SessionOrder)
    -> [Moment?]
  {
    let meeting = order.settings.agenda.first { $0.isMeeting }
    var latest: [Moment?] = [order.meeting.start]
    for set in 1..<max(1, 1 << sessions.count) {
      var best: Moment?
      for first in sessions.indices where set & (1 << first) != 0 {
        let rest = set ^ (1 << first)
        guard let limit = latest[rest], let minutes = sessions[first].minutes else { continue }
        let inOrder =
          meeting.map { order.fault(sessions[first], .before, before: $0, .meeting) == nil } ?? true
        guard inOrder,
          sessions.indices.allSatisfy({
            rest & (1 << $0) == 0
              || order.fault(sessions[first], .before, before: sessions[$0], .before) == nil
          }),
          let start = starts[first].last(where: { $0 + minutes <= limit })
        else { continue }
        best = best.map { max($0, start) } ?? start
      }
      latest.append(best)
    }
    return latest
  }

  /// For each set of sessions, the earliest end by which all of them fit after the meeting.
  private static func earliestEnds(_ sessions: [Session], starts: [[Moment]], order: SessionOrder)
    -> [Moment?]
  {
    let meeting = order.settings.agenda.first { $0.isMeeting }
    var earliest: [Moment?] = [order.meeting.end]
    for set in 1..<max(1, 1 << sessions.count) {
      var best: Moment?
      for last in sessions.indices where set & (1 << last) != 0 {
        let rest = set ^ (1 << last)
        guard let limit = earliest[rest], let minutes = sessions[last].minutes else { continue }
        let inOrder =
          meeting.map { order.fault($0, .meeting, before: sessions[last], .after) == nil } ?? true
        guard inOrder,
          sessions.indices.allSatisfy({
            rest & (1 << $0) == 0
              || order.fault(sessions[$0], .after, before: sessions[last], .after) == nil
          }),
          let start = starts[last].first(where: { $0 >= limit })
        else { continue }
        best = best.map { min($0, start + minutes) } ?? start + minutes
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
