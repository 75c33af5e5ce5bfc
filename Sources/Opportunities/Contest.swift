import Domain

/// What other visits could take away from a visit on one day: people who may be needed elsewhere, and rooms.
struct Contest {
  /// Somebody or a room, by index into the programme's.
  enum Claim: Hashable, Comparable {
    case person(Int)
    case room(Int)
  }

  private let people: Set<Int>
  private let rooms: Set<Int>

  /// The contest over the visit of `visitors` to `host` on `day`, teams by index.
  ///
  /// People are contested who belong to several teams of which another visit could be that day, or whose `max_days`
  /// is less than the visits that they could be at; the rooms of the site where another of its teams could host that
  /// day. Where the `rivals` are not known, every team could.
  init(_ table: OpportunityTable, host: Int, visitors: [Int], day: Day, _ rivals: Rivals?) {
    let programme = table.programme
    people = Set(
      ([host] + visitors).flatMap { table.rosters[$0].people }.filter { index in
        let person = programme.people[index]
        if let rivals, person.teams.count > 1 || person.maxDays != nil {
          return rivals.contest(
            person, teams: table.teamsOfPerson[index], host: host, visitors: visitors, day: day.number)
        }
        if person.teams.count > 1 { return true }
        return person.maxDays.map { $0 < visitors.count + 1 } ?? false
      })
    let isShared = programme.teams.indices.contains { team in
      team != host && programme.teams[team].site == programme.teams[host].site
        && (rivals?.hosts(team, on: day.number) ?? table.occasions[team].contains { $0.day == day })
    }
    rooms = isShared ? Set(table.roomCalendars[host].rooms) : []
  }

  /// Whether everything contested here is contested in `other` too.
  func isWithin(_ other: Contest) -> Bool {
    people.isSubset(of: other.people) && rooms.isSubset(of: other.rooms)
  }

  /// What `option` uses of what is contested, in order.
  func claims(of option: Option) -> [Claim] {
    if people.isEmpty, rooms.isEmpty { return [] }
    return option.attendees.filter(people.contains).sorted().map(Claim.person)
      + Set(option.bookings.map(\.room)).intersection(rooms).sorted().map(Claim.room)
  }

  /// Those of `options` to which no other with the same facilitator is as cheap and claims no more: by facilitator,
  /// cost, then the shortest day, then the earliest.
  func undominated(_ options: [Option]) -> [Option] {
    let claimed = options.map { Set(claims(of: $0)) }
    func rank(_ index: Int) -> (Int, Int, Int, Int, Int, Int) {
      let option = options[index]
      return (
        option.facilitator ?? -1, option.cost, claimed[index].count, option.interval.duration.count,
        option.interval.start.minute, index
      )
    }
    var kept: [Int] = []
    for index in options.indices.sorted(by: { rank($0) < rank($1) }) {
      let isDominated = kept.contains {
        options[$0].facilitator == options[index].facilitator && claimed[$0].isSubset(of: claimed[index])
      }
      if !isDominated { kept.append(index) }
    }
    return kept.map { options[$0] }
  }
}

extension OpportunityTable {
  /// The same table where nothing of `claims` is to be had on `day` by `host`.
  func less(_ claims: [Contest.Claim], host: Int, on day: Day) -> OpportunityTable {
    if claims.isEmpty { return self }
    let wholeDay = Interval(start: Moment(day, .constant(0, 0)), end: Moment(day, .constant(24, 0)))
    var table = self
    for claim in claims {
      switch claim {
      case .person(let index): table.diaries[index] = table.diaries[index].blocked(during: [wholeDay])
      case .room(let index):
        let use = Option.RoomUse(room: index, interval: wholeDay)
        table.roomCalendars[host] = table.roomCalendars[host].less([use])
      }
    }
    return table
  }
}
