import Domain

/// At most `max_per_week` visits in an ISO week.
enum WeeklyLimit: RuleCheck {
  static let rule = Rule.weeklyLimit

  static func findings(in examination: Examination) -> [Finding] {
    guard let limit = examination.facts.settings.visits.maxPerWeek else { return [] }
    let visits = examination.byFirmness
    return Set(visits.map(\.visit.date.week)).sorted().flatMap { week in
      let inWeek = visits.filter { $0.visit.date.week == week }
      return inWeek.dropFirst(max(0, limit)).map { visit in
        finding(
          visit,
          "\(Words.sentence(visit.name)) is one of \(inWeek.count) in the week of "
            + "\(Words.date(week.monday)); the limit is \(limit).")
      }
    }
  }
}
