import Domain

extension Links {
  /// Rules name known teams, do not contradict each other, and force only teams that can be paired.
  func checkPairRules() {
    var ruled: [PairID: Entry<PairRulesTable>] = [:]
    var forced: [TeamID: Entry<PairRulesTable>] = [:]
    for entry in tables.pairRules.entries {
      let rule = entry.value
      teams.check(
        TeamID(entry.row[.teamA]?.trimmedText ?? "") ?? rule.teamA, at: entry.place(.teamA), findings)
      teams.check(
        TeamID(entry.row[.teamB]?.trimmedText ?? "") ?? rule.teamB, at: entry.place(.teamB), findings)
      if rule.kind != .force { ruled[PairID([rule.teamA, rule.teamB])] = entry }
    }
    for entry in tables.pairRules.entries where entry.value.kind == .force {
      let rule = entry.value
      let place = entry.place(.rule)
      if let other = ruled[PairID([rule.teamA, rule.teamB])] {
        let word = other.value.kind.rawValue
        findings.error(
          at: place, "'\(rule.teamA)' and '\(rule.teamB)' are forced here and \(word) in \(other.row.where)",
          "keep one of the two rows; previous counts as forbid")
      }
      for team in [rule.teamA, rule.teamB] {
        if let first = forced[team],
          PairRulesTable.key(of: first.value).teams != PairRulesTable.key(of: rule).teams
        {
          findings.error(
            at: place, "the team '\(team)' is forced here and in \(first.row.where)", "force each team once")
        }
        forced[team] = forced[team] ?? entry
        guard let record = teamsByID[team]?.value, !record.isEligible else { continue }
        findings.error(
          at: place,
          "the team '\(team)' is forced and is \(record.isApproved ? "in the control arm" : "not approved")",
          "take the rule away, or change teams.csv")
      }
    }
  }
}
