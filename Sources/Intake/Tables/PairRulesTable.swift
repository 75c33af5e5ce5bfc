import Domain

/// pair_rules.csv: who must, must not, or did meet whom.
enum PairRulesTable: TableSchema {
  enum Column: String, TableColumn {
    case teamA = "team_a"
    case teamB = "team_b"
    case rule, reason
  }

  /// Two teams may have been partners twice, for reasons of their own, so the reason is part of the key.
  struct Key: Hashable {
    var teams: PairID
    var kind: PairRuleKind
    var reason: String?
  }

  static let kind = TableKind.pairRules
  static let required: [Column] = [.teamA, .teamB, .rule]
  static let keyColumns: [Column] = [.teamA, .teamB, .rule]

  static func key(of record: PairRule) -> Key {
    Key(teams: PairID([record.teamA, record.teamB]), kind: record.kind, reason: record.reason)
  }

  static func precedes(_ a: PairRule, _ b: PairRule) -> Bool {
    if a.teamA != b.teamA { return a.teamA < b.teamA }
    if a.teamB != b.teamB { return a.teamB < b.teamB }
    if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
    return (a.reason ?? "").utf8.lexicographicallyPrecedes((b.reason ?? "").utf8)
  }

  /// The smaller id becomes `teamA`: a rule has no direction.
  static func record(from row: RowReader<Column>) -> PairRule? {
    let a: TeamID? = row.id(.teamA, "team")
    let b: TeamID? = row.id(.teamB, "team")
    let kind = row.requiredWord(.rule, PairRuleKind.self)
    let reason = row.text(.reason)
    guard let a, let b, let kind else { return nil }
    guard a != b else {
      row.error(.teamB, "the rule pairs '\(a)' with itself", "name two teams")
      return nil
    }
    return PairRule(teamA: min(a, b), teamB: max(a, b), kind: kind, reason: reason)
  }
}
