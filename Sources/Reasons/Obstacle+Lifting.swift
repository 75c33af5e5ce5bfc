public import Domain
import Opportunities

extension Obstacle {
  /// Makes `programme` as it would be without the obstacle; nothing else becomes less possible by it.
  ///
  /// What is added (a person, a room, a facilitator) comes last and has an id that nobody else has.
  public func lift(from programme: inout Programme) {
    switch self {
    case .noMeeting(let team, let day, _):
      programme.meetingExceptions.removeAll { $0.team == team && $0.date == day }
    case .bankHoliday(let day): programme.bankHolidays.removeAll { $0.day == day }
    case .closure(let day, let scope):
      programme.closures = programme.closures.flatMap { $0.scope == scope ? $0.without(day) : [$0] }
    case .past(let day):
      programme.settings.today = min(programme.settings.today, day.advanced(by: -1))
    case .drive(let traveller, let site, _): programme.shorten(traveller, to: site)
    case .travelHours:
      programme.settings.visits.travel.earliestDeparture = .constant(0, 0)
      programme.settings.visits.travel.latestReturn = .constant(24, 0)
    case .dayLength:
      programme.settings.visits.agenda.removeAll { !$0.isMeeting }
    case .ownMeeting(let team, let meeting): programme.cancelMeeting(of: team, held: meeting)
    case .event(let id, _): programme.settings.events.removeAll { $0.id == id }
    case .busy(let attendee, let stretch): DiaryClearing(attendee, stretch).apply(to: &programme)
    case .roleVacant(let team, let role):
      guard let id = PersonID(Self.newest) else { return }
      programme.people.append(Person(id: id, teams: [team], name: "Somebody else", role: role))
    case .visitorLimit: programme.settings.visits.maxVisitors = nil
    case .roomTaken(let room, let stretch):
      programme.roomBookings.removeAll { $0.room == room && $0.interval.overlaps(stretch) }
      for (index, hours) in programme.meetingHours(in: room) where hours.overlaps(stretch) {
        programme.meetings[index].daysElsewhere.insert(hours.start.day)
      }
    case .noRoom(let site):
      guard let id = RoomID(Self.newest) else { return }
      programme.rooms.append(Room(id: id, site: site, name: "One more room", capacity: 1000))
    case .notIndependent(let id):
      programme.change(id) {
        $0.network = nil
        $0.organisation = nil
      }
    case .noNotice(let id): programme.change(id) { $0.noticeDays = 0 }
    case .noFacilitator(let site, let day):
      guard let id = FacilitatorID(Self.newest) else { return }
      programme.facilitators.append(
        Facilitator(
          id: id, name: "One more facilitator", base: .site(site), background: .clinical, noticeDays: 0))
      programme.availability.append(
        Availability(owner: .facilitator(id), interval: day.whole, status: .available))
    case .visit(let id, _, _): programme.schedule.removeAll { $0.id == id }
    case .gap(_, let days):
      programme.settings.visits.gapMin = min(programme.settings.visits.gapMin, days)
      programme.settings.visits.gapMax = max(programme.settings.visits.gapMax, days)
    case .sameFacilitator: programme.settings.visits.sameFacilitator = .preferred
    case .weekFull(_, let visits):
      programme.settings.visits.maxPerWeek = programme.settings.visits.maxPerWeek.map { max($0, visits + 1) }
    case .facilitatorWeekFull(let id, _, let visits):
      programme.change(id) { $0.maxVisitsPerWeek = $0.maxVisitsPerWeek.map { max($0, visits + 1) } }
    case .facilitatorFull(let id, let visits):
      programme.change(id) { $0.maxVisits = $0.maxVisits.map { max($0, visits + 1) } }
    case .daysGiven(let id, let days):
      for index in programme.people.indices where programme.people[index].id == id {
        programme.people[index].maxDays = programme.people[index].maxDays.map { max($0, days + 1) }
      }
    }
  }

  /// The last of all ids.
  private static let newest = String(repeating: "z", count: 40)
}

extension Programme {
  fileprivate mutating func change(_ id: FacilitatorID, _ edit: (inout Facilitator) -> Void) {
    for index in facilitators.indices where facilitators[index].id == id { edit(&facilitators[index]) }
  }

  /// Brings `traveller` next door to `site`.
  fileprivate mutating func shorten(_ traveller: Traveller, to site: SiteID) {
    switch traveller {
    case .facilitator(let id): change(id) { $0.base = .site(site) }
    case .team(let id):
      guard let home = team(id)?.site, home != site else { return }
      travelTimes.removeAll { $0.from == home && $0.to == site || $0.from == site && $0.to == home }
      travelTimes.append(TravelTime(from: home, to: site, minutes: .zero))
      travelTimes.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    }
  }

  /// Cancels whatever meeting of a team is held on the day of `meeting`, also one that was moved there.
  fileprivate mutating func cancelMeeting(of team: TeamID, held meeting: Interval) {
    let day = meeting.start.day
    meetingExceptions.removeAll { exception in
      guard exception.team == team else { return false }
      switch exception.change {
      case .cancelled, .inquorate: return exception.date == day
      case .moved(let date, _, _): return exception.date == day && date == day
      }
    }
    for index in meetingExceptions.indices where meetingExceptions[index].team == team {
      guard case .moved(let date, _, _) = meetingExceptions[index].change, date == day else { continue }
      meetingExceptions[index].change = .cancelled
    }
    if !meetingExceptions.contains(where: { $0.team == team && $0.date == day }) {
      meetingExceptions.append(MeetingException(team: team, date: day, change: .cancelled))
      meetingExceptions.sort { ($0.team, $0.date) < ($1.team, $1.date) }
    }
  }
}

extension Closure {
  /// What is left of the closure without `day`.
  fileprivate func without(_ day: Day) -> [Closure] {
    guard (from...to).contains(day) else { return [self] }
    var before = self
    before.to = day.advanced(by: -1)
    var after = self
    after.from = day.advanced(by: 1)
    return [before, after].filter { $0.from <= $0.to }
  }
}

extension Day {
  /// From its first minute to its last.
  var whole: Interval {
    Interval(start: Moment(minute: number * 1440), end: Moment(minute: (number + 1) * 1440))
  }
}
