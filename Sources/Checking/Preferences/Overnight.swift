import Domain

/// A night away for each person that comes, and the facilitator, whose drive is done the evening before.
enum Overnight: PreferenceCheck {
  static let preference = Preference.overnight

  static func charges(in examination: Examination) -> [Charge] {
    let cost = Minutes(hours: examination.facts.settings.costs.overnight)
    return examination.visits.flatMap { visit in
      (visit.presences ?? []).flatMap { presence -> [Charge] in
        guard presence.isComing, let trip = presence.trip, trip.isOvernight else { return [] }
        return charge(
          cost, attendee: presence.attendance.attendee,
          "\(presence.name) is away overnight: the drive takes \(Words.duration(trip.outward.minutes))")
      }
    }
  }
}
