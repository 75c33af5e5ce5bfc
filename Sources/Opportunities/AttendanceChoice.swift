/// Who comes to a day whose times are fixed, at the least cost.
struct AttendanceChoice {
  /// What somebody does.
  enum Part: Equatable {
    /// Is there for the whole visit because it needs them.
    case required
    /// Comes and misses these sessions, as bits by position, the meeting last.
    case comes(missed: Int)
    /// Stays away.
    case away
  }

  /// The cost in minutes.
  var cost: Int
  /// By candidate.
  var parts: [Part]
}

extension AttendanceProblem {
  /// The cheapest attendance of a day from `start` to `end`, cheaper than `limit`; `nil` where the required
  /// roles cannot be filled, rooms cannot hold those needed, or nothing is cheaper.
  ///
  /// Where coming and staying away cost the same, people stay away. `capacities` gives the largest room free
  /// for each session, `Int.max` where none is needed.
  func choice(
    _ start: Int, _ end: Int, sessions: [(start: Int, end: Int)], capacities: [Int],
    below limit: Int = Int.max, effort: SearchEffort
  ) -> AttendanceChoice? {
    let day = PricedDay(self, start, end, sessions: sessions)
    effort.count(10 * candidates.count)
    guard let free = day.cheapest(below: limit) else { return nil }
    if day.fits(free, capacities: capacities) { return free }
    if day.crowdedBound(free, capacities: capacities, below: limit) >= limit { return nil }
    return CrowdedDay(day, capacities: capacities, effort: effort).cheapest(from: free.cost, below: limit)
  }
}

/// The candidates of one day with the price of each thing they could do.
struct PricedDay {
  static let never = Int.max / 4

  let problem: AttendanceProblem
  let start: Int
  let end: Int
  let sessions: [(start: Int, end: Int)]
  /// By candidate: being there throughout, coming for a part, staying away; `never` where impossible.
  let whole: [Int]
  let part: [Int]
  let missed: [Int]
  let away: [Int]
  /// For each side the affordable covers, cheapest first, with what they cost above free choice.
  let covers: [[(people: UInt64, extra: Int)]]

  /// Prices everybody's choices for a day from `start` to `end`; `prices` by session are paid by those who
  /// attend it, as `AttendanceProblem.partCost` says.
  init(
    _ problem: AttendanceProblem, _ start: Int, _ end: Int, sessions: [(start: Int, end: Int)],
    prices: [Int] = []
  ) {
    let full = prices.reduce(0, +)
    self.problem = problem
    self.start = start
    self.end = end
    self.sessions = sessions
    var whole: [Int] = []
    var part: [Int] = []
    var missed: [Int] = []
    var away: [Int] = []
    for candidate in problem.candidates.indices {
      whole.append(problem.wholeCost(candidate, start, end).map { $0 + full } ?? Self.never)
      let cheapest = problem.partCost(candidate, start, end, sessions: sessions, prices: prices)
      part.append(cheapest?.cost ?? Self.never)
      missed.append(cheapest?.missed ?? 0)
      away.append(problem.candidates[candidate].isBound ? Self.never : problem.charges.absence)
    }
    covers = problem.covers.map { sets in
      var priced: [(people: UInt64, extra: Int)] = []
      for set in sets {
        var extra = 0
        for candidate in whole.indices where set >> UInt64(candidate) & 1 == 1 {
          extra +=
            min(whole[candidate], Self.never)
            - (problem.candidates[candidate].isBound ? 0 : min(part[candidate], away[candidate]))
        }
        if extra < Self.never / 2 { priced.append((set, extra)) }
      }
      // Stable: among equals the order of the roster, which puts holders before deputies.
      return priced.enumerated().sorted { ($0.element.extra, $0.offset) < ($1.element.extra, $1.offset) }
        .map(\.element)
    }
    self.whole = whole
    self.part = part
    self.missed = missed
    self.away = away
  }

  /// The cheapest attendance if rooms held everybody and any number could travel.
  func cheapest(below limit: Int) -> AttendanceChoice? {
    guard !covers[0].isEmpty, !covers[1].isEmpty else { return nil }
    var free = 0
    for candidate in whole.indices where !problem.candidates[candidate].isBound {
      free += min(part[candidate], away[candidate])
    }
    var best: (cost: Int, cover: UInt64)?
    for host in covers[0] {
      for visitor in covers[1] {
        let lowest = free + host.extra + visitor.extra
        if lowest >= min(limit, best?.cost ?? Int.max) { break }
        let cover = host.people | visitor.people
        let cost = lowest + sharedRoleCost(cover)
        if cost < min(limit, best?.cost ?? Int.max) { best = (cost, cover) }
      }
    }
    guard let best else { return nil }
    return AttendanceChoice(cost: best.cost, parts: parts(best.cover))
  }

  /// What the roles that both teams have add to free choice when `cover` is there.
  private func sharedRoleCost(_ cover: UInt64) -> Int {
    var remaining = problem.sharedRoles
    var cost = 0
    while remaining != 0 {
      let role = remaining.trailingZeroBitCount
      remaining &= remaining - 1
      cost += sharedRole(role, cover).cost
    }
    return cost
  }

  /// Whether each side should bring `role`, and what that adds to everybody's free choice.
  private func sharedRole(_ role: Int, _ cover: UInt64) -> (cost: Int, brings: (Bool, Bool)) {
    var bring = [Self.never, Self.never]
    var none = [0, 0]
    for candidate in whole.indices where problem.candidates[candidate].role == role {
      let side = problem.candidates[candidate].side
      if cover >> UInt64(candidate) & 1 == 1 {
        bring[side] = 0
        none[side] = Self.never
        continue
      }
      let free = min(part[candidate], away[candidate])
      bring[side] = min(bring[side], part[candidate] - free)
      none[side] = min(Self.never, none[side] + away[candidate] - free)
    }
    let missing = problem.charges.missingCounterpart
    let both = bring[0] + bring[1]
    let neither = none[0] + none[1]
    let hostOnly = bring[0] + none[1] + missing
    let visitorOnly = none[0] + bring[1] + missing
    let least = min(both, neither, hostOnly, visitorOnly)
    // Fewest people first among equals.
    if least == neither { return (least, (false, false)) }
    if least == hostOnly { return (least, (true, false)) }
    if least == visitorOnly { return (least, (false, true)) }
    return (least, (true, true))
  }

  /// What everybody does when `cover` is there and nothing is crowded.
  private func parts(_ cover: UInt64) -> [AttendanceChoice.Part] {
    var parts = whole.indices.map { candidate -> AttendanceChoice.Part in
      if cover >> UInt64(candidate) & 1 == 1 { return .required }
      return part[candidate] < away[candidate] ? .comes(missed: missed[candidate]) : .away
    }
    var remaining = problem.sharedRoles
    while remaining != 0 {
      let role = remaining.trailingZeroBitCount
      remaining &= remaining - 1
      let brings = sharedRole(role, cover).brings
      for (side, isBrought) in [brings.0, brings.1].enumerated() {
        let holders = whole.indices.filter {
          problem.candidates[$0].role == role && problem.candidates[$0].side == side
        }
        if !isBrought {
          for candidate in holders { parts[candidate] = .away }
        } else if holders.allSatisfy({ parts[$0] == .away }) {
          // Somebody must come: the one for whom it costs least, the first among equals.
          let cheapest = holders.min { part[$0] - away[$0] < part[$1] - away[$1] }
          if let cheapest { parts[cheapest] = .comes(missed: missed[cheapest]) }
        }
      }
    }
    return parts
  }

  /// Whether rooms hold those who come and not too many travel.
  func fits(_ choice: AttendanceChoice, capacities: [Int]) -> Bool {
    let (heads, visitors) = heads(choice)
    return VisitorLimit.admits(visitors, limit: problem.visitorLimit)
      && RoomCapacity.admits(heads: heads, capacities: capacities)
  }

  /// How many people are in each session, the facilitator included, and how many visitors come.
  private func heads(_ choice: AttendanceChoice) -> (sessions: [Int], visitors: Int) {
    var heads = [Int](repeating: problem.facilitators, count: sessions.count)
    var visitors = 0
    for (candidate, part) in choice.parts.enumerated() {
      var missed = 0
      switch part {
      case .away: continue
      case .required: break
      case .comes(let sessions): missed = sessions
      }
      visitors += problem.candidates[candidate].side
      for session in heads.indices where missed >> session & 1 == 0 { heads[session] += 1 }
    }
    return (heads, visitors)
  }

  /// A lower bound on the cost where `free`, the cheapest attendance, does not fit: crowded sessions get a price
  /// and what the seats would pay is taken off again (Lagrangian relaxation of the rooms' capacities).
  ///
  /// Ends early once the bound reaches `limit`.
  func crowdedBound(_ free: AttendanceChoice, capacities: [Int], below limit: Int) -> Int {
    var bound = free.cost
    var choice = free
    var prices = [Int](repeating: 0, count: sessions.count)
    let price = problem.charges.leastShare
    for _ in 0..<3 where bound < limit {
      let (heads, _) = heads(choice)
      var isNew = false
      for session in heads.indices where heads[session] > capacities[session] && prices[session] == 0 {
        prices[session] = price
        isNew = true
      }
      guard isNew else { break }
      var seats = 0
      for session in heads.indices where prices[session] > 0 {
        seats += prices[session] * (capacities[session] - problem.facilitators)
      }
      let priced = PricedDay(problem, start, end, sessions: sessions, prices: prices)
      guard let relaxed = priced.cheapest(below: Int.max) else { return Self.never }
      bound = max(bound, relaxed.cost - seats)
      choice = relaxed
    }
    return bound
  }
}
