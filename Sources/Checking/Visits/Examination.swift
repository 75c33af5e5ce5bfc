import Domain

/// A schedule laid out for the rules and preferences.
struct Examination {
  let facts: Facts
  /// Every visit that takes place and whose teams are known, in the order given.
  let visits: [ExaminedVisit]
  /// Visits whose teams the programme does not know.
  let strangers: [Visit]
  /// The pairs and trios.
  let groups: [Group]
  /// The pairs with the figures that a plan states; `nil` for a hand-made schedule.
  let pairs: [Pair]?
  /// The legs that a plan says have no date; `nil` for a hand-made schedule, which does not say.
  let unscheduled: [UnscheduledVisit]?

  init(
    facts: Facts, visits: [Visit], groups: [[TeamID]], pairs: [Pair]?, unscheduled: [UnscheduledVisit]?
  ) {
    self.facts = facts
    var known: [ExaminedVisit] = []
    var strangers: [Visit] = []
    // A cancelled visit does not take place, so it breaks nothing and costs nothing.
    for visit in visits where visit.status != .cancelled {
      if let examined = ExaminedVisit(visit, facts: facts) {
        known.append(examined)
      } else {
        strangers.append(visit)
      }
    }
    self.visits = known
    self.strangers = strangers
    self.groups = groups.map { Group(teams: $0.sorted()) }
    self.pairs = pairs
    self.unscheduled = unscheduled
  }

  /// How many legs the pairs and trios have.
  var legCount: Int { groups.map(\.legs.count).reduce(0, +) }

  /// The visits of a group, by date, start and id.
  func visits(of group: Group) -> [ExaminedVisit] {
    visits.filter { $0.visit.pair == group.id }.sorted { ExaminedVisit.precedes($0, $1) }
  }

  /// All visits, fixed ones first, then by date, start and id: those that must give way come last.
  var byFirmness: [ExaminedVisit] {
    visits.sorted { a, b in
      a.isFixed != b.isFixed ? a.isFixed : ExaminedVisit.precedes(a, b)
    }
  }
}

/// A pair, or a trio.
struct Group {
  /// Sorted by id.
  let teams: [TeamID]

  var id: PairID { PairID(teams) }

  /// Its legs: each team hosts the others, in the order of `teams`.
  var legs: [(host: TeamID, visitors: [TeamID])] {
    teams.map { host in (host, teams.filter { $0 != host }) }
  }

  /// The two-team pairs it consists of: one, or three of a trio.
  var edges: [(TeamID, TeamID)] {
    teams.indices.flatMap { i in teams[(i + 1)...].map { (teams[i], $0) } }
  }
}
