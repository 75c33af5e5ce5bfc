import Domain

/// What speaks for a pair or trio by standings and drives, dates left aside.
struct StandingFigures {
  let score: Score
  /// In the order of the sorted ids.
  let gains: [Score]
  let levelGap: Score
  let travel: Minutes
  let travelIsEstimated: Bool

  /// The figures of two or three known teams; `nil` of anything else.
  init?(of teams: [TeamID], facts: Facts) {
    let group = Group(teams: teams.sorted())
    guard (2...3).contains(group.teams.count), group.teams.allSatisfy({ facts.register.team($0) != nil })
    else { return nil }
    let edges = group.edges.compactMap { EdgeFigures($0.0, $0.1, facts: facts) }
    guard let longest = edges.max(by: { $0.travel.minutes < $1.travel.minutes }) else { return nil }
    let sum = edges.map(\.score.units).reduce(0, +)
    // Integer division rounds towards zero; a trio's score is rounded down.
    score = Score(units: edges.count == 1 ? sum : (sum - ((sum % 3 + 3) % 3)) / 3)
    gains = group.teams.map { team in
      let others = group.teams.filter { $0 != team }
      let total = others.map { facts.standings.gain(of: team, from: $0).units }.reduce(0, +)
      return Score(units: Int((Double(total) / Double(others.count)).rounded(.toNearestOrAwayFromZero)))
    }
    levelGap = edges.map(\.levelGap).max() ?? .zero
    travel = longest.travel.minutes
    travelIsEstimated = longest.travel.isEstimated
  }

  /// Whether a stated figure is right: two computations may round one on the boundary to either side.
  func agree(_ stated: Score, _ figure: Score) -> Bool { abs(stated.units - figure.units) <= 1 }
}

/// The figures of two teams.
struct EdgeFigures {
  /// What each can learn, in the order given.
  let gains: [Score]
  let levelGap: Score
  /// The longer direction.
  let travel: Drives.Drive

  private let settings: PairingSettings

  /// The figures of two teams; `nil` where one is unknown.
  init?(_ a: TeamID, _ b: TeamID, facts: Facts) {
    guard let left = facts.register.team(a), let right = facts.register.team(b) else { return nil }
    gains = [facts.standings.gain(of: a, from: b), facts.standings.gain(of: b, from: a)]
    levelGap = facts.standings.levelGap(a, b)
    let there = facts.drives.drive(from: left.site, to: right.site)
    let back = facts.drives.drive(from: right.site, to: left.site)
    travel = back.minutes > there.minutes ? back : there
    settings = facts.settings.pairing
  }

  /// Mutual gain less what level gap and travel take away; in units of 10⁻⁴ SD, so that a half is a half.
  var score: Score {
    let mutual = Double(min(gains[0], gains[1]).units)
    let gap = settings.levelWeight * Double(levelGap.units)
    let way = settings.travelWeightPerHour * 10_000 * Double(travel.minutes.count) / 60
    return Score(units: Int((mutual - gap - way).rounded(.toNearestOrAwayFromZero)))
  }
}
