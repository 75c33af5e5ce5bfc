public import Domain

/// Whether several teams can visit a host together: worked out when asked for, since a plan has one trio at most.
extension OpportunityTable {
  /// Whether `visitors` (one team, or two in a trio) can visit `host` together at the meeting `occasion` of
  /// `occasions[host]`, teams by index. Exact.
  public func isFeasible(host: Int, visitors: [Int], occasion index: Int) -> Bool {
    if visitors.count == 1 { return isFeasible(host: host, visitor: visitors[0], occasion: index) }
    return canMeet(host: host, visitors: visitors, occasions[host][index], less: nil)
  }

  /// Whether `visitors` can visit `host` on `day` when what `claims` names is not to be had, teams by index. Exact.
  public func isPossible(host: Int, visitors: [Int], on day: Day, less claims: DayClaims) -> Bool {
    occasions[host].contains {
      $0.day == day && canMeet(host: host, visitors: visitors, $0, less: claims)
    }
  }

  private func canMeet(host: Int, visitors: [Int], _ occasion: Occasion, less claims: DayClaims?) -> Bool {
    let frame = shape.frame(occasion.meeting)
    var visiting = visiting(host: host, visitors: visitors)
    var roster = rosters[host]
    var rooms = roomCalendars[host]
    if let claims {
      roster = roster.covered(without: claims.people)
      visiting = visiting.map { $0.covered(without: claims.people) }
      rooms = rooms.less(claims.rooms)
    }
    guard
      visiting.allSatisfy({
        OnMeetingDate.admits(occasion, closedForVisitor: calendar.closedDays[$0.team])
      }), !isClosed(host: host, visitors: visitors, on: occasion.day),
      let travel = travelLimits(visiting, frame)
    else { return false }
    let hosts = RolesPresent.stretches(roster, diaries: diaries, frame: frame, .none)
    let guests = RolesPresent.stretches(together: visiting, diaries: diaries, frame: frame)
    if hosts.isEmpty || guests.isEmpty { return false }
    let leaders = desks.indices.compactMap { desk -> DayLimits? in
      guard let claims else { return leaderLimits(desk, host: host, visitors: visitors, occasion, frame) }
      guard let left = claims.leaders[desk] else { return nil }
      return leaderLimits(desk, host: host, visitors: visitors, occasion, frame)?.intersection(left)
    }
    if FacilitatorPresent.isNeeded(desks), leaders.isEmpty { return false }
    let lead = desks.isEmpty ? [DayLimits.none] : leaders
    var packings: [Int: DayPacking] = [:]
    return hosts.contains { own in
      guests.contains { guest in
        guard VisitorLimit.admits(guest.count, limit: programme.settings.visits.maxVisitors) else {
          return false
        }
        let limits = travel.intersection(own.limits).intersection(guest.limits)
        let headcount = rooms.isEmpty ? 0 : own.count + guest.count + (desks.isEmpty ? 0 : 1)
        let packing =
          packings[headcount]
          ?? DayPacking(shape, frame: frame, rooms: rooms, headcount: headcount)
        packings[headcount] = packing
        return lead.contains { leader in
          let all = limits.intersection(leader)
          return packing.fits(from: all.from, to: all.to)
        }
      }
    }
  }

  /// Whether `day` is closed for this one visit, teams by index.
  func isClosed(host: Int, visitors: [Int], on day: Day) -> Bool {
    closedDays(host: host, visitors: visitors)?.contains(day) ?? false
  }

  /// The days closed for this one visit, teams by index; `nil` where there are none.
  func closedDays(host: Int, visitors: [Int]) -> Set<Day>? {
    guard !calendar.closedForVisit.isEmpty else { return nil }
    let id = VisitID(host: programme.teams[host].id, visitors: visitors.map { programme.teams[$0].id })
    return calendar.closedForVisit[id]
  }

  /// On how many days `visitors` can visit `host` together, teams by index.
  public func commonDates(host: Int, visitors: [Int]) -> Int {
    days(ofHost: host) { isFeasible(host: host, visitors: visitors, occasion: $0) }
  }

  /// On how many days each of `visitors` by itself can visit `host`, teams by index: they never can together on more.
  public func datesOfEach(host: Int, visitors: [Int]) -> Int {
    days(ofHost: host) { occasion in
      visitors.allSatisfy { isFeasible(host: host, visitor: $0, occasion: occasion) }
    }
  }

  /// Between which moments the facilitator at `desk` could lead; `nil` where they cannot.
  private func leaderLimits(
    _ desk: Int, host: Int, visitors: [Int], _ occasion: Occasion, _ frame: DayFrame
  ) -> DayLimits? {
    let facilitator = desks[desk].facilitator
    let isIndependent = ([host] + visitors).allSatisfy {
      FacilitatorIndependent.admits(
        facilitator, team: programme.teams[$0], by: programme.settings.visits.independence)
    }
    let hasNotice =
      FacilitatorNotice.admits(facilitator, day: occasion.day, today: programme.settings.today)
      || FacilitatorNotice.isKnown(desk, day: occasion.day, given: given(host: host, visitors: visitors))
    guard isIndependent, hasNotice else { return nil }
    let drives = drives.drives(ofFacilitator: desk, site: programme.teams[host].site)
    return desks[desk].trip(
      outward: drives.outward, homeward: drives.homeward, frame: frame, hours: hours)?.limits
  }

  /// The limits that the drives of all visiting teams, and their own meetings where those block, put on a day;
  /// `nil` where there is none.
  func travelLimits(_ visiting: [VisitingParty], _ frame: DayFrame) -> DayLimits? {
    var limits = DayLimits.none
    for party in visiting {
      guard let own = travelLimits(party.team, (party.outward, party.homeward), frame) else { return nil }
      limits = limits.intersection(own)
    }
    return limits
  }
}
