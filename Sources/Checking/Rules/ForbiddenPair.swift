import Domain

/// Forbidden pairs and previous partners are not made.
enum ForbiddenPair: RuleCheck {
  static let rule = Rule.forbiddenPair

  static func findings(in examination: Examination) -> [Finding] {
    examination.groups.flatMap { group in
      group.edges.flatMap { edge in
        examination.facts.programme.pairRules.compactMap { ruling -> Finding? in
          guard PairID([ruling.teamA, ruling.teamB]) == PairID([edge.0, edge.1]) else { return nil }
          let reason = ruling.reason.map { " (\($0))" } ?? ""
          switch ruling.kind {
          case .forbid:
            return finding(
              group, in: examination,
              "\(examination.names(edge)) are paired, which pair_rules.csv forbids\(reason).")
          case .previous:
            return finding(
              group, in: examination,
              "\(examination.names(edge)) are paired although they were partners before\(reason).")
          case .force: return nil
          }
        }
      }
    }
  }
}
