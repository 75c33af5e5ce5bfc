/// The cheapest attendance where rooms or the limit on visitors cannot hold all who would come.
///
/// Branch and bound over people: the required roles first, then for each other person staying away, or coming
/// and missing one of the sets of sessions that is worth its cost. The bound charges each session's surplus of
/// people the smallest share of an absence, which is what leaving one session costs at least.
struct CrowdedDay {
  private let day: PricedDay
  private let capacities: [Int]

  /// `capacities` by session, `Int.max` where there is no limit.
  init(_ day: PricedDay, capacities: [Int]) {
    self.day = day
    self.capacities = capacities
  }

  /// The cheapest attendance, known to cost at least `least`; `nil` where none is cheaper than `limit`.
  func cheapest(from least: Int, below limit: Int) -> AttendanceChoice? {
    var best: AttendanceChoice?
    for host in day.covers[0] {
      for visitor in day.covers[1] {
        let ceiling = min(limit, best?.cost ?? Int.max)
        if ceiling <= least { return best }
        var search = CrowdedSearch(
          day, cover: host.people | visitor.people, capacities: capacities, ceiling: ceiling, floor: least)
        if let found = search.run() { best = found }
      }
    }
    return best
  }
}

private struct CrowdedSearch {
  let day: PricedDay
  let cover: UInt64
  /// Candidates that are free to choose, the ones alike next to each other.
  let open: [Int]
  /// For each of `open`, what they could do, cheapest first.
  let options: [[(cost: Int, missed: Int?)]]
  /// The least that the rest from each position on costs.
  let rest: [Int]
  let floor: Int
  var room: [Int]
  var seats: Int
  var ceiling: Int
  var base = 0
  var chosen: [Int?]
  var best: [Int?]?

  init(_ day: PricedDay, cover: UInt64, capacities: [Int], ceiling: Int, floor: Int) {
    self.day = day
    self.cover = cover
    self.ceiling = ceiling
    self.floor = floor
    let problem = day.problem
    room = capacities.map { $0 == Int.max ? Int.max / 2 : $0 - problem.facilitators }
    seats = problem.visitorLimit
    var open: [Int] = []
    for candidate in problem.candidates.indices {
      if cover >> UInt64(candidate) & 1 == 1 {
        base += day.whole[candidate]
        for session in room.indices { room[session] -= 1 }
        seats -= problem.candidates[candidate].side
      } else {
        open.append(candidate)
      }
    }
    let meeting = day.sessions.count - 1
    let limited = capacities.indices.filter { capacities[$0] != Int.max }.reduce(0) { $0 | 1 << $1 }
    let options = open.map { candidate -> [(cost: Int, missed: Int?)] in
      var all: [(cost: Int, missed: Int?)] = [(day.away[candidate], nil)]
      guard day.part[candidate] < PricedDay.never else { return all }
      // Missing a session without a limit only ever helps to avoid a clinic; partCost has done that.
      for extra in 0..<(1 << meeting) where extra & ~limited == 0 {
        guard
          let priced = problem.partCost(
            candidate, day.start, day.end, sessions: day.sessions, mustMiss: extra)
        else { continue }
        all.append((priced.cost, priced.missed))
      }
      var seen: Set<Int?> = []
      return all.enumerated()
        .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
        .filter { seen.insert($0.missed).inserted }
    }
    self.open = open
    self.options = options
    var rest = [Int](repeating: 0, count: open.count + 1)
    for position in open.indices.reversed() {
      rest[position] = rest[position + 1] + (options[position].first?.cost ?? 0)
    }
    self.rest = rest
    chosen = Array(repeating: nil, count: open.count)
  }

  mutating func run() -> AttendanceChoice? {
    guard room.allSatisfy({ $0 >= 0 }), seats >= 0 else { return nil }
    visit(0, base)
    guard let best else { return nil }
    var parts = [AttendanceChoice.Part](repeating: .required, count: day.problem.candidates.count)
    for (position, candidate) in open.enumerated() {
      parts[candidate] = best[position].map { .comes(missed: $0) } ?? .away
    }
    return AttendanceChoice(cost: ceiling, parts: parts)
  }

  private mutating func visit(_ position: Int, _ cost: Int) {
    if cost + rest[position] >= ceiling || ceiling <= floor { return }
    if position == open.count {
      let total = cost + missingCounterparts()
      if total < ceiling {
        ceiling = total
        best = chosen
      }
      return
    }
    if cost + rest[position] + crowding(position) >= ceiling { return }
    let side = day.problem.candidates[open[position]].side
    for option in options[position] {
      if cost + option.cost + rest[position + 1] >= ceiling { return }
      guard let missed = option.missed else {
        chosen[position] = nil
        visit(position + 1, cost + option.cost)
        continue
      }
      if seats < side || room.indices.contains(where: { missed >> $0 & 1 == 0 && room[$0] == 0 }) { continue }
      chosen[position] = missed
      seats -= side
      for session in room.indices where missed >> session & 1 == 0 { room[session] -= 1 }
      visit(position + 1, cost + option.cost)
      for session in room.indices where missed >> session & 1 == 0 { room[session] += 1 }
      seats += side
    }
    chosen[position] = nil
  }

  /// What crowding costs at least from `position` on: if everybody left did what is cheapest for them alone,
  /// each session's surplus would have to leave, at no less than one session's share each.
  private func crowding(_ position: Int) -> Int {
    var surplus = 0
    for session in room.indices where room[session] < Int.max / 4 {
      var heads = 0
      for later in position..<open.count {
        if let cheapest = options[later].first, let missed = cheapest.missed, missed >> session & 1 == 0 {
          heads += 1
        }
      }
      surplus += max(0, heads - room[session])
    }
    // Somebody whose cheapest is a clinic pays less than a share to leave: count only what all pay at least.
    return surplus * leastStep(position)
  }

  /// The least that any one of those left pays per session to leave sessions they would attend.
  private func leastStep(_ position: Int) -> Int {
    var least = Int.max
    for later in position..<open.count {
      guard let cheapest = options[later].first, let missed = cheapest.missed else { continue }
      for option in options[later].dropFirst() {
        let left = (option.missed ?? (1 << day.sessions.count) - 1) & ~missed
        if left != 0 { least = min(least, (option.cost - cheapest.cost) / left.nonzeroBitCount) }
      }
    }
    return least == Int.max ? 0 : least
  }

  private func missingCounterparts() -> Int {
    var brought = [0, 0]
    for candidate in day.problem.candidates.indices where cover >> UInt64(candidate) & 1 == 1 {
      brought[day.problem.candidates[candidate].side] |= 1 << day.problem.candidates[candidate].role
    }
    for (position, candidate) in open.enumerated() where chosen[position] != nil {
      brought[day.problem.candidates[candidate].side] |= 1 << day.problem.candidates[candidate].role
    }
    let lonely = (brought[0] ^ brought[1]) & day.problem.sharedRoles
    return lonely.nonzeroBitCount * day.problem.charges.missingCounterpart
  }
}
