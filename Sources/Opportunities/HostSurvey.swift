import Domain

/// Who could visit one host at which of its meetings; exact.
struct HostSurvey {
  /// Everything about a meeting that does not depend on who comes.
  private struct Sitting {
    let occasion: Int
    let frame: DayFrame
    /// When those who fill the host's roles are free.
    let hosts: [RolesPresent.Stretch]
    /// One a facilitator; `nil` where the drive is too long.
    let trips: [FacilitatorDesk.Trip?]
    let hasNotice: [Bool]
    private var packings: [Int: DayPacking] = [:]

    init(
      occasion: Int, frame: DayFrame, hosts: [RolesPresent.Stretch], trips: [FacilitatorDesk.Trip?],
      hasNotice: [Bool]
    ) {
      self.occasion = occasion
      self.frame = frame
      self.hosts = hosts
      self.trips = trips
      self.hasNotice = hasNotice
    }

    /// The day in rooms for `headcount` people.
    mutating func packing(_ headcount: Int, _ host: Int, _ table: OpportunityTable) -> DayPacking {
      if let known = packings[headcount] { return known }
      let packing = DayPacking(
        table.shape, frame: frame, rooms: table.roomCalendars[host], headcount: headcount)
      packings[headcount] = packing
      return packing
    }
  }

  private let host: Int
  private var sittings: [Sitting] = []
  private let isIndependentOfHost: [Bool]
  /// For each occasion, by visitor: whether the visit can take place.
  private(set) var verdicts: [Bool]

  /// Looks at the meetings of `host`, by index; nobody was asked about yet.
  init(_ table: OpportunityTable, host: Int) {
    self.host = host
    let team = table.programme.teams[host]
    verdicts = Array(repeating: false, count: table.occasions[host].count * table.programme.teams.count)
    let independence = table.programme.settings.visits.independence
    isIndependentOfHost = table.desks.map {
      FacilitatorIndependent.admits($0.facilitator, team: team, by: independence)
    }
    let drives = table.desks.indices.map { table.drives.drives(ofFacilitator: $0, site: team.site) }
    for (index, occasion) in table.occasions[host].enumerated() where occasion.blocks.isEmpty {
      let frame = table.shape.frame(occasion.meeting)
      let hosts = RolesPresent.stretches(table.rosters[host], diaries: table.diaries, frame: frame, .none)
      if hosts.isEmpty { continue }
      sittings.append(
        Sitting(
          occasion: index, frame: frame, hosts: hosts,
          trips: zip(table.desks, drives).map { desk, drive in
            desk.trip(outward: drive.outward, homeward: drive.homeward, frame: frame, hours: table.hours)
          },
          hasNotice: table.desks.map {
            FacilitatorNotice.admits(
              $0.facilitator, day: occasion.day, today: table.programme.settings.today)
          }))
    }
  }

  /// Settles on which occasions `visitor` can come.
  mutating func ask(_ visitor: Int, _ table: OpportunityTable) {
    guard !sittings.isEmpty, let party = table.visiting(host: host, visitors: [visitor]).first,
      table.hours.isPossible(outward: party.outward.minutes)
    else { return }
    let settings = table.programme.settings.visits
    let count = table.programme.teams.count
    let desks = table.desks
    let leaders = desks.indices.filter { desk in
      isIndependentOfHost[desk]
        && FacilitatorIndependent.admits(
          desks[desk].facilitator, team: table.programme.teams[visitor], by: settings.independence)
    }
    var closed = table.calendar.closedDays[visitor]
    if let own = table.closedDays(host: host, visitors: [visitor]) { closed.formUnion(own) }
    let given = table.given(host: host, visitors: [visitor])
    let seats = desks.isEmpty ? 0 : 1
    let hasRooms = !table.roomCalendars[host].isEmpty
    for place in sittings.indices {
      let frame = sittings[place].frame
      let occasion = table.occasions[host][sittings[place].occasion]
      guard OnMeetingDate.admits(occasion, closedForVisitor: closed),
        let travel = table.travelLimits(visitor, (party.outward, party.homeward), frame)
      else { continue }
      let guests = RolesPresent.stretches(party.roster, diaries: table.diaries, frame: frame, party.road)
      if guests.isEmpty { continue }
      let isPossible = sittings[place].hosts.contains { own in
        guests.contains { guest in
          guard VisitorLimit.admits(guest.count, limit: settings.maxVisitors) else { return false }
          let limits = travel.intersection(own.limits).intersection(guest.limits)
          let packing = sittings[place].packing(hasRooms ? own.count + guest.count + seats : 0, host, table)
          if desks.isEmpty { return packing.fits(from: limits.from, to: limits.to) }
          return leaders.contains { desk in
            guard let trip = sittings[place].trips[desk],
              sittings[place].hasNotice[desk]
                || FacilitatorNotice.isKnown(desk, day: occasion.day, given: given)
            else { return false }
            let both = limits.intersection(trip.limits)
            return packing.fits(from: both.from, to: both.to)
          }
        }
      }
      verdicts[sittings[place].occasion * count + visitor] = isPossible
    }
  }
}
