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

  let calendar: MeetingCalendar
  let shape: AgendaShape
  let rosters: [TeamRoster]
  let diaries: [Diary]
  let desks: [FacilitatorDesk]
  let roomCalendars: [RoomCalendar]
  let hours: TravelHours
  let charges: AttendanceProblem.Charges
  /// What the programme's schedule says of each leg.
  let given: [Leg: GivenVisit]
  /// For each host and occasion, by visitor: whether the visit can take place.
  private var feasible: [[Bool]]

  /// Surveys `programme`. Cost: about a microsecond for each host, meeting and visitor.
  public init(_ programme: Programme) {
    let settings = programme.settings
    let days = settings.visitsFrom.advanced(by: -1)...settings.visitsTo.advanced(by: 1)
    let window = settings.visitsFrom...settings.visitsTo
    func diary(_ rows: [Availability]?, notice: Int) -> Diary {
      Diary(
        rows: rows ?? [], days: days, window: window, notBefore: settings.today.advanced(by: notice),
        silent: settings.visits.noDiary)
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
    diaries = programme.people.map { person in
      var rows = rows[.person(person.id)] ?? []
      // Who gives no day at all is never free, for any visit by itself too.
      if person.maxDays == 0 {
        rows.append(Availability(owner: .person(person.id), interval: always, status: .unavailable))
      }
      return diary(rows, notice: person.noticeDays ?? settings.visits.defaultNoticeDays)
    }
    desks = programme.facilitators.map {
      FacilitatorDesk(facilitator: $0, diary: diary(rows[.facilitator($0.id)], notice: $0.noticeDays))
    }
    rosters = programme.teams.map { TeamRoster(team: $0.id, programme: programme) }
    roomCalendars = programme.teams.map { RoomCalendar(site: $0.site, programme: programme) }
    let position = Dictionary(
      programme.teams.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
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
    feasible = programme.teams.indices.map { survey(host: $0) }
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

  private func survey(host: Int) -> [Bool] {
    let settings = programme.settings.visits
    let count = programme.teams.count
    var verdicts = [Bool](repeating: false, count: occasions[host].count * count)
    let site = programme.teams[host].site
    let facilitatorDrives = desks.indices.map { drives.drives(ofFacilitator: $0, site: site) }
    let visitors = visiting(host: host, visitors: (0..<count).filter { $0 != host })
    let independent = visitors.map { visitor in
      desks.indices.map { desk in
        [host, visitor.team].allSatisfy {
          FacilitatorIndependent.admits(
            desks[desk].facilitator, team: programme.teams[$0], by: settings.independence)
        }
      }
    }
    for (index, occasion) in occasions[host].enumerated() where occasion.blocks.isEmpty {
      let frame = shape.frame(occasion.meeting)
      let hosts = RolesPresent.stretches(rosters[host], diaries: diaries, frame: frame, .none)
      if hosts.isEmpty { continue }
      let trips = desks.indices.map { desk in
        desks[desk].trip(
          outward: facilitatorDrives[desk].outward, homeward: facilitatorDrives[desk].homeward, frame: frame,
          hours: hours)
      }
      let hasNotice = desks.map {
        FacilitatorNotice.admits($0.facilitator, day: occasion.day, today: programme.settings.today)
      }
      var packings: [Int: DayPacking] = [:]
      for (position, visitor) in visitors.enumerated() {
        guard OnMeetingDate.admits(occasion, closedForVisitor: calendar.closedDays[visitor.team]),
          let travel = travelLimits(visitor.team, (visitor.outward, visitor.homeward), frame)
        else { continue }
        let guests = RolesPresent.stretches(
          visitor.roster, diaries: diaries, frame: frame, visitor.road)
        verdicts[index * count + visitor.team] = hosts.contains { own in
          guests.contains { guest in
            guard VisitorLimit.admits(guest.count, limit: settings.maxVisitors) else { return false }
            let limits = travel.intersection(own.limits).intersection(guest.limits)
            let headcount = own.count + guest.count + (desks.isEmpty ? 0 : 1)
            let capped = roomCalendars[host].isEmpty ? 0 : headcount
            let packing =
              packings[capped]
              ?? DayPacking(
                shape, frame: frame, rooms: roomCalendars[host], headcount: capped)
            packings[capped] = packing
            if desks.isEmpty { return packing.fits(from: limits.from, to: limits.to) }
            return desks.indices.contains { desk in
              guard independent[position][desk], let trip = trips[desk],
                hasNotice[desk]
                  || FacilitatorNotice.isKnown(
                    desk, day: occasion.day, given: given[Leg(host: host, visitor: visitor.team)])
              else { return false }
              let both = limits.intersection(trip.limits)
              return packing.fits(from: both.from, to: both.to)
            }
          }
        }
      }
    }
    return verdicts
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
