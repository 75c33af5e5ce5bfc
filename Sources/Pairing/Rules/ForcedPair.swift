import Domain

/// Makes the pairs that pair_rules.csv forces: they are fixed, and their teams leave the matching.
///
/// A force overrides travel, what is kept apart, level, gain and dates; never eligibility or a prohibition.
struct ForcedPair {
  static let rule = Rule.forcedPair

  /// Forced pairs as positions, the smaller first, in order.
  let pairs: [(a: Int, b: Int)]
  private let barred: Set<Int>
  private let teamCount: Int

  /// The rule over `teams`, sorted by id.
  ///
  /// Refuses a force upon a team that is unknown, not eligible or forced twice, and upon a forbidden pair.
  init(_ rules: [PairRule], teams: [Team]) throws(PairingRefusal) {
    var position: [TeamID: Int] = [:]
    for (index, team) in teams.enumerated() { position[team.id] = index }
    var barred: Set<Int> = []
    var forced: Set<Int> = []
    var pairs: [(a: Int, b: Int)] = []
    for rule in rules {
      guard let first = position[rule.teamA], let second = position[rule.teamB] else {
        throw .unknownTeam(position[rule.teamA] == nil ? rule.teamA : rule.teamB)
      }
      guard first != second else { throw .pairedWithItself(rule.teamA) }
      let (a, b) = (min(first, second), max(first, second))
      switch rule.kind {
      case .forbid, .previous: barred.insert(a * teams.count + b)
      case .force:
        // The same force written twice, or once from either side, is one force.
        if forced.insert(a * teams.count + b).inserted { pairs.append((a, b)) }
      }
    }

    var isTaken = Array(repeating: false, count: teams.count)
    for (a, b) in pairs {
      if barred.contains(a * teams.count + b) {
        throw .forcedAndForbidden(PairID([teams[a].id, teams[b].id]))
      }
      for team in [a, b] {
        guard EligibleTeams.admits(teams[team]) else { throw .forcedButNotEligible(teams[team].id) }
        guard !isTaken[team] else { throw .forcedTwice(teams[team].id) }
        isTaken[team] = true
      }
    }
    self.pairs = pairs.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    self.barred = barred
    teamCount = teams.count
  }

  /// Whether pair_rules.csv forbids a pair, or calls it previous.
  func isBarred(_ a: Int, _ b: Int) -> Bool { barred.contains(min(a, b) * teamCount + max(a, b)) }
}
