import Domain

/// Pairs whose visits have different facilitators where `same_facilitator: preferred`, once a pair.
enum FacilitatorChange: PreferenceCheck {
  static let preference = Preference.facilitatorChange

  static func charges(in examination: Examination) -> [Charge] {
    guard examination.facts.settings.visits.sameFacilitator == .preferred else { return [] }
    let cost = Minutes(hours: examination.facts.settings.costs.facilitatorChange)
    return examination.groups.flatMap { group -> [Charge] in
      var leaders: [FacilitatorID] = []
      for leader in examination.visits(of: group).compactMap(\.visit.facilitator)
      where !leaders.contains(leader) {
        leaders.append(leader)
      }
      guard leaders.count > 1 else { return [] }
      let names = Words.list(leaders.map { examination.facts.register.name(of: $0) })
      return jointCharge(cost, "The visits of \(group.id) are led by \(names)")
    }
  }
}
