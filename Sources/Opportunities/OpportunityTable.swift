public import Domain

/// For every possible visit and each of the host's meetings: whether it can take place, what it costs, or what
/// blocks it. Computed once; pairing, scheduling and explanations all read it.
///
/// `init` settles who could visit whom when (a survey of feasibility, exact); the options of a visit, with
/// their costs, are worked out when asked for, since only paired teams need them.
public struct OpportunityTable: Sendable {
  /// The programme it was made for.
  public let programme: Programme
  /// All drives.
  public let drives: DriveTable
  /// For each team of the programme, its meetings inside the window by time.
  public let occasions: [[Occasion]]
  /// The learning events at their times, in the order of programme.yaml; who attends is not free for a visit then.
  public let events: [PlannedEvent]

  let calendar: MeetingCalendar
  let shape: AgendaShape
  let rosters: [TeamRoster]
  var diaries: [Diary]
  let desks: [FacilitatorDesk]
  var roomCalendars: [RoomCalendar]
  let hours: TravelHours
  let charges: AttendanceProblem.Charges
  /// The teams that each person belongs to, by index.
  let teamsOfPerson: [[Int]]
  /// What the programme's schedule says of each leg.
  let given: [Leg: GivenVisit]
  /// For each host and occasion, by visitor: whether the visit can take place.
  private var feasible: [[Bool]]

  /// Surveys `programme`. Cost: about a microsecond for each host, meeting and visitor.
  ///
  /// With `groups` (teams by index) only visits inside one of them are asked about; all others count as impossible.
  public init(_ programme: Programme, among groups: [[Int]]? = nil) {
    let settings = programme.settings
    let days = programme.daysRead
    let window = settings.visitsFrom...settings.visitsTo
    let agreed = AgreedDays(programme)
    func diary(_ rows: [Availability]?, of owner: DiaryOwner, notice: Int) -> Diary {
      Diary(
        rows: rows ?? [], days: days, window: window, notBefore: settings.today.advanced(by: notice),
        agreed: agreed[owner], silent: settings.visits.noDiary)
    }
    let rows = Dictionary(grouping: programme.availability, by: \.owner)
    let calendar = MeetingCalendar(programme)
    self.programme = programme
    self.calendar = calendar
    drives = DriveTable(programme)
    shape = AgendaShape(settings.visits)
    hours = TravelHours(settings.visits.travel)
    charges = AttendanceProblem.Charges(programme)
    let always = Interval(
      start: Moment(days.lowerBound, .constant(0, 0)), end: Moment(days.upperBound, .constant(24, 0)))
    let events = EventPlanner(programme, rows: rows, agreed: agreed).plan()
    self.events = events
    var engagements: [PersonID: [Interval]] = [:]
    for event in events {
      for person in event.attending { engagements[person, default: []].append(event.interval) }
    }
    diaries = programme.people.map { person in
      var rows = rows[.person(person.id)] ?? []
      // Who gives no day at all is never free, for any visit by itself too.
      if person.maxDays == 0 {
        rows.append(Availability(owner: .person(person.id), interval: always, status: .unavailable))
      }
      let notice = person.noticeDays ?? settings.visits.defaultNoticeDays
      return diary(rows, of: .person(person.id), notice: notice)
        .blocked(during: engagements[person.id, default: []])
    }
    desks = programme.facilitators.map { facilitator in
      let owner = DiaryOwner.facilitator(facilitator.id)
      return FacilitatorDesk(
        facilitator: facilitator, diary: diary(rows[owner], of: owner, notice: facilitator.noticeDays))
    }
    rosters = programme.teams.map { TeamRoster(team: $0.id, programme: programme) }
    roomCalendars = programme.teams.map { RoomCalendar(site: $0.site, programme: programme) }
    let position = programme.teamPositions
    teamsOfPerson = programme.people.map { $0.teams.compactMap { position[$0] } }
    var given: [Leg: GivenVisit] = [:]
    for row in programme.schedule {
      let visitors = row.visitors.compactMap { position[$0] }
      guard let host = position[row.host], visitors.count == row.visitors.count,
        let visit = GivenVisit(row, in: programme)
      else { continue }
      given[Leg(host: host, visitors: visitors)] = visit
    }
    self.given = given
    occasions = calendar.occasions.map { $0.filter { !$0.blocks.contains(.outsideWindow) } }
    feasible = []
    feasible = survey(among: groups)
  }

  /// Whether `visitor` can visit `host` at the meeting `occasion` of `occasions[host]`, teams by index.
  public func isFeasible(host: Int, visitor: Int, occasion: Int) -> Bool {
    feasible[host][occasion * programme.teams.count + visitor]
  }

  /// On how many days `visitor` can visit `host`, teams by index.
  public func commonDates(host: Int, visitor: Int) -> Int {
    days(ofHost: host) { isFeasible(host: host, visitor: visitor, occasion: $0) }
  }

  /// On how many days `host` has a meeting, by its number among `occasions`, that `isPossible`.
  func days(ofHost host: Int, where isPossible: (_ occasion: Int) -> Bool) -> Int {
    var last: Day?
    var count = 0
    for (index, occasion) in occasions[host].enumerated() where occasion.day != last && isPossible(index) {
      last = occasion.day
      count += 1
    }
    return count
  }

  /// On which day and with which facilitator, by index, the programme's schedule has the visit of `visitors` to
  /// `host`, teams by index; `nil` where it has no date.
  public func givenPlace(host: Int, visitors: [Int]) -> (day: Day, facilitator: Int?)? {
    given(host: host, visitors: visitors).map { ($0.day, $0.facilitator) }
  }

  /// What the programme's schedule says of the visit of `visitors` to `host`, teams by index.
  func given(host: Int, visitors: [Int]) -> GivenVisit? { given[Leg(host: host, visitors: visitors)] }

  /// The drives of `visitor` to `host` and home, teams by index.
  func visitorDrives(host: Int, visitor: Int) -> (outward: Drive, homeward: Drive) {
    let there = programme.teams[host].site
    let home = programme.teams[visitor].site
    return (drives.drive(from: home, to: there), drives.drive(from: there, to: home))
  }

  /// The visitors without those who also belong to the host.
  func visitorRoster(host: Int, visitor: Int) -> TeamRoster {
    let hosts = rosters[host].people
    guard rosters[visitor].people.contains(where: hosts.contains) else { return rosters[visitor] }
    return TeamRoster(
      team: programme.teams[visitor].id, programme: programme,
      excluding: Set(hosts.map { programme.people[$0].id }))
  }

  /// The visitors' own meetings that take place within a day of `frame`.
  func ownMeetings(of visitor: Int, near frame: DayFrame) -> [Interval] {
    calendar.occasions[visitor].filter { $0.isHeld && abs($0.day.number * 1440 - frame.midnight) <= 1440 }
      .map(\.meeting)
  }

  /// Hosts surveyed together: one visitor's diaries stay near while all of them are asked about.
  private static let hostsTogether = 32

  private func survey(among groups: [[Int]]?) -> [[Bool]] {
    var partners: [Set<Int>]?
    if let groups {
      var known = [Set<Int>](repeating: [], count: programme.teams.count)
      for group in groups {
        for team in group { known[team].formUnion(group) }
      }
      partners = known
    }
    var feasible: [[Bool]] = []
    for first in stride(from: 0, to: programme.teams.count, by: Self.hostsTogether) {
      var surveys = (first..<min(first + Self.hostsTogether, programme.teams.count)).map {
        HostSurvey(self, host: $0)
      }
      for visitor in programme.teams.indices {
        for place in surveys.indices where first + place != visitor {
          if let partners, !partners[first + place].contains(visitor) { continue }
          surveys[place].ask(visitor, self)
        }
      }
      feasible.append(contentsOf: surveys.map(\.verdicts))
    }
    return feasible
  }

  /// The limits that the visitors' drives, and their own meeting where it blocks, put on a day; `nil` where
  /// there is none.
  func travelLimits(_ visitor: Int, _ drives: (outward: Drive, homeward: Drive), _ frame: DayFrame)
    -> DayLimits?
  {
    guard hours.isPossible(outward: drives.outward.minutes) else { return nil }
    let limits = hours.limits(
      outward: drives.outward.minutes, homeward: drives.homeward.minutes, midnight: frame.midnight)
    guard programme.settings.visits.visitorMeeting == .blocks else { return limits }
    return VisitorMeetingKept.limits(
      own: ownMeetings(of: visitor, near: frame), frame: frame, outward: drives.outward.minutes,
      homeward: drives.homeward.minutes, isOvernight: hours.isOvernight(outward: drives.outward.minutes)
    ).map(limits.intersection)
  }
}
