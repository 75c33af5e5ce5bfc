import Domain

/// Which options of which visits lifting an obstacle can change: all others can be taken over as they were.
struct ObstacleReach {
  /// What becomes of the options of one visit.
  enum Change {
    case none
    /// Those of these days may be others.
    case on(ClosedRange<Day>)
    /// All of them may.
    case all
  }

  private let teams: Set<TeamID>?
  private let site: SiteID?
  private let visit: VisitID?
  private let days: ClosedRange<Day>?
  private let isNothing: Bool

  private init(
    teams: Set<TeamID>? = nil, site: SiteID? = nil, visit: VisitID? = nil, days: ClosedRange<Day>? = nil,
    isNothing: Bool = false
  ) {
    self.teams = teams
    self.site = site
    self.visit = visit
    self.days = days
    self.isNothing = isNothing
  }

  /// How far lifting `obstacle` from `programme` reaches.
  init(_ obstacle: Obstacle, in programme: Programme) {
    // Somebody who drives the evening before, or is home after midnight, is away on three days for one visit.
    func around(_ day: Day) -> ClosedRange<Day> { day.advanced(by: -1)...day.advanced(by: 1) }
    // Who is free otherwise may move a learning event, and with it anybody.
    if case .busy(.person, _) = obstacle, programme.settings.events.contains(where: { $0.options.count > 1 })
    {
      self.init()
      return
    }
    switch obstacle {
    case .noMeeting(let team, _, _): self.init(teams: programme.hasMeetingRoom(team) ? nil : [team])
    case .bankHoliday(let day), .closure(let day, _): self.init(days: around(day))
    case .busy(.person(let id), let stretch):
      self.init(teams: Set(programme.person(id)?.teams ?? []), days: around(stretch.start.day))
    case .busy(.facilitator, let stretch): self.init(days: around(stretch.start.day))
    case .ownMeeting(let team, let meeting):
      self.init(teams: programme.hasMeetingRoom(team) ? nil : [team], days: around(meeting.start.day))
    case .roleVacant(let team, _): self.init(teams: [team])
    case .roomTaken(let room, let stretch):
      self.init(site: programme.room(room)?.site, days: around(stretch.start.day))
    case .noRoom(let site): self.init(site: site)
    case .noFacilitator(_, let day): self.init(days: around(day))
    case .daysGiven(let id, let days):
      self.init(teams: Set(programme.person(id)?.teams ?? []), isNothing: days > 0)
    case .visit(let id, _, _): self.init(visit: id)
    case .gap, .sameFacilitator, .weekFull, .facilitatorWeekFull, .facilitatorFull: self.init(isNothing: true)
    case .past, .drive, .travelHours, .dayLength, .event, .visitorLimit, .notIndependent, .noNotice:
      self.init()
    }
  }

  /// What becomes of the options of the visit of `visitors` to `host`.
  func change(host: Team, visitors: [Team]) -> Change {
    if isNothing { return .none }
    if let visit, visit != VisitID(host: host.id, visitors: visitors.map(\.id)) { return .none }
    if let site, host.site != site { return .none }
    if let teams, !([host] + visitors).contains(where: { teams.contains($0.id) }) { return .none }
    return days.map(Change.on) ?? .all
  }
}

extension Programme {
  /// Whether a meeting of `team` has a room of its own, which others at the site may want where it is moved away.
  fileprivate func hasMeetingRoom(_ team: TeamID) -> Bool {
    meetings.contains { $0.team == team && $0.room != nil }
  }
}
