public import Domain

extension OpportunityTable {
  /// Every way in which `visitors` can visit `host` together (one team, or two in a trio), teams by index: by date,
  /// then facilitator, then cost.
  ///
  /// For each date and facilitator the best day: least cost, then the shortest, then the earliest. Where other visits
  /// could take people or rooms away, also the best day without each choice of them, unless another is as cheap and
  /// takes no more. Exact, unless `effort` runs out or there are too many choices, which the option says. Of a published
  /// visit the charge for moving it counts; a fixed one stays, whatever it breaks, and differs only in who comes and in
  /// which rooms. With a `day`, only those of that day. Other visits are those of the `rivals`, or any of any two teams
  /// where nothing is said of them.
  public func options(
    host: Int, visitors: [Int], on day: Day? = nil, rivals: Rivals? = nil,
    effort: SearchEffort = SearchEffort()
  ) -> [Option] {
    if let given = given(host: host, visitors: visitors), given.isFixed {
      return fixedOptions(host: host, visitors: visitors, given, rivals: rivals, effort: effort)
    }
    return openOptions(host: host, visitors: visitors, on: day, rivals: rivals, effort: effort)
  }

  /// The same where a fixed visit is let go: what else it could be.
  public func openOptions(
    host: Int, visitors: [Int], on wanted: Day? = nil, rivals: Rivals? = nil,
    effort: SearchEffort = SearchEffort()
  ) -> [Option] {
    let move = MoveCharge(given(host: host, visitors: visitors), programme.settings)
    var days: [(day: Day, occasions: [Occasion])] = []
    for (index, occasion) in occasions[host].enumerated() {
      if let wanted, occasion.day != wanted { continue }
      guard isFeasible(host: host, visitors: visitors, occasion: index) else { continue }
      if days.last?.day == occasion.day {
        days[days.count - 1].occasions.append(occasion)
      } else {
        days.append((occasion.day, [occasion]))
      }
    }
    return days.flatMap { day, occasions in
      options(host: host, visitors: visitors, on: day, occasions, move, rivals, effort)
    }
  }

  /// So many choices of what to do without are tried for a day; more are left out, and said to be.
  private static let mostChoices = 64

  /// The options of one day, by facilitator and cost.
  private func options(
    host: Int, visitors: [Int], on day: Day, _ occasions: [Occasion], _ move: MoveCharge?,
    _ rivals: Rivals?, _ effort: SearchEffort
  ) -> [Option] {
    let contest = Contest(self, host: host, visitors: visitors, day: day, rivals)
    return choices(contest, host: host, on: day) { table in
      var best: [Option] = []
      for occasion in occasions {
        for search in table.searches(host: host, visitors: visitors, occasion, move, effort) {
          for option in search.options() { Self.keepBetter(option, in: &best) }
        }
      }
      return best
    }
  }

  /// What `search` finds on a day, and for whatever of it another visit could take away what it finds without that, and
  /// without more in turn, as far as they are of any use: by facilitator and cost.
  func choices(
    _ contest: Contest, host: Int, on day: Day, _ search: (OpportunityTable) -> [Option]
  ) -> [Option] {
    var options: [Option] = []
    var open: [[Contest.Claim]] = [[]]
    var next = 0
    while next < open.count, next < Self.mostChoices {
      let without = open[next]
      next += 1
      let best = search(less(without, host: host, on: day))
      options += best
      for claim in best.flatMap({ contest.claims(of: $0) }) {
        let more = (without + [claim]).sorted()
        if !open.contains(more) { open.append(more) }
      }
    }
    var kept = contest.undominated(options)
    if next < open.count { for index in kept.indices { kept[index].isBest = false } }
    return kept
  }

  /// The searches that find the best day at one meeting: a published visit may start when it was published to, or
  /// at another time and be charged for it.
  private func searches(
    host: Int, visitors: [Int], _ occasion: Occasion, _ move: MoveCharge?, _ effort: SearchEffort
  ) -> [VisitSearch] {
    func search(_ stance: Stance) -> VisitSearch {
      VisitSearch(
        self, host: host, visitors: visitors, occasion: occasion, stance: stance, effort: effort)
    }
    guard let move else { return [search(.anew)] }
    return move.given.day == occasion.day
      ? [search(.kept(move)), search(.moved(move))] : [search(.moved(move))]
  }

  /// A team with two meetings on a day shows the one that is cheaper, then shorter, then earlier.
  static func keepBetter(_ option: Option, in options: inout [Option]) {
    let same = options.lastIndex { $0.day == option.day && $0.facilitator == option.facilitator }
    guard let same else { return options.append(option) }
    let other = options[same]
    let isBetter =
      (option.cost, option.interval.duration.count, option.interval.start.minute)
      < (other.cost, other.interval.duration.count, other.interval.start.minute)
    if isBetter { options[same] = option }
  }

  /// The best way in which `visitors` can visit `host` at one meeting from exactly `start` to `end` with
  /// `facilitator`, or `nil`: how a schedule made by hand gets its agenda and attendance.
  public func option(
    host: Int, visitors: [Int], occasion: Int, start: Moment, end: Moment, facilitator: Int?
  ) -> Option? {
    let search = VisitSearch(
      self, host: host, visitors: visitors, occasion: occasions[host][occasion], effort: SearchEffort())
    return search.option(
      facilitator: facilitator, within: DayLimits(from: start.minute, to: end.minute))
  }
}

/// The options of one visit at one meeting.
struct VisitSearch {
  let table: OpportunityTable
  let host: Int
  let visiting: [VisitingParty]
  let occasion: Occasion
  let frame: DayFrame
  /// For each visiting team its own meetings that take place within a day of the visit.
  let own: [[Interval]]
  let problem: AttendanceProblem
  let placing: Placing
  let packing: DayPacking
  let limits: DayLimits?
  let stance: Stance
  let effort: SearchEffort

  init(
    _ table: OpportunityTable, host: Int, visitors: [Int], occasion: Occasion,
    stance: Stance = .anew, effort: SearchEffort
  ) {
    let frame = table.shape.frame(occasion.meeting)
    let visiting = table.visiting(host: host, visitors: visitors)
    let settings = table.programme.settings.visits
    var rooms = table.roomCalendars[host]
    var isLed = !table.desks.isEmpty
    if case .fixed(_, let hasLead, _, let inRooms) = stance {
      isLed = hasLead
      if !inRooms { rooms = .unlimited }
    }
    let led = isLed ? 1 : 0
    let headcount =
      rooms.isEmpty ? 0 : table.rosters[host].fewest + TeamRoster.fewest(visiting.map(\.roster)) + led
    self.table = table
    self.host = host
    self.visiting = visiting
    self.occasion = occasion
    self.frame = frame
    own = visiting.map { table.ownMeetings(of: $0.team, near: frame) }
    let problem = AttendanceProblem(
      host: table.rosters[host], visiting: visiting, diaries: table.diaries, charges: table.charges,
      frame: frame, visitorLimit: settings.maxVisitors, facilitators: led, isLenient: stance.isLenient)
    switch stance {
    case .moved(let move):
      self.problem = problem.chargingNotice { person in
        let notice = table.programme.people[person].noticeDays ?? settings.defaultNoticeDays
        return move.ofPerson(notice: notice, day: occasion.day)
      }
    case .anew, .kept, .fixed: self.problem = problem
    }
    placing = Placing(shape: table.shape, frame: frame, rooms: rooms, headcount: headcount)
    packing = DayPacking(table.shape, frame: frame, rooms: rooms, headcount: headcount)
    limits = stance.isLenient ? DayLimits.none : table.travelLimits(visiting, frame)
    self.stance = stance
    self.effort = effort
  }

  /// The visiting teams by index.
  var visitors: [Int] { visiting.map(\.team) }

  /// For each facilitator that can lead, the best day.
  ///
  /// A moved visit whose best start is the published one is no move; keeping it is cheaper then.
  func options() -> [Option] {
    let options = bestOptions()
    guard stance.isMoved, let published = stance.move?.given.start else { return options }
    return options.filter { $0.interval.start.minute != published }
  }

  private func bestOptions() -> [Option] {
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
      spanCost: spanCost, hours: stance.hours, effort: effort)
  }

  /// What a missed meeting of the visitors' own costs a day from `start` to `end`.
  func visitorSpanCost(_ start: Int, _ end: Int) -> Int {
    guard table.programme.settings.visits.visitorMeeting == .costs else { return 0 }
    let isMissed = visiting.indices.contains { party in
      let (from, to) = problem.absence(party + 1, start, end)
      return VisitorMeetingKept.isMissed(own: own[party], from: from, to: to)
    }
    return isMissed ? Minutes(hours: table.programme.settings.costs.ownMeetingMissed).count : 0
  }

  /// A facilitator who could lead this visit.
  struct Lead {
    let index: Int
    let desk: FacilitatorDesk
    let trip: FacilitatorDesk.Trip
    let midnight: Int
    let charges: AttendanceProblem.Charges
    let isLenient: Bool
    /// The charge of the shortest possible absence.
    var leastCharge: Int

    /// The clinics and "if needed" stretches given up for a day from `start` to `end`, in minutes of cost.
    func charge(_ start: Int, _ end: Int) -> Int? {
      givenUp(start, end).map { $0.clinics * charges.clinic + $0.ifNeeded * charges.ifNeeded }
    }

    /// The same by number.
    func givenUp(_ start: Int, _ end: Int) -> (clinics: Int, ifNeeded: Int)? {
      let (from, to) = FacilitatorDesk.absence(trip, start, end, midnight: midnight)
      return desk.diary.charge(from, to, isLenient: isLenient)
    }
  }

  /// The facilitator at `desk`, if independent, with notice, free and near enough.
  func lead(_ desk: Int) -> Lead? {
    let programme = table.programme
    let facilitator = table.desks[desk].facilitator
    let drives = table.drives.drives(ofFacilitator: desk, site: programme.teams[host].site)
    if stance.isLenient { return lenientLead(desk, drives) }
    let isIndependent = ([host] + visitors).allSatisfy {
      FacilitatorIndependent.admits(
        facilitator, team: programme.teams[$0], by: programme.settings.visits.independence)
    }
    let hasNotice =
      FacilitatorNotice.admits(facilitator, day: occasion.day, today: programme.settings.today)
      || FacilitatorNotice.isKnown(
        desk, day: occasion.day, given: table.given(host: host, visitors: visitors))
    guard isIndependent, hasNotice,
      let trip = table.desks[desk].trip(
        outward: drives.outward, homeward: drives.homeward, frame: frame, hours: table.hours)
    else { return nil }
    var lead = Lead(
      index: desk, desk: table.desks[desk], trip: trip, midnight: frame.midnight, charges: table.charges,
      isLenient: false, leastCharge: 0)
    guard let least = lead.charge(frame.meetingStart, frame.meetingEnd) else { return nil }
    lead.leastCharge = least
    return lead
  }

  /// The facilitator at `desk` whatever speaks against it.
  private func lenientLead(_ desk: Int, _ drives: (outward: Drive, homeward: Drive)) -> Lead? {
    let trip = FacilitatorDesk.Trip(
      outward: drives.outward, homeward: drives.homeward,
      isOvernight: table.hours.isOvernight(outward: drives.outward.minutes), limits: .none)
    var lead = Lead(
      index: desk, desk: table.desks[desk], trip: trip, midnight: frame.midnight, charges: table.charges,
      isLenient: true, leastCharge: 0)
    lead.leastCharge = lead.charge(frame.meetingStart, frame.meetingEnd) ?? 0
    return lead
  }
}
