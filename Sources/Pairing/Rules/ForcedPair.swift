import Domain

/// Makes the pairs that pair_rules.csv forces: they are fixed, and their teams leave the matching.
///
/// Three teams, any two of which are forced, are a forced trio where one may be made.
///
/// A force overrides travel, what is kept apart, level, gain and dates; never eligibility or a prohibition.
struct ForcedPair {
  static let rule = Rule.forcedPair

  /// Forced partners as positions, each two or three ascending, in order.
  let groups: [[Int]]
  private let barred: Set<Int>
  private let teamCount: Int

  /// The rule over `teams`, sorted by id.
  ///
  /// Refuses a force upon a team that is unknown, not eligible or forced twice, and upon a forbidden pair, and a trio
  /// unless `allowsTrio`, or a second one.
  init(_ rules: [PairRule], teams: [Team], allowsTrio: Bool) throws(PairingRefusal) {
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

    for (a, b) in pairs {
      if barred.contains(a * teams.count + b) {
        throw .forcedAndForbidden(PairID([teams[a].id, teams[b].id]))
      }
      for team in [a, b] where !EligibleTeams.admits(teams[team]) {
        throw .forcedButNotEligible(teams[team].id)
      }
    }
    groups = try Self.groups(pairs, teams: teams, allowsTrio: allowsTrio)
    self.barred = barred
    teamCount = teams.count
  }

  private static func groups(
    _ pairs: [(a: Int, b: Int)], teams: [Team], allowsTrio: Bool
  ) throws(PairingRefusal) -> [[Int]] {
    var partners = [[Int]](repeating: [], count: teams.count)
    for (a, b) in pairs {
      partners[a].append(b)
      partners[b].append(a)
    }
    var groups: [[Int]] = []
    for team in teams.indices where !partners[team].isEmpty {
      let group = ([team] + partners[team]).sorted()
      let isWhole = group.allSatisfy { other in (partners[other] + [other]).sorted() == group }
      guard isWhole, group.count <= 3 else {
        let twice = group.first { partners[$0].count > 1 } ?? team
        throw .forcedTwice(teams[twice].id)
      }
      if group[0] == team { groups.append(group) }
    }
    let trios = groups.filter { $0.count == 3 }
    if let trio = trios.dropFirst(allowsTrio ? 1 : 0).first {
      throw .forcedTrio(PairID(trio.map { teams[$0].id }))
    }
    return groups
  }

  /// Whether pair_rules.csv forbids a pair, or calls it previous.
  func isBarred(_ a: Int, _ b: Int) -> Bool { barred.contains(min(a, b) * teamCount + max(a, b)) }
}
