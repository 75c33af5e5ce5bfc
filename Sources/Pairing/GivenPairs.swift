import Domain

/// The partners that are not for the matching to choose: those that pair_rules.csv forces, then those that the
/// programme's schedule has settled.
struct GivenPairs {
  /// Positions, each two or three ascending.
  let groups: [[Int]]
  /// How many of them, from the first on, are forced.
  let forcedCount: Int
  /// By team, whether one of them has given it its partner.
  let isTaken: [Bool]
  /// Whether the matching may make a trio of what is left.
  let leavesTrio: Bool

  /// The given partners of `problem`; refuses what `ForcedPair` and `SettledPairs` refuse.
  init(_ problem: PairingProblem) throws(PairingRefusal) {
    let programme = problem.programme
    let allowsTrio = OnePartnerPerTeam.allowsTrio(problem.teams, problem.settings.oddTeam)
    let forced = try ForcedPair(programme.pairRules, teams: problem.teams, allowsTrio: allowsTrio)
    let settled = try SettledPairs(
      programme.schedule, today: programme.settings.today, teams: problem.teams, forced: forced.groups,
      allowsTrio: allowsTrio, isBarred: forced.isBarred)
    groups = forced.groups + settled.groups
    forcedCount = forced.groups.count
    var isTaken = Array(repeating: false, count: problem.teams.count)
    for team in groups.joined() { isTaken[team] = true }
    self.isTaken = isTaken
    leavesTrio = allowsTrio && !groups.contains { $0.count == 3 }
  }
}
