import Domain

/// Visits of a facilitator above the fair share, which is all legs over all facilitators, rounded up.
enum FacilitatorImbalance: PreferenceCheck {
  static let preference = Preference.facilitatorImbalance

  static func charges(in examination: Examination) -> [Charge] {
    let facilitators = examination.facts.programme.facilitators
    guard !facilitators.isEmpty else { return [] }
    let share = (examination.legCount + facilitators.count - 1) / facilitators.count
    let cost = Minutes(hours: examination.facts.settings.costs.facilitatorImbalance)
    return facilitators.flatMap { facilitator -> [Charge] in
      let led = examination.visits.filter { $0.visit.facilitator == facilitator.id }.count
      guard led > share else { return [] }
      return jointCharge(
        Minutes(cost.count * (led - share)),
        "\(facilitator.name) leads \(Words.count(led, "visit")), \(led - share) above the fair share of "
          + "\(share)")
    }
  }
}
