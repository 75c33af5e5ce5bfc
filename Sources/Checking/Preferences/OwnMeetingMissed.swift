import Domain

/// Visitors away from their own MDT meeting where `visitor_mdt: costs`, once a visit.
enum OwnMeetingMissed: PreferenceCheck {
  static let preference = Preference.ownMeetingMissed

  static func charges(in examination: Examination) -> [Charge] {
    guard examination.facts.settings.visits.visitorMeeting == .costs else { return [] }
    let cost = Minutes(hours: examination.facts.settings.costs.ownMeetingMissed)
    return examination.visits.flatMap { visit -> [Charge] in
      guard let missed = visit.leg.meetingsMissed(during: visit.trips).first else { return [] }
      return charge(
        cost, "\(missed.team.name) misses its own MDT meeting \(Words.dated(missed.meeting))")
    }
  }
}
