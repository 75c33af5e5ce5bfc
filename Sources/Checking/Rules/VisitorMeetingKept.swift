import Domain

/// Visitors are not away from their own meeting where `visitor_mdt: blocks`.
enum VisitorMeetingKept: RuleCheck {
  static let rule = Rule.visitorMeetingKept

  static func findings(in examination: Examination) -> [Finding] {
    guard examination.facts.settings.visits.visitorMeeting == .blocks else { return [] }
    return examination.visits.flatMap { visit in
      visit.leg.meetingsMissed(during: visit.trips).map { missed in
        finding(
          visit,
          "\(missed.team.name) would miss its own MDT meeting \(Words.dated(missed.meeting)) "
            + "for \(visit.name).")
      }
    }
  }
}
