import Domain

/// A pair's two visits lie `gap_days` apart; a trio's one after the other, and first to last at most twice the
/// maximum. Their teams are at all of them, so no two are on one day.
enum ReciprocalGap: RuleCheck {
  static let rule = Rule.reciprocalGap

  static func findings(in examination: Examination) -> [Finding] {
    let settings = examination.facts.settings.visits
    let least = max(1, settings.gapMin)
    return examination.groups.flatMap { group -> [Finding] in
      let visits = examination.visits(of: group)
      // Of two visits of a trio the third may lie between: only their distance from first to last is bound.
      let isWhole = Set(visits.map(\.visit.id)).count == group.teams.count
      var findings: [Finding] = []
      for (a, b) in zip(visits, visits.dropFirst()) where a.visit.id != b.visit.id {
        let days = a.visit.date.distance(to: b.visit.date)
        let most = isWhole || group.teams.count == 2 ? settings.gapMax : 2 * settings.gapMax
        guard days < least || days > most else { continue }
        findings.append(
          finding(
            [a, b], subject: group.id.text,
            "\(Words.sentence(a.name)) and \(b.name) are \(Words.count(days, "day")) apart; "
              + "\(least) to \(most) are allowed."))
      }
      return findings
    }
  }
}
