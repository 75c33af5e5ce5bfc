import Domain

/// Who would meet at a leg, whatever its date: the teams, their people, and the rooms.
struct Leg {
  /// A member of a team on one side of the visit.
  struct Member {
    let person: Person
    let side: Side
    /// The team that they count with.
    let team: TeamID
  }

  let facts: Facts
  let host: Team
  /// The visiting teams, by id.
  let visitors: [Team]
  /// The host's people, then the visitors', each by id, nobody twice.
  let members: [Member]

  /// The leg of `visitors` at `host`; `nil` where a team is unknown.
  init?(host: TeamID, visitors: [TeamID], facts: Facts) {
    guard let hostTeam = facts.register.team(host) else { return nil }
    let visiting = visitors.sorted().compactMap { facts.register.team($0) }
    guard visiting.count == visitors.count, !visiting.isEmpty else { return nil }
    self.facts = facts
    self.host = hostTeam
    self.visitors = visiting
    let hosts = facts.register.members(of: host).map { Member(person: $0, side: .host, team: host) }
    var guests: [Member] = []
    for team in visiting {
      // Somebody on both teams counts on the host's side only, and nobody counts twice.
      for person in facts.register.members(of: team.id)
      where !person.teams.contains(host) && !guests.contains(where: { $0.person.id == person.id }) {
        guests.append(Member(person: person, side: .visitor, team: team.id))
      }
    }
    members = hosts + guests.sorted { $0.person.id < $1.person.id }
  }

  var id: VisitID { VisitID(host: host.id, visitors: visitors.map(\.id)) }
  var settings: Settings { facts.settings }
  /// The visiting teams in words.
  var visitorNames: String { Words.list(visitors.map(\.name)) }
  /// The teams, host first.
  var teams: [Team] { [host] + visitors }

  /// The people of `team` that count on its side.
  func people(of team: TeamID) -> [Person] {
    members.filter { member in
      team == host.id
        ? member.side == .host : member.side == .visitor && member.person.teams.contains(team)
    }.map(\.person)
  }

  /// Who may fill `role` for `team`: its holders, and deputies of holders.
  func candidates(for role: Role, of team: TeamID) -> [Person] {
    let holders = facts.register.members(of: team).filter { $0.role == role }.map(\.id)
    // Whoever counts with another side is still a holder, and can have a deputy here.
    return people(of: team).filter { person in
      person.role == role || person.deputyFor.map(holders.contains) ?? false
    }
  }

  /// The journeys of the visiting teams, then the facilitator's.
  func trips(for visit: Interval, facilitator: Facilitator?) -> [Trip] {
    let drives = facts.drives
    let travel = settings.visits.travel
    var trips = visitors.map { team in
      Trip(
        .team(team.id), outward: drives.drive(from: team.site, to: host.site),
        homeward: drives.drive(from: host.site, to: team.site), for: visit, settings: travel)
    }
    if let facilitator {
      trips.append(
        Trip(
          .facilitator(facilitator.id), outward: drives.drive(from: facilitator.base, to: host.site),
          homeward: drives.drive(from: host.site, to: facilitator.base), for: visit, settings: travel))
    }
    return trips
  }

  /// Meetings of the visitors that take place while they are away.
  func meetingsMissed(during trips: [Trip]) -> [(team: Team, meeting: Interval)] {
    visitors.flatMap { team -> [(team: Team, meeting: Interval)] in
      guard let trip = trips.first(where: { $0.traveller == .team(team.id) }) else { return [] }
      let first = trip.departure.day
      let last = trip.arrival.day
      return (0...max(0, first.distance(to: last))).flatMap { offset in
        facts.calendar.meetingsHeld(by: team.id, on: first.advanced(by: offset))
          .filter { $0.overlaps(trip.absence) }.map { (team, $0) }
      }
    }
  }

  /// The column that a facilitator must not share with a team, where they share it.
  func sharedAffiliation(_ facilitator: Facilitator, _ team: Team) -> String? {
    let own: String? =
      switch settings.visits.independence {
      case .network: facilitator.network
      case .organisation: facilitator.organisation
      }
    guard let own, own == team.value(of: settings.visits.independence.rawValue) else { return nil }
    return own
  }

  /// Whether `facilitator` has the notice they ask for, or was published for that very day already.
  func hasNotice(_ facilitator: Facilitator, on day: Day) -> Bool {
    if settings.today.distance(to: day) >= facilitator.noticeDays { return true }
    let rows = [facts.publishedRow(of: id), facts.fixedRow(of: id)].compactMap { $0 }
    return rows.contains { $0.facilitator == facilitator.id && $0.interval?.start.day == day }
  }
}
