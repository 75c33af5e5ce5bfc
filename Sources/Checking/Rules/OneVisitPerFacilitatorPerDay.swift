import Domain

/// A facilitator makes one visit a day.
enum OneVisitPerFacilitatorPerDay: RuleCheck {
  static let rule = Rule.oneVisitPerFacilitatorPerDay

  static func findings(in examination: Examination) -> [Finding] {
    let visits = examination.byFirmness.filter { $0.visit.facilitator != nil }
    return visits.enumerated().compactMap { place, visit in
      let earlier = visits[..<place].first {
        $0.visit.facilitator == visit.visit.facilitator && $0.visit.date == visit.visit.date
      }
      guard let earlier, let id = visit.visit.facilitator else { return nil }
      return finding(
        visit,
        "\(visit.facts.register.name(of: id)) would lead both \(earlier.name) and \(visit.name).")
    }
  }
}
