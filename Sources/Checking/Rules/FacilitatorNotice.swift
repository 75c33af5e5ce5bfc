import Domain

/// The facilitator has the notice they ask for, unless they were published for that day already.
enum FacilitatorNotice: RuleCheck {
  static let rule = Rule.facilitatorNotice

  static func findings(in examination: Examination) -> [Finding] {
    examination.visits.compactMap { visit in
      let day = visit.visit.date
      guard let facilitator = visit.facilitator, !visit.leg.hasNotice(facilitator, on: day) else {
        return nil
      }
      let days = max(0, visit.settings.today.distance(to: day))
      return finding(
        visit,
        "\(facilitator.name) would lead \(visit.name) at \(Words.count(days, "day")) of notice; "
          + "they ask for \(facilitator.noticeDays).")
    }
  }
}
