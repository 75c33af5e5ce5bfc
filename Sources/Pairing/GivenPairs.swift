import Domain

/// The pairs that are not for the matching to choose: those that pair_rules.csv forces, then those that the
/// programme's schedule has settled.
struct GivenPairs {
  /// Positions, the smaller first.
  let pairs: [(a: Int, b: Int)]
  /// How many of them, from the first on, are forced.
  let forcedCount: Int
  /// By team, whether one of them has given it its partner.
  let isTaken: [Bool]

  /// The given pairs of `problem`; refuses what `ForcedPair` and `SettledPairs` refuse.
  init(_ problem: PairingProblem) throws(PairingRefusal) {
    let programme = problem.programme
    let forced = try ForcedPair(programme.pairRules, teams: problem.teams)
    let settled = try SettledPairs(
      programme.schedule, today: programme.settings.today, teams: problem.teams, forced: forced.pairs,
      isBarred: forced.isBarred)
    var isTaken = Array(repeating: false, count: problem.teams.count)
    for pair in forced.pairs + settled.pairs {
      isTaken[pair.a] = true
      isTaken[pair.b] = true
    }
    pairs = forced.pairs + settled.pairs
    forcedCount = forced.pairs.count
    self.isTaken = isTaken
  }
}
