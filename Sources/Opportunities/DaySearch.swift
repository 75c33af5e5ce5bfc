/// The best day of one visit at one meeting: least cost, then the shortest, then the earliest.
///
/// Exact. A session before the meeting ends where the next begins, or where something begins that it avoids
/// (a booking, somebody's clinic, the end of its own window); a session after it likewise the other way round:
/// any other day can be shifted towards the meeting until that holds, without costing more or getting longer.
/// So the search places sessions outwards from the meeting, at those times only, and gives up a branch when
/// what is placed so far costs too much already.
struct DaySearch {
  let problem: AttendanceProblem
  let shape: AgendaShape
  let placing: Placing
  let packing: DayPacking
  let limits: DayLimits
  /// Costs that depend on the day's start and end alone, such as the facilitator's and a missed meeting; `nil`
  /// where those are impossible. Never smaller for a day that contains another.
  let spanCost: (Int, Int) -> Int?
  /// When the day starts, and ends, where that is settled.
  let hours: SettledHours
  /// Counted against, and the search ended when it is over and a day is found.
  let effort: SearchEffort

  /// A day with everything decided.
  struct Day {
    var cost: Int
    var start: Int
    var end: Int
    /// Start of each session of the shape.
    var starts: [Int]
    var attendance: AttendanceChoice
    /// Whether no better day exists: the search came to its end.
    var isBest = true
  }

  /// The best day, or `nil` where there is none.
  func best() -> Day? {
    let splits = packing.splits.filter { limits.admits($0.start, $0.end) }
    guard !splits.isEmpty else { return nil }
    effort.begin()
    var search = Search(self, splits)
    return search.run(splits)
  }

  private var frame: DayFrame { problem.frame }

  private struct Search {
    let outer: DaySearch
    let frame: DayFrame
    let relaxed: AttendanceProblem
    /// Times before the meeting that a session may have to end at, latest first.
    let ends: [Int]
    /// Times before the meeting that the first session may have to start at.
    let firstStarts: [Int]
    /// Times after the meeting that a session may have to start at, earliest first.
    let starts: [Int]
    /// Times after the meeting that the last session may have to end at.
    let lastEnds: [Int]
    /// Whether the attendance depends on when sessions are.
    let isOpen: Bool
    /// What the largest room of the site allows; `nil` where rooms or travel bind nobody.
    let seats: SeatBound?
    let floor: Int
    var at: [Int]
    var best: Day?

    init(_ outer: DaySearch, _ splits: [DayPacking.Split]) {
      self.outer = outer
      let problem = outer.problem
      frame = problem.frame
      relaxed = problem.withoutDrives
      var ends: Set<Int> = []
      var starts: Set<Int> = []
      var firstStarts: Set<Int> = []
      var lastEnds: Set<Int> = []
      var isOpen = false
      for candidate in problem.candidates where !candidate.isBound && candidate.seesMeeting {
        for run in candidate.runs {
          isOpen = true
          let (start, end) = (Int(run.start), Int(run.end))
          if start < frame.meetingStart {
            ends.insert(start)
            if candidate.isVisitor { firstStarts.insert(start) }
          }
          if end > frame.meetingEnd {
            starts.insert(end)
            if candidate.isVisitor { lastEnds.insert(end) }
          }
        }
      }
      if let start = outer.hours.start, start < frame.meetingStart { firstStarts.insert(start) }
      if let end = outer.hours.end, end > frame.meetingEnd { lastEnds.insert(end) }
      for booking in outer.placing.rooms.touching(frame.from, frame.to) {
        if booking.start < frame.meetingStart { ends.insert(booking.start) }
        if booking.end > frame.meetingEnd { starts.insert(booking.end) }
      }
      self.ends = ends.sorted(by: >)
      self.starts = starts.sorted()
      self.firstStarts = firstStarts.sorted(by: >)
      self.lastEnds = lastEnds.sorted()
      self.isOpen = isOpen
      at = Array(repeating: 0, count: outer.shape.minutes.count)
      let latest = splits.map(\.start).max() ?? frame.meetingStart
      let earliest = splits.map(\.end).min() ?? frame.meetingEnd
      let core = PricedDay(
        relaxed, latest, earliest, sessions: [(frame.meetingStart, frame.meetingEnd)])
      let rooms = outer.placing.rooms
      let roomed = rooms.isEmpty ? 0 : outer.shape.needsRoom.filter { $0 }.count
      let largest = rooms.capacities.last ?? Int.max / 64
      let everybody = problem.candidates.count + problem.facilitators
      let travellers = problem.candidates.count(where: \.isVisitor)
      seats =
        roomed > 0 && largest < everybody || travellers > problem.visitorLimit
        ? SeatBound(sessions: roomed, heads: min(largest, everybody) - problem.facilitators) : nil
      let free = core.cheapest(below: Int.max)?.cost ?? PricedDay.never
      let people = max(free, seats.map { $0.least(core) } ?? 0)
      floor = min(PricedDay.never, people + (outer.spanCost(latest, earliest) ?? PricedDay.never))
    }

    mutating func run(_ splits: [DayPacking.Split]) -> Day? {
      guard floor < PricedDay.never else { return nil }
      for split in splits {
        if isOver { break }
        if let best, best.cost == floor,
          (best.end - best.start, best.start) <= (split.end - split.start, split.start)
        {
          break
        }
        before(split, placed: 0, next: frame.meetingStart)
      }
      // A cut inside somebody's choices shows only in the effort.
      if outer.effort.isOver { best?.isBest = false }
      return best
    }

    /// Whether the effort is over and there is a day to show.
    private var isOver: Bool { best != nil && outer.effort.isOver }

    /// Places the sessions that precede the meeting, the latest first.
    private mutating func before(_ split: DayPacking.Split, placed: Int, next: Int) {
      let shape = outer.shape
      outer.effort.count(10)
      if isOver { return }
      if placed == split.preceding {
        guard next >= outer.limits.from, !isHopeless(split, start: next, placed: placed, end: nil) else {
          return
        }
        after(split, start: next, placed: 0, previous: frame.meetingEnd)
        return
      }
      for session in shape.minutes.indices
      where (split.preceding & ~placed) >> session & 1 == 1
        && shape.mayPrecede(session, placed: placed, preceding: split.preceding, frame: frame)
      {
        var tried = Int.max
        func times(_ limit: Int) -> Int? {
          outer.placing.latestEnd(session, notAfter: limit)
        }
        var candidates: [Int] = []
        if let end = times(next) { candidates.append(end) }
        for end in ends where end < next { if times(end) == end { candidates.append(end) } }
        for start in firstStarts where start + shape.minutes[session] < next {
          if times(start + shape.minutes[session]) == start + shape.minutes[session] {
            candidates.append(start + shape.minutes[session])
          }
        }
        for end in candidates.sorted(by: >) where end != tried {
          tried = end
          let start = end - shape.minutes[session]
          if start < outer.limits.from { break }
          at[session] = start
          before(split, placed: placed | 1 << session, next: start)
        }
      }
    }

    /// Places the sessions that follow the meeting, the earliest first.
    private mutating func after(_ split: DayPacking.Split, start: Int, placed: Int, previous: Int) {
      let shape = outer.shape
      let following = shape.all & ~split.preceding
      outer.effort.count(10)
      if isOver { return }
      if placed == following {
        finish(start: start, end: previous)
        return
      }
      for session in shape.minutes.indices
      where (following & ~placed) >> session & 1 == 1
        && shape.mayFollow(session, placed: placed, preceding: split.preceding, frame: frame)
      {
        let minutes = shape.minutes[session]
        var tried = Int.min
        func times(_ limit: Int) -> Int? {
          outer.placing.earliestStart(session, notBefore: limit)
        }
        var candidates: [Int] = []
        if let time = times(previous) { candidates.append(time) }
        for time in starts where time > previous { if times(time) == time { candidates.append(time) } }
        for end in lastEnds where end - minutes > previous {
          if times(end - minutes) == end - minutes { candidates.append(end - minutes) }
        }
        for time in candidates.sorted() where time != tried {
          tried = time
          if time + minutes > outer.limits.to { break }
          at[session] = time
          let next = placed | 1 << session
          if next != following,
            isHopeless(split, start: start, placed: split.preceding | next, end: time + minutes)
          {
            continue
          }
          after(split, start: start, placed: next, previous: time + minutes)
        }
      }
    }

    /// Whether nothing better can come of what is placed: `placed` sessions, a day from `start` to at least
    /// `end`.
    private func isHopeless(_ split: DayPacking.Split, start: Int, placed: Int, end: Int?) -> Bool {
      guard let best else { return false }
      let leastEnd = max(end ?? split.end, split.end)
      let isLonger = (best.end - best.start, best.start) <= (leastEnd - start, start)
      if best.cost == floor { return isLonger }
      guard isOpen else { return false }
      guard let span = outer.spanCost(start, leastEnd) else { return true }
      var sessions: [(start: Int, end: Int)] = []
      var capacities: [Int] = []
      for session in outer.shape.minutes.indices where placed >> session & 1 == 1 {
        let (from, to) = (at[session], at[session] + outer.shape.minutes[session])
        sessions.append((from, to))
        capacities.append(capacity(session, from, to))
      }
      sessions.append((frame.meetingStart, frame.meetingEnd))
      capacities.append(Int.max)
      // As dear as the best is hopeless too where the day cannot be shorter or earlier.
      let limit = best.cost - span + (isLonger ? 0 : 1)
      outer.effort.count(10 * relaxed.candidates.count)
      let day = PricedDay(relaxed, start, leastEnd, sessions: sessions)
      guard let free = day.cheapest(below: limit) else { return true }
      if seats == nil || day.fits(free, capacities: capacities) { return false }
      return day.crowdedBound(free, capacities: capacities, below: limit) >= limit
    }

    /// How many people the largest room free for `session` holds; `Int.max` where it needs none.
    private func capacity(_ session: Int, _ from: Int, _ to: Int) -> Int {
      let rooms = outer.placing.rooms
      return outer.shape.needsRoom[session] && !rooms.isEmpty ? rooms.largestFree(from, to) : Int.max
    }

    private mutating func finish(start: Int, end: Int) {
      guard outer.hours.admit(start, end), outer.limits.admits(start, end),
        let span = outer.spanCost(start, end)
      else { return }
      let shape = outer.shape
      var sessions: [(start: Int, end: Int)] = []
      var capacities: [Int] = []
      for session in shape.minutes.indices {
        let (from, to) = (at[session], at[session] + shape.minutes[session])
        sessions.append((from, to))
        capacities.append(capacity(session, from, to))
      }
      sessions.append((frame.meetingStart, frame.meetingEnd))
      capacities.append(Int.max)
      // A day as dear as the best so far must be shorter or earlier.
      var limit = Int.max
      if let best {
        let isBetter = (end - start, start) < (best.end - best.start, best.start)
        limit = best.cost - span + (isBetter ? 1 : 0)
      }
      guard
        let attendance = outer.problem.choice(
          start, end, sessions: sessions, capacities: capacities, below: limit, effort: outer.effort)
      else { return }
      best = Day(cost: attendance.cost + span, start: start, end: end, starts: at, attendance: attendance)
    }
  }
}

/// The hours of a visit that was given beforehand.
struct SettledHours: Sendable {
  var start: Int?
  var end: Int?

  /// Nothing is settled.
  static let open = SettledHours()

  /// Whether a day from `start` to `end` keeps to them.
  func admit(_ start: Int, _ end: Int) -> Bool {
    (self.start ?? start) == start && (self.end ?? end) == end
  }
}
