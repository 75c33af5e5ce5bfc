import Domain

/// What speaks for two partners, or for the three of a trio, worked out from the figures of each two of them.
struct PartnerFigures {
  /// Positions among all teams by id, ascending.
  let teams: [Int]
  /// Of each two of them, in the order of `teams`.
  let edges: [PairFigures]
  /// Of a trio a third of its edges' sum, rounded down.
  let score: Score

  /// The figures of two or three teams; refuses a score that is out of range.
  init(_ teams: [Int], in problem: PairingProblem, _ gains: Gains) throws(PairingRefusal) {
    var edges: [PairFigures] = []
    var sum = 0
    for (place, a) in teams.enumerated() {
      for b in teams.dropFirst(place + 1) {
        let figures = problem.figures(a, b, gains)
        edges.append(figures)
        sum += try problem.score(figures).units
      }
    }
    self.teams = teams
    self.edges = edges
    score = Score(units: edges.count == 1 ? sum : Trio.worth(ofSum: sum))
  }

  /// What each team can learn: of a trio's the mean over the other two, rounded once, halves away from zero.
  var gains: [Score] {
    teams.map { team in
      let parts = edges.compactMap { $0.a == team ? $0.gainOfA : $0.b == team ? $0.gainOfB : nil }
      let sum = parts.reduce(0) { $0 + $1.units }
      return Score(units: Int((Double(sum) / Double(parts.count)).rounded(.toNearestOrAwayFromZero)))
    }
  }

  /// The widest.
  var levelGap: Score { edges.map(\.levelGap).max() ?? .zero }

  /// The longest drive, the first among equals.
  var longest: PairFigures? { edges.max { $0.travel < $1.travel } }

  /// Feasible dates of the leg that each team of a pair hosts.
  var pairDates: [Int] { edges.flatMap { [$0.datesAtA, $0.datesAtB] } }
}
