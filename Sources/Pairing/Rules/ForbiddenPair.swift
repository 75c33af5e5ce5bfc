import Domain

/// Leaves out pairs that pair_rules.csv forbids, and partners of an earlier round.
struct ForbiddenPair: EdgeRule {
  static let rule = Rule.forbiddenPair

  private let teamCount: Int
  private let barred: Set<Int>

  /// The rule over `teams`, sorted by id; `nil` where nothing is forbidden.
  init?(_ rules: [PairRule], teams: [Team]) {
    var position: [TeamID: Int] = [:]
    for (index, team) in teams.enumerated() { position[team.id] = index }
    var barred: Set<Int> = []
    for rule in rules {
      switch rule.kind {
      case .forbid, .previous:
        guard let a = position[rule.teamA], let b = position[rule.teamB] else { continue }
        barred.insert(min(a, b) * teams.count + max(a, b))
      case .force: continue
      }
    }
    guard !barred.isEmpty else { return nil }
    teamCount = teams.count
    self.barred = barred
  }

  func admits(_ pair: PairFigures) -> Bool { !barred.contains(pair.a * teamCount + pair.b) }

  func predicate(_ count: Int) -> String { (count == 1 ? "is" : "are") + " ruled out in pair_rules.csv" }

  func concession(for pair: PairFigures) -> Int? { 1 }

  func wording(conceding level: Int, to pair: PairFigures) -> String {
    "the rule against it gone from pair_rules.csv"
  }
}
