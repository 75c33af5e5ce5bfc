/// The cheapest attendance where rooms or the limit on visitors cannot hold all who would come.
///
/// Branch and bound over people: the required roles first, then for each other person staying away, or coming
/// and missing one of the sets of sessions that is worth its cost. The bound lets those left share all seats of
/// the crowded sessions freely: a small knapsack, solved once for every number of seats.
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
  /// For each position and number of seats left in all crowded sessions together, the least that the people
  /// from there on cost; `width` entries a position.
  let rest: [Int]
  let width: Int
  /// The sessions whose rooms may be too small, as bits.
  let limited: Int
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
    let able = day.part.indices.filter { day.part[$0] < PricedDay.never || cover >> UInt64($0) & 1 == 1 }.count
    let limited = capacities.indices.filter { capacities[$0] < able + problem.facilitators }
      .reduce(0) { $0 | 1 << $1 }
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
    let crowded = limited.nonzeroBitCount
    // Seats beyond what everybody would take do not matter.
    let width = open.count * crowded + 1
    var rest = [Int](repeating: 0, count: (open.count + 1) * width)
    for position in open.indices.reversed() {
      var cheapest = [Int](repeating: PricedDay.never, count: crowded + 1)
      for option in options[position] {
        let taken = option.missed.map { crowded - ($0 & limited).nonzeroBitCount } ?? 0
        cheapest[taken] = min(cheapest[taken], option.cost)
      }
      for seats in 0..<width {
        var best = PricedDay.never
        for taken in 0...min(crowded, seats) where cheapest[taken] < PricedDay.never {
          best = min(best, cheapest[taken] + rest[(position + 1) * width + seats - taken])
        }
        rest[position * width + seats] = min(best, PricedDay.never)
      }
    }
    self.rest = rest
    self.width = width
    self.limited = limited
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

  /// The least that the people from `position` on cost in the seats that are left.
  private func leastRest(_ position: Int) -> Int {
    var seats = 0
    for session in room.indices where limited >> session & 1 == 1 { seats += room[session] }
    return rest[position * width + min(seats, width - 1)]
  }

  private mutating func visit(_ position: Int, _ cost: Int) {
    if cost + leastRest(position) >= ceiling || ceiling <= floor { return }
    if position == open.count {
      let total = cost + missingCounterparts()
      if total < ceiling {
        ceiling = total
        best = chosen
      }
      return
    }
    let side = day.problem.candidates[open[position]].side
    for option in options[position] {
      if cost + option.cost + rest[(position + 1) * width + width - 1] >= ceiling { return }
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
