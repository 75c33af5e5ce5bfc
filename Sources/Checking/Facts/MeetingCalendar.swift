import Domain

/// On which days teams really meet, and on which days nothing can be held.
struct MeetingCalendar: Sendable {
  private let meetings: [TeamID: [Meeting]]
  /// The teams with a meeting in a room of its own, in order.
  private let teamsMeeting: [RoomID: [TeamID]]
  private let exceptions: [TeamID: [MeetingException]]
  private let sites: [TeamID: SiteID]
  private let closures: [Closure]
  private let bankHolidays: [BankHoliday]

  init(programme: Programme) {
    meetings = Dictionary(grouping: programme.meetings, by: \.team)
    var teamsMeeting: [RoomID: Set<TeamID>] = [:]
    for meeting in programme.meetings {
      if let room = meeting.room { teamsMeeting[room, default: []].insert(meeting.team) }
    }
    self.teamsMeeting = teamsMeeting.mapValues { $0.sorted() }
    exceptions = Dictionary(grouping: programme.meetingExceptions, by: \.team)
    sites = Dictionary(programme.teams.map { ($0.id, $0.site) }, uniquingKeysWith: { first, _ in first })
    closures = programme.closures
    bankHolidays = programme.bankHolidays
  }

  /// The meetings of `team` on `day` with a quorum, moved ones included, by start and end; closures and bank
  /// holidays not yet considered.
  func meetings(of team: TeamID, on day: Day) -> [Interval] {
    let changes = exceptions[team] ?? []
    var found: [Interval] = []
    if !changes.contains(where: { $0.date == day }) {
      for meeting in usualMeetings(of: team, on: day) {
        append(from: meeting.start, to: meeting.end, on: day, to: &found)
      }
    }
    for exception in changes {
      guard case .moved(let date, let start, let end) = exception.change, date == day else { continue }
      for meeting in usualMeetings(of: team, on: exception.date) {
        append(from: start ?? meeting.start, to: end ?? meeting.end, on: day, to: &found)
      }
    }
    return found.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// The meetings of `team` on `day` that take place: with a quorum, on no closed day and no bank holiday.
  func meetingsHeld(by team: TeamID, on day: Day) -> [Interval] {
    closing(on: day, hosts: [team], visitors: []) == nil ? meetings(of: team, on: day) : []
  }

  /// The hours of `day` during which `room` is some team's own for its meeting: the usual ones, whatever becomes of
  /// the meeting on that day, and those of a meeting that is moved to the day.
  func hours(in room: RoomID, on day: Day) -> [(team: TeamID, hours: Interval)] {
    teamsMeeting[room, default: []].flatMap { team in
      let own = meetings[team, default: []].filter { $0.room == room && !$0.daysElsewhere.contains(day) }
      var found: [Interval] = []
      for meeting in own where Self.falls(meeting, on: day) {
        append(from: meeting.start, to: meeting.end, on: day, to: &found)
      }
      for exception in exceptions[team] ?? [] {
        guard case .moved(let date, let start, let end) = exception.change, date == day else { continue }
        for meeting in own where Self.falls(meeting, on: exception.date) {
          append(from: start ?? meeting.start, to: end ?? meeting.end, on: day, to: &found)
        }
      }
      return found.map { (team, $0) }
    }
  }

  /// Why there is no usual meeting of `team` on `day`, in words; `nil` where no exception says so.
  func absenceReason(of team: TeamID, on day: Day) -> String? {
    guard let exception = (exceptions[team] ?? []).first(where: { $0.date == day }) else { return nil }
    switch exception.change {
    case .cancelled: return "is cancelled"
    case .inquorate: return "has no quorum"
    case .moved(let date, _, _): return date == day ? nil : "is moved to \(Words.date(date))"
    }
  }

  /// What closes `day` for a visit of `visitors` to `host`, in words.
  func closing(on day: Day, host: TeamID, visitors: [TeamID]) -> String? {
    closing(on: day, hosts: [host], visitors: visitors)
  }

  private func closing(on day: Day, hosts: [TeamID], visitors: [TeamID]) -> String? {
    if let holiday = bankHolidays.first(where: { $0.day == day }) {
      return "a bank holiday (\(holiday.name))"
    }
    let hostSites = hosts.compactMap { sites[$0] }
    for closure in closures where closure.from <= day && day <= closure.to {
      let reason = closure.reason.map { " (\($0))" } ?? ""
      switch closure.scope {
      case .all: return "closed to visits" + reason
      case .site(let site): if hostSites.contains(site) { return "closed at the host's site" + reason }
      case .team(let team):
        if hosts.contains(team) { return "closed for the host" + reason }
        if visitors.contains(team) { return "closed for the visitors" + reason }
      case .visit(let visit):
        // Several hosts are asked about together only for their own meetings, to which nobody comes.
        if let host = hosts.first, !visitors.isEmpty, visit == VisitID(host: host, visitors: visitors) {
          return "closed for this visit" + reason
        }
      }
    }
    return nil
  }

  private func usualMeetings(of team: TeamID, on day: Day) -> [Meeting] {
    (meetings[team] ?? []).filter { Self.falls($0, on: day) }
  }

  private static func falls(_ meeting: Meeting, on day: Day) -> Bool {
    guard meeting.weekday == day.weekday else { return false }
    if let first = meeting.firstDate, day < first { return false }
    switch meeting.frequency {
    case .weekly: return true
    case .fortnightly:
      guard let first = meeting.firstDate else { return false }
      // The weeks count from the first such weekday on or after the first date.
      let start = (0..<7).map { first.advanced(by: $0) }.first { $0.weekday == meeting.weekday } ?? first
      return start.distance(to: day) % 14 == 0
    case .monthly(let n): return (day.civil.day - 1) / 7 + 1 == n
    }
  }

  private func append(from start: ClockTime, to end: ClockTime, on day: Day, to found: inout [Interval]) {
    let interval = Interval(start: Moment(day, start), end: Moment(day, end))
    // A meeting moved to odd times may end before it starts, which is no meeting.
    guard start < end, !found.contains(interval) else { return }
    found.append(interval)
  }
}
