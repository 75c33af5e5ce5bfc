import Domain

/// Forced pairs are made, and called forced.
enum ForcedPair: RuleCheck {
  static let rule = Rule.forcedPair

  static func findings(in examination: Examination) -> [Finding] {
    unmade(in: examination) + misstated(in: examination)
  }

  private static func unmade(in examination: Examination) -> [Finding] {
    examination.facts.programme.pairRules.compactMap { ruling in
      guard ruling.kind == .force else { return nil }
      let isMade = examination.groups.contains {
        $0.teams.contains(ruling.teamA) && $0.teams.contains(ruling.teamB)
      }
      guard !isMade else { return nil }
      let id = PairID([ruling.teamA, ruling.teamB])
      return Finding(
        breach: Breach(
          rule: rule, subject: id.text,
          sentence: "\(examination.names((ruling.teamA, ruling.teamB))) are not paired, "
            + "which pair_rules.csv demands\(ruling.reason.map { " (\($0))" } ?? "")."),
        isStanding: false)
    }
  }

  private static func misstated(in examination: Examination) -> [Finding] {
    (examination.pairs ?? []).compactMap { pair in
      let group = Group(teams: pair.teams.sorted())
      let isForced = group.edges.contains { examination.isForced($0) }
      guard pair.isForced != isForced else { return nil }
      return finding(
        group, in: examination,
        isForced
          ? "\(pair.id) is forced by pair_rules.csv; the plan does not say so."
          : "\(pair.id) is said to be forced; pair_rules.csv does not force it.")
    }
  }
}
