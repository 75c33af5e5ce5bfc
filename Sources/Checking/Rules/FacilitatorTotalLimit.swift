import Domain

/// A facilitator leads at most `max_visits` visits in all.
enum FacilitatorTotalLimit: RuleCheck {
  static let rule = Rule.facilitatorTotalLimit

  static func findings(in examination: Examination) -> [Finding] {
    let visits = examination.byFirmness
    return examination.facts.programme.facilitators.flatMap { facilitator -> [Finding] in
      guard let limit = facilitator.maxVisits else { return [] }
      let led = visits.filter { $0.visit.facilitator == facilitator.id }
      return led.dropFirst(max(0, limit)).map { visit in
        finding(
          visit,
          "\(facilitator.name) would lead \(Words.count(led.count, "visit")), \(visit.name) among them; "
            + "the limit is \(limit).")
      }
    }
  }
}
