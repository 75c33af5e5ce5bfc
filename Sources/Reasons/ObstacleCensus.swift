import Domain
import Opportunities

/// Everything that could keep a visit from a day, in groups; lifting all of it makes the day possible.
///
/// Groups, and what is in them, are in the order in which they are tried to be done without: first what nobody can be
/// asked for, last the people whom one asks first.
struct ObstacleCensus {
  let groups: [[Obstacle]]
  /// Whether some of it lies in other visits.
  var isOfPlan: Bool { groups.contains { $0.contains { $0.isOfPlan } } }

  /// Of the visit of `plan` on `day`; with `alone`, whatever the other visits are.
  init(_ plan: StandingPlan, day: Day, alone: Bool) {
    let sight = Sight(plan, day)
    let others = alone ? [] : sight.neighbours
    let leaders = sight.leaders(others, alone: alone)
    let led = Set(leaders.joined())
    var groups: [[Obstacle]] = [sight.calendar]
    groups.append(sight.programmeWide + [.noFacilitator(at: sight.site, day)])
    groups.append(sight.vacancies + [.noRoom(sight.site)])
    groups.append(sight.drives)
    if !alone {
      groups.append(sight.ofPair)
      groups.append(others.filter { !led.contains($0) })
    }
    groups += leaders
    groups.append(sight.limits(alone: alone))
    groups.append(sight.events)
    groups.append(sight.ownMeetings)
    groups.append(sight.bookings)
    groups += ([plan.host] + plan.visitors).reversed().map(sight.people)
    self.groups = groups.filter { !$0.isEmpty }
  }
}

/// A day as one visit sees it.
private struct Sight {
  let plan: StandingPlan
  let day: Day
  let site: SiteID
  private let programme: Programme
  private let table: OpportunityTable
  /// From the earliest moment of a day around the meetings to the latest.
  private let span: Interval

  init(_ plan: StandingPlan, _ day: Day) {
    self.plan = plan
    self.day = day
    programme = plan.programme
    table = plan.table
    site = programme.teams[plan.host].site
    let settings = programme.settings.visits
    let meetings = table.occasions[plan.host].filter { $0.day == day }.map(\.meeting)
    let moments = meetings.flatMap { [$0.start, $0.end] }
    let bounds = [Moment(day, settings.day.start), Moment(day, settings.day.end)] + moments
    span = Interval(start: bounds.min() ?? bounds[0], end: bounds.max() ?? bounds[1])
  }

  /// What is wrong with the day itself.
  var calendar: [Obstacle] {
    var found: [Obstacle] = []
    if day <= programme.settings.today { found.append(.past(day)) }
    if programme.bankHolidays.contains(where: { $0.day == day }) { found.append(.bankHoliday(day)) }
    let teams = ([plan.host] + plan.visitors).map { programme.teams[$0].id }
    for closure in programme.closures where (closure.from...closure.to).contains(day) {
      let closes =
        switch closure.scope {
        case .all: true
        case .site(let closed): closed == site
        case .team(let team): teams.contains(team)
        case .visit(let visit): visit == plan.id
        }
      let obstacle = Obstacle.closure(day, closure.scope)
      if closes, !found.contains(obstacle) { found.append(obstacle) }
    }
    let host = programme.teams[plan.host].id
    for exception in programme.meetingExceptions where exception.team == host && exception.date == day {
      switch exception.change {
      case .cancelled: found.append(.noMeeting(host, day, .cancelled))
      case .inquorate: found.append(.noMeeting(host, day, .inquorate))
      case .moved(let date, _, _):
        if date != day { found.append(.noMeeting(host, day, .moved(to: date))) }
      }
    }
    return found
  }

  var programmeWide: [Obstacle] {
    [.dayLength, .travelHours] + (programme.settings.visits.maxVisitors == nil ? [] : [.visitorLimit])
  }

  /// Roles that nobody of a team can fill, whoever is free.
  var vacancies: [Obstacle] {
    ([plan.host] + plan.visitors).flatMap { team in
      table.vacantRoles(host: plan.host, team: team).map { .roleVacant(programme.teams[team].id, $0) }
    }
  }

  var drives: [Obstacle] {
    plan.visitors.map { visitor in
      let team = programme.teams[visitor]
      return .drive(.team(team.id), to: site, minutes: table.drives.drive(from: team.site, to: site).minutes)
    }
  }

  /// Other visits of that day and of those beside it.
  var neighbours: [Obstacle] {
    plan.others.keys.sorted().compactMap { other in
      guard let option = plan.others[other], abs(option.day.distance(to: day)) <= 1 else { return nil }
      return .visit(plan.id(ofHost: other), option.day)
    }
  }

  /// What the pair's own visits must keep to.
  var ofPair: [Obstacle] {
    let settings = programme.settings.visits
    let own = plan.visitors.sorted().compactMap { other in plan.others[other].map { (other, $0) } }
    let gaps = own.compactMap { other, option -> Obstacle? in
      let days = abs(option.day.distance(to: day))
      guard days > 0, days < settings.gapMin || days > settings.gapMax else { return nil }
      return .gap(to: plan.id(ofHost: other), days: days)
    }
    return own.isEmpty || settings.sameFacilitator != .required ? gaps : [.sameFacilitator] + gaps
  }

  /// For each facilitator what keeps them from leading, those first for whom there is most to be lifted.
  func leaders(_ others: [Obstacle], alone: Bool) -> [[Obstacle]] {
    let all = programme.facilitators.indices.map { leader($0, others, alone: alone) }
    let weights = all.map { $0.reduce(0) { $0 + Self.weight($1) } }
    return all.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }.map { all[$0] }
  }

  private func leader(_ index: Int, _ others: [Obstacle], alone: Bool) -> [Obstacle] {
    let facilitator = programme.facilitators[index]
    let teams = ([plan.host] + plan.visitors).map { programme.teams[$0] }
    let drives = table.drives.drives(ofFacilitator: index, site: site)
    let settings = programme.settings
    var found: [Obstacle] = []
    let (own, column) =
      switch settings.visits.independence {
      case .network: (facilitator.network, "network")
      case .organisation: (facilitator.organisation, "organisation")
      }
    if let own, !own.isEmpty, teams.contains(where: { $0.value(of: column) == own }) {
      found.append(.notIndependent(facilitator.id))
    }
    found.append(.drive(.facilitator(facilitator.id), to: site, minutes: drives.outward.minutes))
    if day < settings.today.advanced(by: facilitator.noticeDays) { found.append(.noNotice(facilitator.id)) }
    if !alone {
      found += others.filter { obstacle in
        plan.others.contains { $1.facilitator == index && plan.id(ofHost: $0) == obstacle.goneVisit }
      }
      // After the visits, so that a limit is named where raising it is enough.
      found += limits(of: index)
    }
    let away = absence(outward: drives.outward.minutes, homeward: drives.homeward.minutes)
    return found
      + table.busy(facilitator: index, during: away).map { .busy(.facilitator(facilitator.id), $0) }
  }

  private func limits(of index: Int) -> [Obstacle] {
    let facilitator = programme.facilitators[index]
    let led = plan.others.values.filter { $0.facilitator == index }
    let week = led.count { $0.day.week == day.week }
    var found: [Obstacle] = []
    if let most = facilitator.maxVisits, led.count >= most {
      found.append(.facilitatorFull(facilitator.id, visits: led.count))
    }
    if let most = facilitator.maxVisitsPerWeek, week >= most {
      found.append(.facilitatorWeekFull(facilitator.id, day.week.monday, visits: week))
    }
    return found
  }

  private static func weight(_ obstacle: Obstacle) -> Int {
    if case .drive = obstacle { return 1 }
    return obstacle.remedy == .nothing ? 1000 : 10
  }

  /// Limits that other visits have used up, and people who give no more days.
  func limits(alone: Bool) -> [Obstacle] {
    var found: [Obstacle] = []
    if !alone, let most = programme.settings.visits.maxPerWeek {
      let visits = plan.others.values.count { $0.day.week == day.week }
      if visits >= most { found.append(.weekFull(day.week.monday, visits: visits)) }
    }
    for team in [plan.host] + plan.visitors {
      for index in members(of: team) {
        guard let most = programme.people[index].maxDays else { continue }
        let days = alone ? 0 : plan.others.values.count { $0.attendees.contains(index) }
        let obstacle = Obstacle.daysGiven(programme.people[index].id, days: days)
        if days >= most, !found.contains(obstacle) { found.append(obstacle) }
      }
    }
    return found
  }

  /// Learning events near the day; also those that somebody cannot go to, who might once they are free.
  var events: [Obstacle] {
    let near = day.advanced(by: -1)...day.advanced(by: 1)
    return table.events.filter { near.contains($0.interval.start.day) || near.contains($0.interval.end.day) }
      .map { .event($0.event, $0.interval) }
  }

  /// Visitors' own meetings near the day, where they must not be missed; also those that a closure keeps from taking
  /// place, since it may be lifted.
  var ownMeetings: [Obstacle] {
    guard programme.settings.visits.visitorMeeting == .blocks else { return [] }
    return plan.visitors.flatMap { visitor in
      table.meetings(of: visitor, on: day.advanced(by: -1)...day.advanced(by: 1))
        .map { .ownMeeting(programme.teams[visitor].id, $0) }
    }
  }

  /// Bookings of the host's rooms on the day, and meetings that have such a room for their own.
  var bookings: [Obstacle] {
    let rooms = programme.rooms.filter { $0.site == site }.map(\.id)
    let there = Set(rooms)
    var found = programme.roomBookings.filter { there.contains($0.room) && $0.interval.overlaps(span) }
      .map { Obstacle.roomTaken($0.room, $0.interval) }
    for room in rooms {
      for (_, hours) in programme.meetingHours(in: room) where hours.overlaps(span) {
        let obstacle = Obstacle.roomTaken(room, hours)
        if !found.contains(obstacle) { found.append(obstacle) }
      }
    }
    return found
  }

  /// When the people of a team are not free.
  func people(of team: Int) -> [Obstacle] {
    var away = span
    if team != plan.host {
      let home = programme.teams[team].site
      away = absence(
        outward: table.drives.drive(from: home, to: site).minutes,
        homeward: table.drives.drive(from: site, to: home).minutes)
    }
    return members(of: team).flatMap { index in
      table.busy(person: index, during: away).map { .busy(.person(programme.people[index].id), $0) }
    }
  }

  private func members(of team: Int) -> [Int] {
    programme.people.indices.filter { programme.people[$0].teams.contains(programme.teams[team].id) }
  }

  /// The longest time for which somebody with these drives can be away.
  private func absence(outward: Int, homeward: Int) -> Interval {
    let evening = Moment(day.advanced(by: -1), TravelSettings.eveningDeparture)
    let start = table.isOvernight(outward: outward) ? evening : span.start - Minutes(outward)
    return Interval(start: start, end: span.end + Minutes(homeward))
  }
}
