public import Domain

extension Programme {
  /// When meetings, by index, have `room` for their own, near the window: at their usual hours, also on a day on which
  /// they are cancelled or held at another time, and at those to which they are moved.
  public func meetingHours(in room: RoomID) -> [(meeting: Int, hours: Interval)] {
    let days = daysRead
    var found: [(meeting: Int, hours: Interval)] = []
    for (index, meeting) in meetings.enumerated() where meeting.room == room {
      func have(_ day: Day, _ start: ClockTime, _ end: ClockTime) {
        guard days.contains(day), start < end, !meeting.daysElsewhere.contains(day) else { return }
        found.append((index, Interval(start: Moment(day, start), end: Moment(day, end))))
      }
      for day in days where meeting.takesPlace(on: day) { have(day, meeting.start, meeting.end) }
      for exception in meetingExceptions where exception.team == meeting.team {
        guard case .moved(let date, let start, let end) = exception.change,
          meeting.takesPlace(on: exception.date)
        else { continue }
        have(date, start ?? meeting.start, end ?? meeting.end)
      }
    }
    return found
  }
}
