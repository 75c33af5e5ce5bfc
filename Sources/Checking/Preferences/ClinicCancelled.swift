import Domain

/// Clinics given up, each once a person and visit, whole even where only touched.
enum ClinicCancelled: PreferenceCheck {
  static let preference = Preference.clinicCancelled

  static func charges(in examination: Examination) -> [Charge] {
    let cost = Minutes(hours: examination.facts.settings.costs.clinicCancelled)
    return examination.visits.flatMap { visit in
      (visit.presences ?? []).flatMap { presence in
        visit.facts.diaries.busyIntervals(of: .clinic, for: presence.owner, touching: presence.occupied)
          .flatMap { clinic in
            charge(
              cost, attendee: presence.attendance.attendee,
              "\(presence.name) gives up a clinic \(Words.dated(clinic))")
          }
      }
    }
  }
}
