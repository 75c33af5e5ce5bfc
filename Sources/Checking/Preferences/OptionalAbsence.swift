import Domain

/// Optional members who stay away, or miss sessions in proportion, rounded up.
enum OptionalAbsence: PreferenceCheck {
  static let preference = Preference.optionalAbsence

  static func charges(in examination: Examination) -> [Charge] {
    let hours = examination.facts.settings.costs.optionalAbsence
    let agenda = examination.facts.settings.visits.agenda.map(\.id)
    return examination.visits.flatMap { visit in
      (visit.presences ?? []).flatMap { presence -> [Charge] in
        guard presence.member != nil, !presence.attendance.isRequired else { return [] }
        let attendee = presence.attendance.attendee
        if presence.attendance.isAbsent {
          return charge(
            Minutes(hours: hours), attendee: attendee, "\(presence.name) stays away from \(visit.name)")
        }
        let missed = agenda.filter(presence.attendance.missed.contains).count
        guard missed > 0 else { return [] }
        return charge(
          Rounding.up(hours * 60 * Double(missed) / Double(agenda.count)), attendee: attendee,
          "\(presence.name) misses \(missed) of \(Words.count(agenda.count, "session")) of \(visit.name)")
      }
    }
  }
}
