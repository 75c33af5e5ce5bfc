public import Domain

extension OpportunityTable {
  /// Every way in which `visitor` can visit `host`, teams by index: by date, then facilitator.
  ///
  /// For each date and facilitator the best day: least cost, then the shortest, then the earliest. Exact.
  public func options(host: Int, visitor: Int) -> [Option] {
    var options: [Option] = []
    for index in occasions[host].indices where isFeasible(host: host, visitor: visitor, occasion: index) {
      let found = VisitSearch(self, host: host, visitor: visitor, occasion: occasions[host][index]).options()
      // A team with two meetings on a day shows the one that is cheaper, then shorter, then earlier.
      for option in found {
        if let same = options.lastIndex(where: {
          $0.day == option.day && $0.facilitator == option.facilitator
        }) {
          let other = options[same]
          let isBetter =
            (option.cost, option.interval.duration.count) < (other.cost, other.interval.duration.count)
          if isBetter { options[same] = option }
        } else {
          options.append(option)
        }
      }
    }
    return options
  }

  /// The best way in which `visitor` can visit `host` at one meeting from exactly `start` to `end` with
  /// `facilitator`, or `nil`: how a schedule made by hand gets its agenda and attendance.
  public func option(
    host: Int, visitor: Int, occasion: Int, start: Moment, end: Moment, facilitator: Int?
  ) -> Option? {
    let search = VisitSearch(self, host: host, visitor: visitor, occasion: occasions[host][occasion])
    return search.option(
      facilitator: facilitator, within: DayLimits(from: start.minute, to: end.minute))
  }
}

/// The options of one visit at one meeting.
struct VisitSearch {
  let table: OpportunityTable
  let host: Int
  let visitor: Int
  let occasion: Occasion
  let frame: DayFrame
  let roster: TeamRoster
  let drives: (outward: Drive, homeward: Drive)
  let isOvernight: Bool
  let own: [Interval]
  let problem: AttendanceProblem
  let placing: Placing
  let packing: DayPacking
  let limits: DayLimits?

  init(
    _ table: OpportunityTable, host: Int, visitor: Int, occasion: Occasion, absent: Set<Int> = []
  ) {
    let frame = table.shape.frame(occasion.meeting)
    let roster = table.visitorRoster(host: host, visitor: visitor)
    let drives = table.visitorDrives(host: host, visitor: visitor)
    let isOvernight = table.hours.isOvernight(outward: drives.outward.minutes)
    let settings = table.programme.settings.visits
    let rooms = table.roomCalendars[host]
    let led = table.desks.isEmpty ? 0 : 1
    let headcount = rooms.isEmpty ? 0 : table.rosters[host].fewest + roster.fewest + led
    self.table = table
    self.host = host
    self.visitor = visitor
    self.occasion = occasion
    self.frame = frame
    self.roster = roster
    self.drives = drives
    self.isOvernight = isOvernight
    own = table.ownMeetings(of: visitor, near: frame)
    problem = AttendanceProblem(
      host: table.rosters[host], visitor: roster, diaries: table.diaries, charges: table.charges,
      frame: frame,
      outward: drives.outward.minutes, homeward: drives.homeward.minutes, isOvernight: isOvernight,
      visitorLimit: settings.maxVisitors, facilitators: led, absent: absent)
    placing = Placing(shape: table.shape, frame: frame, rooms: rooms, headcount: headcount)
    packing = DayPacking(table.shape, frame: frame, rooms: rooms, headcount: headcount)
    limits = table.travelLimits(visitor, drives, frame)
  }

  /// For each facilitator that can lead, the best day.
  func options() -> [Option] {
    guard let limits else { return [] }
    guard FacilitatorPresent.isNeeded(table.desks) else {
      return [option(facilitator: nil, within: limits)].compactMap { $0 }
    }
    // Most facilitators are free all day: the best day without one is then theirs too.
    let shared = search(limits) { start, end in visitorSpanCost(start, end) }.best()
    return table.desks.indices.compactMap { desk in
      guard let lead = lead(desk) else { return nil }
      if let shared, lead.trip.limits.admits(shared.start, shared.end),
        lead.charge(shared.start, shared.end) == lead.leastCharge
      {
        return materialise(shared, lead: lead)
      }
      return option(lead, within: limits)
    }
  }

  /// The best day inside `limits` with `facilitator`.
  func option(facilitator: Int?, within limits: DayLimits) -> Option? {
    guard let own = self.limits else { return nil }
    let both = limits.intersection(own)
    if let facilitator { return lead(facilitator).flatMap { option($0, within: both) } }
    return search(both) { start, end in visitorSpanCost(start, end) }.best().map {
      materialise($0, lead: nil)
    }
  }

  private func option(_ lead: Lead, within limits: DayLimits) -> Option? {
    search(limits.intersection(lead.trip.limits)) { start, end in
      guard let charge = lead.charge(start, end) else { return nil }
      return visitorSpanCost(start, end) + charge
    }.best().map { materialise($0, lead: lead) }
  }

  private func search(_ limits: DayLimits, spanCost: @escaping (Int, Int) -> Int?) -> DaySearch {
    DaySearch(
      problem: problem, shape: table.shape, placing: placing, packing: packing, limits: limits,
      spanCost: spanCost)
  }

  /// What the visitors' own meeting costs a day from `start` to `end`.
  func visitorSpanCost(_ start: Int, _ end: Int) -> Int {
    guard table.programme.settings.visits.visitorMeeting == .costs else { return 0 }
    let (from, to) = problem.absence(1, start, end)
    return VisitorMeetingKept.isMissed(own: own, from: from, to: to)
      ? Minutes(hours: table.programme.settings.costs.ownMeetingMissed).count : 0
  }

  /// A facilitator who could lead this visit.
  struct Lead {
    let index: Int
    let desk: FacilitatorDesk
    let trip: FacilitatorDesk.Trip
    let midnight: Int
    let charges: AttendanceProblem.Charges
    /// The charge of the shortest possible absence.
    var leastCharge: Int

    /// The clinics and "if needed" stretches given up for a day from `start` to `end`, in minutes of cost.
    func charge(_ start: Int, _ end: Int) -> Int? {
      let (from, to) = FacilitatorDesk.absence(trip, start, end, midnight: midnight)
      return desk.diary.charge(from, to).map { $0.clinics * charges.clinic + $0.ifNeeded * charges.ifNeeded }
    }
  }

  /// The facilitator at `desk`, if independent, with notice, free and near enough.
  func lead(_ desk: Int) -> Lead? {
    let programme = table.programme
    let facilitator = table.desks[desk].facilitator
    let isIndependent = [host, visitor].allSatisfy {
      FacilitatorIndependent.admits(
        facilitator, team: programme.teams[$0], by: programme.settings.visits.independence)
    }
    guard isIndependent,
      FacilitatorNotice.admits(facilitator, day: occasion.day, today: programme.settings.today)
    else { return nil }
    let (outward, homeward) = table.drives.drives(ofFacilitator: desk, site: programme.teams[host].site)
    guard
      let trip = table.desks[desk].trip(
        outward: outward, homeward: homeward, frame: frame, hours: table.hours)
    else { return nil }
    var lead = Lead(
      index: desk, desk: table.desks[desk], trip: trip, midnight: frame.midnight, charges: table.charges,
      leastCharge: 0)
    guard let least = lead.charge(frame.meetingStart, frame.meetingEnd) else { return nil }
    lead.leastCharge = least
    return lead
  }
}
