import Domain
import Opportunities
import Visits

/// One visit, and the plan as it stands around it: every other visit of the schedule stays on its day with its
/// facilitator, people and rooms, those without a date have none.
struct StandingPlan {
  /// The programme with every other visit of the schedule pinned, and this one free to move.
  let programme: Programme
  let table: OpportunityTable
  /// The pairs, and trios, teams by index.
  let groups: [[Int]]
  let host: Int
  let visitors: [Int]
  /// How each other visit with a date stands, by host.
  let others: [Int: Option]
  /// The visit beside the others with the hours, room and leader of its row, where these are fixed; `nil` elsewhere, and
  /// where no agenda goes with them.
  let asFixed: Option?

  /// On which days the others could want what the visit wants.
  private let rivals: Rivals
  /// What of the programme can matter to the visit: so little that it is surveyed again in no time.
  private let slice: Programme
  /// The same visits with their people as in the slice.
  private let slicedOthers: [Int: [Option]]

  /// The visit that the team at `host` receives in a plan.
  init(_ plan: SettledPlan, host: Int) {
    let (programme, groups) = (plan.programme, plan.groups)
    let group = groups.first { $0.contains(host) } ?? [host]
    let visitors = group.filter { $0 != host }
    let id = VisitID(
      host: programme.teams[host].id, visitors: visitors.map { programme.teams[$0].id })
    let standing = programme.standing(around: id)
    let table = OpportunityTable(standing, among: groups)
    var others: [Int: Option] = [:]
    for teams in groups {
      for other in teams where other != host {
        others[other] = plan.option(host: other, visitors: teams.filter { $0 != other })
        others[other]?.isRigid = true
      }
    }
    self.programme = standing
    self.table = table
    self.groups = groups
    self.host = host
    self.visitors = visitors
    self.others = others
    rivals = Rivals(table, groups: groups)
    let teams = Set(group.map { programme.teams[$0].id })
    slice = standing.slice(
      of: teams, at: programme.teams[host].site, schedule: id, events: table.events)
    let position = Dictionary(
      slice.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    let isFixed = programme.scheduledVisit(id)?.isFixed(on: programme.settings.today) ?? false
    let own = isFixed ? plan.option(host: host, visitors: visitors) : nil
    asFixed = own?.detail == nil ? nil : own
    slicedOthers = others.mapValues { option in
      var option = option
      option.attendees = option.attendees.compactMap { position[standing.people[$0].id] }
      return [option]
    }
  }

  /// The visit.
  var id: VisitID { id(ofHost: host) }

  /// The visit that the team at an index receives.
  func id(ofHost index: Int) -> VisitID {
    let group = groups.first { $0.contains(index) } ?? [index]
    return VisitID(
      host: programme.teams[index].id,
      visitors: group.filter { $0 != index }.map { programme.teams[$0].id })
  }

  /// An option of the visit and what it breaks with the others.
  struct Way {
    var option: Option
    var clashes: [Clash]
  }

  /// Every way to hold the visit on `day` once `obstacles` are lifted, where the others are left out of account if
  /// the visit is looked at `alone`.
  func ways(on day: Day, without obstacles: [Obstacle] = [], alone: Bool = false) -> [Way] {
    var programme = slice
    for obstacle in obstacles { obstacle.lift(from: &programme) }
    let table = OpportunityTable(programme, among: [[host] + visitors])
    guard isPossible(on: day, table) else { return [] }
    let options = table.options(host: host, visitors: visitors, on: day, rivals: rivals)
    if alone { return options.map { Way(option: $0, clashes: []) } }
    let gone = Set(obstacles.compactMap(\.goneVisit))
    let problem = VisitsProblem(table, groups: groups) { host, _, _ in
      if host == self.host { return options }
      return gone.contains(id(ofHost: host)) ? [] : slicedOthers[host] ?? []
    }
    return zip(options, problem.clashes(host: host, visitors: visitors)).map(Way.init)
  }

  /// Whether the visit can be on `day` once `obstacles` are lifted.
  func isPossible(on day: Day, without obstacles: [Obstacle], alone: Bool = false) -> Bool {
    if alone {
      var programme = slice
      for obstacle in obstacles { obstacle.lift(from: &programme) }
      return isPossible(on: day, OpportunityTable(programme, among: [[host] + visitors]))
    }
    return ways(on: day, without: obstacles).contains { $0.clashes.isEmpty }
  }

  private func isPossible(on day: Day, _ table: OpportunityTable) -> Bool {
    table.occasions[host].indices.contains {
      table.occasions[host][$0].day == day
        && table.isFeasible(host: host, visitors: visitors, occasion: $0)
    }
  }
}

extension Obstacle {
  /// Whether lifting it brings in somebody, or something, that the programme does not know.
  var isAddition: Bool {
    switch self {
    case .noFacilitator, .noRoom, .roleVacant: true
    case .noMeeting, .bankHoliday, .closure, .past, .drive, .travelHours, .dayLength, .ownMeeting, .event,
      .busy, .visitorLimit, .roomTaken, .notIndependent, .noNotice, .visit, .gap, .sameFacilitator, .weekFull,
      .facilitatorWeekFull, .facilitatorFull, .daysGiven:
      false
    }
  }

  /// The visit that is taken out of the plan where the obstacle is lifted.
  var goneVisit: VisitID? {
    guard case .visit(let id, _, _) = self else { return nil }
    return id
  }
}

extension Programme {
  /// The programme in which every visit of the schedule but that of `id` stays where it is.
  func standing(around id: VisitID) -> Programme {
    var standing = self
    for index in standing.schedule.indices {
      if standing.schedule[index].id != id {
        standing.schedule[index].pin = Pin()
        continue
      }
      if standing.schedule[index].isFixed(on: settings.today) {
        // A visit that is over was published; whether it could have been elsewhere is asked as if it were not.
        let isOver = standing.schedule[index].interval.map { $0.start.day <= settings.today } ?? false
        standing.schedule[index].status =
          standing.schedule[index].isPublished && !isOver ? .tentative : .draft
        if isOver { standing.schedule[index].release = nil }
      }
      standing.schedule[index].pin = nil
    }
    return standing
  }

  /// What a visit among `teams` at `site` depends on; teams, sites, rooms and facilitators keep their places, and learning
  /// `events` the times that everybody's diaries have given them.
  fileprivate func slice(
    of teams: Set<TeamID>, at site: SiteID, schedule id: VisitID, events: [PlannedEvent]
  ) -> Programme {
    var slice = self
    slice.settings.events = settings.events.compactMap { event in
      var event = event
      guard let planned = events.first(where: { $0.event == event.id }) else { return nil }
      event.options = [planned.interval]
      return event
    }
    slice.people = people.filter { $0.teams.contains(where: teams.contains) }
    let owners = Set(slice.people.map { DiaryOwner.person($0.id) })
    slice.availability = availability.filter { row in
      switch row.owner {
      case .person: owners.contains(row.owner)
      case .facilitator: true
      }
    }
    let there = Set(rooms.filter { $0.site == site }.map(\.id))
    slice.meetings = meetings.filter { teams.contains($0.team) || $0.room.map(there.contains) ?? false }
    let meeting = Set(slice.meetings.map(\.team))
    slice.meetingExceptions = meetingExceptions.filter { meeting.contains($0.team) }
    slice.roomBookings = roomBookings.filter { there.contains($0.room) }
    slice.results = []
    slice.pairRules = []
    slice.schedule = schedule.filter { $0.id == id }
    return slice
  }
}
