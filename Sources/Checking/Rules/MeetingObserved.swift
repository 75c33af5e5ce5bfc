import Domain

/// Whoever attends sees the MDT meeting.
enum MeetingObserved: RuleCheck {
  static let rule = Rule.meetingObserved

  static func findings(in examination: Examination) -> [Finding] {
    examination.visits.flatMap { visit in
      (visit.presences ?? []).filter { presence in
        presence.isComing && presence.attendance.missed.contains { $0.text == "mdt" }
      }.map { finding(visit, "\($0.name) comes to \(visit.name) but misses the MDT meeting.") }
    }
  }
}
