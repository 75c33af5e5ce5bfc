import Domain

/// Required people with preferred times whose whole visit is not covered by them.
enum NotPreferred: PreferenceCheck {
  static let preference = Preference.notPreferred

  static func charges(in examination: Examination) -> [Charge] {
    let cost = Minutes(hours: examination.facts.settings.costs.notPreferred)
    let diaries = examination.facts.diaries
    return examination.visits.flatMap { visit in
      (visit.presences ?? []).flatMap { presence -> [Charge] in
        guard presence.isRequiredMember, presence.isComing, diaries.hasPreferences(presence.owner),
          !diaries.isPreferred(presence.wholeVisit, by: presence.owner)
        else { return [] }
        return charge(
          cost, attendee: presence.attendance.attendee,
          "\(presence.name) is needed outside their preferred times on \(Words.date(visit.visit.date))")
      }
    }
  }
}
