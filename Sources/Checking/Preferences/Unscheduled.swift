import Domain

/// Legs without a visit.
enum Unscheduled: PreferenceCheck {
  static let preference = Preference.unscheduled

  static func charges(in examination: Examination) -> [Charge] {
    let cost = Minutes(hours: examination.facts.settings.costs.unscheduled)
    let dated = examination.visits.map(\.visit.id)
    return examination.groups.flatMap(\.legs).flatMap { leg -> [Charge] in
      guard !dated.contains(VisitID(host: leg.host, visitors: leg.visitors)) else { return [] }
      let register = examination.facts.register
      let visitors = Words.list(leg.visitors.map { register.name(of: $0) })
      return jointCharge(cost, "The visit of \(visitors) to \(register.name(of: leg.host)) has no date")
    }
  }
}
