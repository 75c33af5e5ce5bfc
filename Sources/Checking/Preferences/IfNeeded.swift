import Domain

/// "If needed" stretches used, each once a person and visit, whole even where only touched.
enum IfNeeded: PreferenceCheck {
  static let preference = Preference.ifNeeded

  static func charges(in examination: Examination) -> [Charge] {
    let cost = Minutes(hours: examination.facts.settings.costs.ifNeeded)
    return examination.visits.flatMap { visit in
      (visit.presences ?? []).flatMap { presence in
        visit.facts.diaries.busyIntervals(of: .ifNeeded, for: presence.owner, touching: presence.occupied)
          .flatMap { stretch in
            charge(
              cost, attendee: presence.attendance.attendee,
              "\(presence.name) comes although free only if needed \(Words.dated(stretch))")
          }
      }
    }
  }
}
