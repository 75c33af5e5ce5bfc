import Domain

/// Whoever attends sees the MDT meeting: admits nobody whom something keeps from it.
enum MeetingObserved {
  static let rule = Rule.meetingObserved

  /// Whether somebody with these runs can be at the whole meeting.
  static func admits(_ runs: [DiaryRun], _ frame: DayFrame) -> Bool {
    !runs.contains {
      $0.status == .blocked && Int($0.start) < frame.meetingEnd && frame.meetingStart < Int($0.end)
    }
  }
}
