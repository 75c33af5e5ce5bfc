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
  /// What everybody's free choice costs where nobody is needed but those whose row says so.
  let free: Int
  /// For each party the affordable covers, cheapest first, with what they cost above free choice.
  let covers: [[(people: PeopleSet, extra: Int)]]

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
    var free = 0
    for candidate in whole.indices where !problem.candidates[candidate].isBound {
      free += min(part[candidate], away[candidate])
    }
    self.free = free
    covers = problem.covers.map { sets in
      var priced: [(people: PeopleSet, extra: Int)] = []
      for set in sets {
        var extra = 0
        for candidate in whole.indices where set >> PeopleSet(candidate) & 1 == 1 {
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

  /// Whether each party's roles can be filled at all.
  var isCoverable: Bool { covers.allSatisfy { !$0.isEmpty } }

  /// Calls `body` for every choice of a cover for each party that costs less than `limit()` above free choice: with
  /// its people, and what it costs.
  @inline(__always)
  func forEachCover(below limit: () -> Int, _ body: (_ people: PeopleSet, _ extra: Int) -> Void) {
    for host in covers[0] {
      for first in covers[1] {
        let extra = host.extra + first.extra
        if extra >= limit() { break }
        let people = host.people | first.people
        guard covers.count > 2 else {
          body(people, extra)
          continue
        }
        // Who counts for both visiting teams is needed, and paid, once.
        let double = first.people & problem.double
        let paid = price(of: double)
        for second in covers[2] {
          if extra + second.extra - paid >= limit() { break }
          let both = extra + second.extra - price(of: second.people & double)
          if both < limit() { body(people | second.people, both) }
        }
      }
    }
  }

  /// What it costs above free choice that all of `people` are there throughout.
  private func price(of people: PeopleSet) -> Int {
    var rest = people
    var extra = 0
    while rest != 0 {
      let candidate = rest.trailingZeroBitCount
      rest &= rest - 1
      extra +=
        whole[candidate]
        - (problem.candidates[candidate].isBound ? 0 : min(part[candidate], away[candidate]))
    }
    return extra
  }

  /// The cheapest attendance if rooms held everybody and any number could travel.
  func cheapest(below limit: Int) -> AttendanceChoice? {
    guard isCoverable else { return nil }
    var best: (cost: Int, cover: PeopleSet)?
    forEachCover(below: { min(limit, best?.cost ?? Int.max) - free }) { cover, extra in
      let cost = free + extra + sharedRoleCost(cover)
      if cost < min(limit, best?.cost ?? Int.max) { best = (cost, cover) }
    }
    guard let best else { return nil }
    return AttendanceChoice(cost: best.cost, parts: parts(best.cover))
  }

  /// What the roles that teams share add to free choice when `cover` is there.
  private func sharedRoleCost(_ cover: PeopleSet) -> Int {
    problem.sharedRoles.reduce(0) { $0 + bestBringing($1, cover).cost }
  }

  /// Which parties (as bits) should bring a role, and what that adds to everybody's free choice.
  private func bestBringing(_ shared: AttendanceProblem.SharedRole, _ cover: PeopleSet)
    -> (cost: Int, parties: Int)
  {
    let holders = RoleHolders(self, shared.role, cover)
    var best = (cost: Int.max, parties: 0)
    // Fewest parties first among equals, the host first of all.
    for parties in Self.choices where parties & ~(shared.visitors | 1) == 0 {
      let isHosts = parties & 1 == 1
      let lonely = isHosts ? shared.visitors & ~parties : shared.visitors & parties
      let cost = holders.cost(parties) + lonely.nonzeroBitCount * problem.charges.missingCounterpart
      if cost < best.cost { best = (cost, parties) }
    }
    return best
  }

  /// Sets of up to three parties as bits, the smallest first.
  private static let choices = [0b000, 0b001, 0b010, 0b100, 0b011, 0b101, 0b110, 0b111]

  /// What everybody does when `cover` is there and nothing is crowded.
  private func parts(_ cover: PeopleSet) -> [AttendanceChoice.Part] {
    var parts = whole.indices.map { candidate -> AttendanceChoice.Part in
      if cover >> PeopleSet(candidate) & 1 == 1 { return .required }
      return part[candidate] < away[candidate] ? .comes(missed: missed[candidate]) : .away
    }
    for shared in problem.sharedRoles {
      let bringing = bestBringing(shared, cover).parties
      let relevant = shared.visitors | 1
      let holders = whole.indices.filter { problem.candidates[$0].role == shared.role }
      for candidate in holders where problem.candidates[candidate].parties & relevant & ~bringing != 0 {
        parts[candidate] = .away
      }
      for candidate in missingHolders(holders, bringing, parts) {
        parts[candidate] = .comes(missed: missed[candidate])
      }
    }
    return parts
  }

  /// Who of the `holders` of a role must come besides those who do in `parts`, so that each party of `bringing`
  /// brings it: those for whom it costs least, the first among equals.
  private func missingHolders(_ holders: [Int], _ bringing: Int, _ parts: [AttendanceChoice.Part]) -> [Int] {
    let people = problem.candidates
    var open = bringing
    for candidate in holders where parts[candidate] != .away { open &= ~people[candidate].parties }
    func cheapest(_ party: Int) -> Int? {
      holders.filter { people[$0].parties >> party & 1 == 1 && people[$0].parties & ~bringing == 0 }
        .min { part[$0] - away[$0] < part[$1] - away[$1] }
    }
    var coming: [Int] = []
    let visitors = open & ~1
    if open & 1 == 1, let host = cheapest(0) { coming.append(host) }
    let each = (1..<problem.roads.count).filter { visitors >> $0 & 1 == 1 }.compactMap(cheapest)
    let both = holders.filter { people[$0].parties.nonzeroBitCount > 1 && people[$0].parties & ~open == 0 }
      .min { part[$0] - away[$0] < part[$1] - away[$1] }
    func price(_ people: [Int]) -> Int { people.reduce(0) { $0 + part[$1] - away[$1] } }
    if each.count > 1, let both, price([both]) <= price(each) {
      coming.append(both)
    } else {
      coming += each
    }
    return coming
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
      if problem.candidates[candidate].isVisitor { visitors += 1 }
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
