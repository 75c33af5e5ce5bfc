import Domain

/// The tightest days around one meeting, people apart: for each choice of the sessions that precede the
/// meeting, the latest start and the earliest end that rooms and order allow.
///
/// Sessions before the meeting are packed towards it from the left and sessions after it from the right.
/// Moving a session towards the meeting never lengthens the day, so these are the only tight days, and every
/// possible day contains one of them. The table is a dynamic programme over sets of sessions.
struct DayPacking {
  /// A choice of the sessions that precede the meeting, with its tightest day.
  struct Split {
    /// The sessions before the meeting.
    var preceding: Int
    /// The latest possible start of the day.
    var start: Int
    /// The earliest possible end.
    var end: Int
  }

  /// Every possible choice, shortest day first, then the earliest.
  let splits: [Split]

  /// Packs the days of `frame` when each room must hold `headcount` people.
  init(_ shape: AgendaShape, frame: DayFrame, rooms: RoomCalendar, headcount: Int) {
    let placing = Placing(shape: shape, frame: frame, rooms: rooms, headcount: headcount)
    var splits: [Split] = []
    var table = [Int](repeating: 0, count: shape.all + 1)
    for preceding in 0...shape.all where shape.maySplit(preceding, frame: frame) {
      guard let start = placing.latestStart(preceding, table: &table),
        let end = placing.earliestEnd(shape.all & ~preceding, preceding: preceding, table: &table)
      else { continue }
      splits.append(Split(preceding: preceding, start: start, end: end))
    }
    self.splits = splits.sorted { ($0.end - $0.start, $0.start) < ($1.end - $1.start, $1.start) }
  }

  /// Whether some day fits between `from` and `to`.
  func fits(from: Int, to: Int) -> Bool {
    splits.contains { $0.start >= from && $0.end <= to }
  }
}

/// Where a single session may be put.
struct Placing {
  let shape: AgendaShape
  let frame: DayFrame
  let rooms: RoomCalendar
  let headcount: Int

  /// The earliest start of `session` at or after `time` that ends inside the day; `nil` where there is none.
  func earliestStart(_ session: Int, notBefore time: Int) -> Int? {
    let minutes = shape.minutes[session]
    var start = time
    var limit = frame.to
    if let window = shape.between[session] {
      start = max(start, frame.midnight + window.start)
      limit = min(limit, frame.midnight + window.end)
    }
    while start + minutes <= limit {
      if isRoomy(session, start) { return start }
      guard let next = rooms.touching(start, start + minutes).map(\.end).filter({ $0 > start }).min() else {
        return nil
      }
      start = next
    }
    return nil
  }

  /// The latest end of `session` at or before `time` that starts inside the day; `nil` where there is none.
  func latestEnd(_ session: Int, notAfter time: Int) -> Int? {
    let minutes = shape.minutes[session]
    var end = time
    var limit = frame.from
    if let window = shape.between[session] {
      end = min(end, frame.midnight + window.end)
      limit = max(limit, frame.midnight + window.start)
    }
    while end - minutes >= limit {
      if isRoomy(session, end - minutes) { return end }
      guard let next = rooms.touching(end - minutes, end).map(\.start).filter({ $0 < end }).max() else {
        return nil
      }
      end = next
    }
    return nil
  }

  /// Whether a large enough room is free for `session` from `start` on.
  func isRoomy(_ session: Int, _ start: Int) -> Bool {
    !shape.needsRoom[session] || rooms.isEmpty
      || rooms.largestFree(start, start + shape.minutes[session]) >= headcount
  }

  fileprivate func earliestEnd(_ set: Int, preceding: Int, table: inout [Int]) -> Int? {
    table[0] = frame.meetingEnd
    var placed = 0
    // Subsets of `set` in increasing order: each is reached after all of its own subsets.
    while placed != set {
      placed = (placed - set) & set
      var best = Int.max
      for session in shape.minutes.indices where placed >> session & 1 == 1 {
        let rest = placed & ~(1 << session)
        guard table[rest] != Int.max,
          shape.mayFollow(session, placed: rest, preceding: preceding, frame: frame),
          let start = earliestStart(session, notBefore: table[rest])
        else { continue }
        best = min(best, start + shape.minutes[session])
      }
      table[placed] = best
    }
    return table[set] == Int.max ? nil : table[set]
  }

  fileprivate func latestStart(_ set: Int, table: inout [Int]) -> Int? {
    table[0] = frame.meetingStart
    var placed = 0
    while placed != set {
      placed = (placed - set) & set
      var best = Int.min
      for session in shape.minutes.indices where placed >> session & 1 == 1 {
        let rest = placed & ~(1 << session)
        guard table[rest] != Int.min,
          shape.mayPrecede(session, placed: rest, preceding: set, frame: frame),
          let end = latestEnd(session, notAfter: table[rest])
        else { continue }
        best = max(best, end - shape.minutes[session])
      }
      table[placed] = best
    }
    return table[set] == Int.min ? nil : table[set]
  }
}
