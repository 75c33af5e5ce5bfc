import Domain

extension OpportunityTable {
  /// Everything that keeps `visitor` from `host` at one meeting, teams by index; empty where it is possible.
  public func blockers(host: Int, visitor: Int, occasion index: Int) -> [Blocker] {
    if isFeasible(host: host, visitor: visitor, occasion: index) { return [] }
    let occasion = occasions[host][index]
    let frame = shape.frame(occasion.meeting)
    let travel = visitorDrives(host: host, visitor: visitor)
    let settings = programme.settings.visits
    var blockers = occasion.blocks.map(Blocker.occasion)
    if calendar.closedDays[visitor].contains(occasion.day) { blockers.append(.visitorClosed) }
    guard hours.isPossible(outward: travel.outward.minutes) else {
      return blockers + [.tooFar(travel.outward.minutes, limit: settings.travel.eveningLimit.count)]
    }
    let isOvernight = hours.isOvernight(outward: travel.outward.minutes)
    if settings.visitorMeeting == .blocks, travelLimits(visitor, travel, frame) == nil {
      let (from, to) = (
        frame.meetingStart - travel.outward.minutes, frame.meetingEnd + travel.homeward.minutes
      )
      blockers += ownMeetings(of: visitor, near: frame)
        .filter { $0.start.minute < to && from < $0.end.minute }.map(Blocker.ownMeeting)
    }
    let roster = visitorRoster(host: host, visitor: visitor)
    blockers += peopleBlockers(
      rosters[host], team: host, frame: frame, outward: 0, homeward: 0, isOvernight: false)
    blockers += peopleBlockers(
      roster, team: visitor, frame: frame, outward: travel.outward.minutes, homeward: travel.homeward.minutes,
      isOvernight: isOvernight)
    if let limit = settings.maxVisitors, roster.fewest > limit { blockers.append(.tooManyVisitors) }
    let rooms = roomCalendars[host]
    let headcount = rosters[host].fewest + roster.fewest + (desks.isEmpty ? 0 : 1)
    if DayPacking(shape, frame: frame, rooms: rooms, headcount: headcount).splits.isEmpty {
      let withoutRooms = DayPacking(shape, frame: frame, rooms: .unlimited, headcount: 0)
      blockers.append(withoutRooms.splits.isEmpty ? .agendaTooLong : .noRoom)
    }
    let obstacles = desks.indices.compactMap { obstacle($0, host: host, visitor: visitor, occasion, frame) }
    if !desks.isEmpty, obstacles.count == desks.count { blockers.append(.noFacilitator(obstacles)) }
    return blockers.isEmpty ? [.noCommonHours] : blockers
  }

  private func peopleBlockers(
    _ roster: TeamRoster, team: Int, frame: DayFrame, outward: Int, homeward: Int, isOvernight: Bool
  ) -> [Blocker] {
    let stretches = RolesPresent.stretches(
      roster, diaries: diaries, frame: frame, outward: outward, homeward: homeward, isOvernight: isOvernight)
    guard stretches.isEmpty else { return [] }
    let start =
      isOvernight ? frame.midnight - 1440 + TravelHours.eveningDeparture : frame.meetingStart - outward
    let isFree = roster.people.map { diaries[$0].open(around: start, frame.meetingEnd + homeward) != nil }
    var blockers: [Blocker] = []
    for person in roster.people.indices where roster.isBound[person] && !isFree[person] {
      blockers.append(.personBusy(roster.people[person]))
    }
    for (bit, role) in roster.required.enumerated() {
      let candidates = roster.people.indices.filter { roster.fills[$0] >> bit & 1 == 1 }
      if candidates.allSatisfy({ !isFree[$0] }) {
        blockers.append(.roleUnfilled(team: team, role, candidates: candidates.map { roster.people[$0] }))
      }
    }
    return blockers
  }

  private func obstacle(
    _ desk: Int, host: Int, visitor: Int, _ occasion: Occasion, _ frame: DayFrame
  ) -> FacilitatorObstacle? {
    let facilitator = desks[desk].facilitator
    let isIndependent = [host, visitor].allSatisfy {
      FacilitatorIndependent.admits(
        facilitator, team: programme.teams[$0], by: programme.settings.visits.independence)
    }
    guard isIndependent else { return FacilitatorObstacle(facilitator: desk, reason: .notIndependent) }
    let isKnown = FacilitatorNotice.isKnown(
      desk, day: occasion.day, given: given(host: host, visitor: visitor))
    guard
      isKnown
        || FacilitatorNotice.admits(facilitator, day: occasion.day, today: programme.settings.today)
    else {
      return FacilitatorObstacle(facilitator: desk, reason: .notice)
    }
    let (outward, homeward) = drives.drives(ofFacilitator: desk, site: programme.teams[host].site)
    guard hours.isPossible(outward: outward.minutes) else {
      return FacilitatorObstacle(facilitator: desk, reason: .tooFar)
    }
    guard desks[desk].trip(outward: outward, homeward: homeward, frame: frame, hours: hours) != nil else {
      return FacilitatorObstacle(facilitator: desk, reason: .notFree)
    }
    return nil
  }
}
