import Domain

extension Links {
  /// Meetings belong to known teams and are held at their sites; exceptions fall on days with a meeting.
  func checkMeetings() {
    for entry in tables.meetings.entries {
      let meeting = entry.value.meeting
      teams.check(meeting.team, at: entry.place(.team), findings)
      guard let room = meeting.room, rooms.check(room, at: entry.place(.room), findings) else { continue }
      guard let site = roomSites[room], let home = teamsByID[meeting.team]?.value.site, site != home else {
        continue
      }
      findings.error(
        at: entry.place(.room),
        "the room '\(room)' is at site '\(site)' and the team '\(meeting.team)' at '\(home)'",
        "name a room of the team's own site, or leave it blank")
    }
    let usable = tables.meetings.entries.filter(\.value.isUsable).map(\.value.meeting)
    let byTeam = Dictionary(grouping: usable, by: \.team)
    for entry in tables.exceptions.entries {
      let exception = entry.value
      guard teams.check(exception.team, at: entry.place(.team), findings), !tables.meetings.isPartial,
        let meetings = byTeam[exception.team]
      else { continue }
      guard !meetings.contains(where: { $0.isHeld(on: exception.date) }) else { continue }
      let nearest = Self.nearestMeeting(to: exception.date, of: meetings)
      findings.warning(
        at: entry.place(.date),
        "the team '\(exception.team)' has no meeting on \(exception.date), a \(exception.date.weekday.name)",
        nearest.map { "write \($0) if the nearest meeting is meant" } ?? "check the date and mdt.csv")
    }
  }

  /// The nearest date within a year on which one of `meetings` is held, the earlier of two.
  private static func nearestMeeting(to date: Day, of meetings: [Meeting]) -> Day? {
    for distance in 1...366 {
      for day in [date.advanced(by: -distance), date.advanced(by: distance)]
      where meetings.contains(where: { $0.isHeld(on: day) }) {
        return day
      }
    }
    return nil
  }
}

extension Meeting {
  /// Whether the meeting is regularly held on `day`, exceptions and closures aside.
  fileprivate func isHeld(on day: Day) -> Bool {
    guard day.weekday == weekday else { return false }
    if let firstDate, day < firstDate { return false }
    switch frequency {
    case .weekly: return true
    case .fortnightly: return firstDate.map { $0.distance(to: day) % 14 == 0 } ?? false
    case .monthly(let n): return (day.civil.day - 1) / 7 + 1 == n
    }
  }
}
