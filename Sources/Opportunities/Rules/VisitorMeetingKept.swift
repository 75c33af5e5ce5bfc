import Domain

/// Visitors are not away from their own meeting where `visitor_mdt: blocks`.
///
/// Admits only days whose drives leave the visitors' own meetings alone.
enum VisitorMeetingKept {
  static let rule = Rule.visitorMeetingKept

  /// The limits that the visitors' `own` meetings near the visit put on a day around `frame`; `nil` where no
  /// day is possible.
  static func limits(own: [Interval], frame: DayFrame, outward: Int, homeward: Int, isOvernight: Bool)
    -> DayLimits?
  {
    var limits = DayLimits.none
    for meeting in own {
      let (start, end) = (meeting.start.minute, meeting.end.minute)
      if end <= frame.meetingStart - (isOvernight ? 0 : outward) {
        if isOvernight {
          if end > frame.midnight - 1440 + TravelHours.eveningDeparture { return nil }
        } else {
          limits.from = max(limits.from, end + outward)
        }
      } else if start >= frame.meetingEnd + homeward {
        limits.to = min(limits.to, start - homeward)
      } else {
        return nil
      }
    }
    return limits
  }

  /// Whether an absence from `from` to `to` misses one of the visitors' `own` meetings.
  static func isMissed(own: [Interval], from: Int, to: Int) -> Bool {
    own.contains { $0.start.minute < to && from < $0.end.minute }
  }
}
