import Domain

extension OpportunityTable {
  /// Everything that keeps `visitors` (one team, or two in a trio) from `host` at one meeting, teams by index; empty
  /// where it is possible.
  public func blockers(host: Int, visitors: [Int], occasion index: Int) -> [Blocker] {
    if isFeasible(host: host, visitors: visitors, occasion: index) { return [] }
    let occasion = occasions[host][index]
    let frame = shape.frame(occasion.meeting)
    let visiting = visiting(host: host, visitors: visitors)
    let settings = programme.settings.visits
    var blockers = occasion.blocks.map(Blocker.occasion)
    if visiting.contains(where: { calendar.closedDays[$0.team].contains(occasion.day) }) {
      blockers.append(.visitorClosed(of: visitors.count))
    }
    if isClosed(host: host, visitors: visitors, on: occasion.day) { blockers.append(.visitClosed) }
    let tooFar = visiting.filter { !hours.isPossible(outward: $0.outward.minutes) }
    guard tooFar.isEmpty else {
      return blockers
        + tooFar.map { .tooFar($0.outward.minutes, limit: settings.travel.eveningLimit.count) }
    }
    for party in visiting { blockers += meetingBlockers(party, frame) }
    blockers += peopleBlockers(rosters[host], team: host, frame: frame, .none)
    for party in visiting {
      blockers += peopleBlockers(party.roster, team: party.team, frame: frame, party.road)
    }
    let fewest = TeamRoster.fewest(visiting.map(\.roster))
    if let limit = settings.maxVisitors, fewest > limit { blockers.append(.tooManyVisitors) }
    let rooms = roomCalendars[host]
    let headcount = rosters[host].fewest + fewest + (desks.isEmpty ? 0 : 1)
    if DayPacking(shape, frame: frame, rooms: rooms, headcount: headcount).splits.isEmpty {
      let withoutRooms = DayPacking(shape, frame: frame, rooms: .unlimited, headcount: 0)
      blockers.append(withoutRooms.splits.isEmpty ? .agendaTooLong : .noRoom)
    }
    let obstacles = desks.indices.compactMap { obstacle($0, host: host, visitors: visitors, occasion, frame) }
    if !desks.isEmpty, obstacles.count == desks.count { blockers.append(.noFacilitator(obstacles)) }
    return blockers.isEmpty ? [.noCommonHours] : blockers
  }

  /// The visitors' own meetings that must not be missed and would be.
  private func meetingBlockers(_ party: VisitingParty, _ frame: DayFrame) -> [Blocker] {
    guard programme.settings.visits.visitorMeeting == .blocks,
      travelLimits(party.team, (party.outward, party.homeward), frame) == nil
    else { return [] }
    let (from, to) = (
      frame.meetingStart - party.outward.minutes, frame.meetingEnd + party.homeward.minutes
    )
    return ownMeetings(of: party.team, near: frame)
      .filter { $0.start.minute < to && from < $0.end.minute }.map(Blocker.ownMeeting)
  }

  private func peopleBlockers(
    _ roster: TeamRoster, team: Int, frame: DayFrame, _ road: Road
  ) -> [Blocker] {
    let stretches = RolesPresent.stretches(roster, diaries: diaries, frame: frame, road)
    guard stretches.isEmpty else { return [] }
    let (from, to) = road.absence(frame.meetingStart, frame.meetingEnd, midnight: frame.midnight)
    let isFree = roster.people.map { diaries[$0].open(around: from, to) != nil }
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

  /// Why the facilitator at `desk` cannot lead; `nil` where they can, at some hours.
  func obstacle(
    _ desk: Int, host: Int, visitors: [Int], _ occasion: Occasion, _ frame: DayFrame
  ) -> FacilitatorObstacle? {
    let facilitator = desks[desk].facilitator
    let isIndependent = ([host] + visitors).allSatisfy {
      FacilitatorIndependent.admits(
        facilitator, team: programme.teams[$0], by: programme.settings.visits.independence)
    }
    guard isIndependent else { return FacilitatorObstacle(facilitator: desk, reason: .notIndependent) }
    let isKnown = FacilitatorNotice.isKnown(
      desk, day: occasion.day, given: given(host: host, visitors: visitors))
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
