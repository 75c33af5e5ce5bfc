import Domain

/// A facilitator leads at most `max_visits_per_week` visits in an ISO week.
enum FacilitatorWeeklyLimit: RuleCheck {
  static let rule = Rule.facilitatorWeeklyLimit

  static func findings(in examination: Examination) -> [Finding] {
    let visits = examination.byFirmness
    return examination.facts.programme.facilitators.flatMap { facilitator -> [Finding] in
      guard let limit = facilitator.maxVisitsPerWeek else { return [] }
      let led = visits.filter { $0.visit.facilitator == facilitator.id }
      return Set(led.map(\.visit.date.week)).sorted().flatMap { week in
        let inWeek = led.filter { $0.visit.date.week == week }
        return inWeek.dropFirst(max(0, limit)).map { visit in
          finding(
            visit,
            "\(facilitator.name) would lead \(Words.count(inWeek.count, "visit")) in the week of "
              + "\(Words.date(week.monday)), \(visit.name) among them; the limit is \(limit).")
        }
      }
    }
  }
}
