import Domain

/// At most `max_visitors` people of the visiting side come.
enum VisitorLimit: RuleCheck {
  static let rule = Rule.visitorLimit

  static func findings(in examination: Examination) -> [Finding] {
    guard let limit = examination.facts.settings.visits.maxVisitors else { return [] }
    return examination.visits.compactMap { visit in
      if let presences = visit.presences {
        let count = presences.filter { $0.isComing && $0.member?.side == .visitor }.count
        guard count > limit else { return nil }
        return finding(
          visit, "\(Words.count(count, "visitor")) would come on \(visit.name); the limit is \(limit).")
      }
      let count = Headcount(leg: visit.leg, hours: visit.visit.interval, trips: visit.trips).visitors
      guard count > limit else { return nil }
      return finding(
        visit, "At least \(Words.count(count, "visitor")) must come on \(visit.name); the limit is \(limit).")
    }
  }
}
