/// The cheapest attendance where rooms or the limit on visitors cannot hold all who would come.
///
/// Branch and bound over people: the required roles first, then for each other person staying away, or coming
/// and missing one of the sets of sessions that is worth its cost. The bound lets those left choose freely at a
/// price for each seat of a crowded session and takes off what the seats that are left could earn (Lagrangian
/// relaxation).
struct CrowdedDay {
  private let day: PricedDay
  private let capacities: [Int]
  private let effort: SearchEffort

  /// `capacities` by session, `Int.max` where there is no limit.
  init(_ day: PricedDay, capacities: [Int], effort: SearchEffort) {
    self.day = day
    self.capacities = capacities
    self.effort = effort
  }

  /// The cheapest attendance, known to cost at least `least`; `nil` where none is cheaper than `limit`.
  ///
  /// Once the effort is over, the cheapest so far, or `nil` where a `limit` says that there is one besides.
  func cheapest(from least: Int, below limit: Int) -> AttendanceChoice? {
    var best: AttendanceChoice?
    guard day.isCoverable else { return nil }
    func ceiling() -> Int { min(limit, best?.cost ?? Int.max) }
    func isDone() -> Bool { ceiling() <= least || effort.isOver && ceiling() < Int.max }
    // Two teams have few covers; of three, those are passed over that cost too much without any crowding.
    let isMany = day.covers.count > 2
    day.forEachCover(below: { isDone() ? Int.min : isMany ? ceiling() - day.free : Int.max }) { cover, _ in
      var search = CrowdedSearch(
        day, cover: cover, capacities: capacities, ceiling: ceiling(), floor: least, effort: effort)
      if let found = search.run() { best = found }
    }
    return best
  }
}

/// The search of one choice of required people.
private struct CrowdedSearch {
  /// What somebody could do.
  struct Choice {
    var cost: Int
    /// The sessions missed; `nil` for staying away.
    var missed: Int?
    /// The cost with the prices of the seats taken.
    var priced: Int
  }

  let day: PricedDay
  let cover: PeopleSet
  let roles: CrowdedRoles
  /// Candidates that are free to choose; the two holders of a role that two teams may bring are neighbours, and so are
  /// all holders of a role that several could bring.
  let open: [Int]
  /// The holders of each open role, as positions in `open`; by position which of them, or -1.
  var groups: [CrowdedGroup] = []
  var groupAt: [Int] = []
  /// In a group, the parties that bring its role when the position's turn comes, as bits.
  var brought: [Int]
  /// For each of `open`, what they could do, cheapest with prices first, then fewest sessions missed.
  var choices: [[Choice]] = []
  /// The least that those from each position on cost with prices; by whether the neighbour before comes.
  var rest: [[Int]] = []
  /// For each position and session, how many from there on could take a seat.
  var takers: [[Int]] = []
  /// The price of a seat in each session.
  var prices: [Int]
  let floor: Int
  let effort: SearchEffort
  var room: [Int]
  var seats: Int
  var ceiling: Int
  var base: Int
  var chosen: [Int?]
  var best: [Int?]?
  /// The sessions that cannot hold all who could come; empty where a state is too long for one word.
  var tight: [Int] = []
  var reached = ReachedStates()
  /// Steps until states are worth remembering.
  var patience: Int

  init(
    _ day: PricedDay, cover: PeopleSet, capacities: [Int], ceiling: Int, floor: Int, effort: SearchEffort
  ) {
    let problem = day.problem
    self.effort = effort
    patience = effort.limits.patience
    self.day = day
    self.cover = cover
    self.ceiling = ceiling
    self.floor = floor
    roles = CrowdedRoles(day, cover: cover)
    room = capacities.map { $0 == Int.max ? Int.max / 2 : $0 - problem.facilitators }
    seats = problem.visitorLimit
    base = roles.fee
    var free: [Int] = []
    for candidate in problem.candidates.indices {
      if cover >> PeopleSet(candidate) & 1 == 1 {
        base += day.whole[candidate]
        for session in room.indices { room[session] -= 1 }
        if problem.candidates[candidate].isVisitor { seats -= 1 }
      } else {
        free.append(candidate)
      }
    }
    // Those with something in their diary first: the others can take whatever seats are left.
    func rank(_ candidate: Int) -> (Int, Int) {
      (problem.candidates[candidate].runs.isEmpty ? 1 : 0, candidate)
    }
    let grouped = roles.open.map(\.role)
    var open: [Int] = []
    groupAt = []
    for candidate in free.sorted(by: { rank($0) < rank($1) }) where !open.contains(candidate) {
      let role = problem.candidates[candidate].role
      if let index = grouped.firstIndex(of: role) {
        let holders = free.filter { problem.candidates[$0].role == role }
        groups.append(CrowdedGroup(roles.open[index], positions: open.count..<open.count + holders.count))
        groupAt += Array(repeating: groups.count - 1, count: holders.count)
        open += holders
        continue
      }
      open.append(candidate)
      groupAt.append(-1)
      if let partner = roles.partner[candidate] {
        open.append(partner)
        groupAt.append(-1)
      }
    }
    self.open = open
    prices = Array(repeating: 0, count: room.count)
    chosen = Array(repeating: nil, count: open.count)
    brought = Array(repeating: 0, count: open.count + 1)
    listChoices()
    for index in groups.indices {
      let positions = groups[index].positions
      groups[index].sumUp(
        positions.map { (least(at: $0, comes: true), least(at: $0, comes: false)) },
        parties: positions.map { problem.candidates[open[$0]].parties },
        missing: problem.charges.missingCounterpart)
    }
    sumUp()
    tight = room.indices.filter { room[$0] < takers[0][$0] }
    if tight.count > 8 || open.count > 31 { tight = [] }
  }

  private mutating func listChoices() {
    let problem = day.problem
    let meeting = day.sessions.count - 1
    let able = open.filter { day.part[$0] < PricedDay.never }.count
    let limited = room.indices.filter { room[$0] < able }.reduce(0) { $0 | 1 << $1 }
    var lists = open.map { candidate -> [Choice] in
      var list = [Choice(cost: day.away[candidate] + roles.awayFee[candidate], missed: nil, priced: 0)]
      guard day.part[candidate] < PricedDay.never else { return list }
      effort.count(4 << meeting)
      var seen: Set<Int> = []
      // Missing a session without a limit only ever helps to avoid a clinic; partCost has done that.
      for extra in 0..<(1 << meeting) where extra & ~limited == 0 {
        guard
          let priced = problem.partCost(
            candidate, day.start, day.end, sessions: day.sessions, mustMiss: extra),
          seen.insert(priced.missed).inserted
        else { continue }
        list.append(Choice(cost: priced.cost + roles.comeFee[candidate], missed: priced.missed, priced: 0))
      }
      return list
    }
    setPrices(lists, limited)
    for position in lists.indices {
      for index in lists[position].indices {
        let choice = lists[position][index]
        lists[position][index].priced = choice.cost + price(of: choice)
      }
      lists[position].sort {
        ($0.priced, $0.missed?.nonzeroBitCount ?? 64, $0.missed ?? 0)
          < ($1.priced, $1.missed?.nonzeroBitCount ?? 64, $1.missed ?? 0)
      }
    }
    choices = lists
  }

  /// Prices for the sessions that are crowded when everybody does what is cheapest, in two rounds.
  private mutating func setPrices(_ lists: [[Choice]], _ limited: Int) {
    let price = day.problem.charges.leastShare
    for _ in 0..<2 {
      var heads = [Int](repeating: 0, count: room.count)
      for list in lists {
        let cheapest = list.min { $0.cost + self.price(of: $0) < $1.cost + self.price(of: $1) }
        guard let missed = cheapest?.missed else { continue }
        for session in heads.indices where missed >> session & 1 == 0 { heads[session] += 1 }
      }
      for session in heads.indices where limited >> session & 1 == 1 && heads[session] > room[session] {
        prices[session] = price
      }
    }
  }

  private func price(of choice: Choice) -> Int {
    guard let missed = choice.missed else { return 0 }
    var sum = 0
    for session in prices.indices where missed >> session & 1 == 0 { sum += prices[session] }
    return sum
  }

  /// Adds up, from the last position to the first, the least costs and the possible takers of seats.
  private mutating func sumUp() {
    let missing = day.problem.charges.missingCounterpart
    rest = Array(repeating: [0, 0], count: open.count + 1)
    takers = Array(repeating: Array(repeating: 0, count: room.count), count: open.count + 1)
    for position in open.indices.reversed() {
      if groupAt[position] >= 0 {
        // Of a group only what it costs as a whole counts here.
        let group = groups[groupAt[position]]
        let onward = rest[group.positions.upperBound][0]
        let whole = group.least(at: group.positions.lowerBound, brought: group.role.brought)
        rest[position] = [whole + onward, whole + onward]
      } else {
        let come = least(at: position, comes: true)
        let away = least(at: position, comes: false)
        let isSecond = isSecond(position)
        let isFirst = position + 1 < open.count && self.isSecond(position + 1)
        for before in 0...1 {
          let penalty = isSecond ? missing : 0
          let ifComes = come + (before == 0 ? penalty : 0) + rest[position + 1][isFirst ? 1 : 0]
          let ifAway = away + (before == 1 ? penalty : 0) + rest[position + 1][0]
          rest[position][before] = min(ifComes, ifAway)
        }
      }
      for session in room.indices {
        let canTake = choices[position].contains { $0.missed.map { $0 >> session & 1 == 0 } ?? false }
        takers[position][session] = takers[position + 1][session] + (canTake ? 1 : 0)
      }
    }
  }

  /// The least that the one at `position` costs with prices, coming or staying away.
  private func least(at position: Int, comes: Bool) -> Int {
    choices[position].filter { ($0.missed != nil) == comes }.map(\.priced).min() ?? PricedDay.never
  }

  /// The least that those from `position` on cost with prices, where the one before comes (1) or not, and `brought`
  /// says which parties bring the role whose holders choose at that position.
  private func least(from position: Int, _ before: Int, _ brought: Int) -> Int {
    guard position < open.count, groupAt[position] >= 0 else { return rest[position][before] }
    let group = groups[groupAt[position]]
    if position == group.positions.lowerBound { return rest[position][before] }
    return group.least(at: position, brought: brought) + rest[group.positions.upperBound][0]
  }

  /// Whether the one before in `open` holds the same role in another team.
  private func isSecond(_ position: Int) -> Bool {
    position > 0 && roles.partner[open[position]] == open[position - 1]
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

  /// What the seats that are left can earn at most from those from `position` on.
  private func earnings(_ position: Int) -> Int {
    var sum = 0
    for session in prices.indices where prices[session] > 0 {
      sum += prices[session] * min(room[session], takers[position][session])
    }
    return sum
  }

  /// All that the choices from `position` on depend on, in one word; seats that nobody could take do not count.
  private func state(_ position: Int, _ before: Int) -> UInt64 {
    var state = UInt64(position + 1) << 1 | UInt64(isSecond(position) ? before : 0)
    state = state << 3 | UInt64(groupAt[position] >= 0 ? brought[position] : 0)
    state = state << 5 | UInt64(min(seats, open.count - position))
    for session in tight { state = state << 5 | UInt64(min(room[session], takers[position][session])) }
    return state
  }

  private mutating func visit(_ position: Int, _ cost: Int) {
    effort.count(1)
    if effort.isOver, ceiling < Int.max { return }
    let before = position > 0 && chosen[position - 1] != nil ? 1 : 0
    let group = position < open.count ? groupAt[position] : -1
    if group >= 0, groups[group].positions.lowerBound == position {
      brought[position] = groups[group].role.brought
    }
    if ceiling <= floor
      || cost + least(from: position, before, brought[position]) - earnings(position) >= ceiling
    {
      return
    }
    if position == open.count {
      ceiling = cost
      best = chosen
      return
    }
    if patience > 0 {
      patience -= 1
    } else if !tight.isEmpty, !reached.isCheaper(cost, at: state(position, before)) {
      return
    }
    let seat = day.problem.candidates[open[position]].isVisitor ? 1 : 0
    let parties = day.problem.candidates[open[position]].parties
    let isSecond = isSecond(position)
    let missing = day.problem.charges.missingCounterpart
    for choice in choices[position] {
      let comes = choice.missed != nil
      var fee = isSecond && comes != (before == 1) ? missing : 0
      if group >= 0 {
        let after = brought[position] | (comes ? parties : 0)
        if groups[group].positions.upperBound == position + 1 {
          fee += groups[group].role.lonely(after) * missing
        } else {
          brought[position + 1] = after
        }
      }
      let onward = least(from: position + 1, comes ? 1 : 0, brought[position + 1])
      if cost + choice.priced + fee + onward - earnings(position) >= ceiling { continue }
      guard let missed = choice.missed else {
        chosen[position] = nil
        visit(position + 1, cost + choice.cost + fee)
        continue
      }
      if seats < seat || room.indices.contains(where: { missed >> $0 & 1 == 0 && room[$0] == 0 }) { continue }
      chosen[position] = missed
      seats -= seat
      for session in room.indices where missed >> session & 1 == 0 { room[session] -= 1 }
      visit(position + 1, cost + choice.cost + fee)
      for session in room.indices where missed >> session & 1 == 0 { room[session] += 1 }
      seats += seat
    }
    chosen[position] = nil
  }
}
