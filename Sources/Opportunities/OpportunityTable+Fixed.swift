import Domain

extension OpportunityTable {
  /// The ways to hold a fixed visit: at its hours with its facilitator, whatever that breaks.
  ///
  /// Agenda and attendance are the best that keep every rule, and the best without each choice of what other visits
  /// could take away; where there is one way only, they have nothing of it. Where no way keeps every rule, the one is
  /// the best when whoever is needed counts as free; then the best without rooms. Where no agenda goes around a meeting
  /// at these hours, there is no detail. Hours of a day that no agenda ends with as given may end otherwise.
  func fixedOptions(
    host: Int, visitors: [Int], _ given: GivenVisit, rivals: Rivals?, effort: SearchEffort
  ) -> [Option] {
    let isLed = given.facilitator != nil
    let whole = SettledHours(start: given.start, end: given.end)
    func best(_ hours: SettledHours, isLenient: Bool, inRooms: Bool, in table: Self) -> [Option] {
      table.best(
        host: host, visitors: visitors, given,
        .fixed(hours, isLed: isLed, isLenient: isLenient, inRooms: inRooms), effort: effort)
    }
    let contest = Contest(self, host: host, visitors: visitors, day: given.day, rivals)
    var ways = choices(contest, host: host, on: given.day) { table in
      best(whole, isLenient: false, inRooms: true, in: table)
    }
    for index in ways.indices { ways[index].isRigid = ways.count == 1 }
    if !ways.isEmpty { return ways }
    let start = SettledHours(start: given.start)
    for (isLenient, inRooms) in [(false, true), (true, true), (true, false)] {
      for hours in isLenient ? [whole, start] : [start] {
        guard var option = best(hours, isLenient: isLenient, inRooms: inRooms, in: self).first else {
          continue
        }
        option.isRigid = true
        return [option]
      }
    }
    return [bareOption(host: host, visitors: visitors, given)]
  }

  /// The best day of a fixed visit, or none.
  private func best(
    host: Int, visitors: [Int], _ given: GivenVisit, _ stance: Stance, effort: SearchEffort
  ) -> [Option] {
    var best: [Option] = []
    for occasion in meetings(of: host, on: given.day) {
      let search = VisitSearch(
        self, host: host, visitors: visitors, occasion: occasion, stance: stance, effort: effort)
      guard var option = search.option(facilitator: given.facilitator, within: .none) else { continue }
      option.isFixed = true
      Self.keepBetter(option, in: &best)
    }
    return best
  }

  /// The meetings of a team that take place on `day`, inside the window or not.
  private func meetings(of team: Int, on day: Day) -> [Occasion] {
    calendar.occasions[team].filter { $0.day == day && $0.isHeld }
  }

  /// A fixed visit of which only date, drives and facilitator are known.
  private func bareOption(host: Int, visitors: [Int], _ given: GivenVisit) -> Option {
    let settings = programme.settings
    let frame = DayFrame(
      midnight: given.day.number * 1440, meetingStart: given.start, meetingEnd: given.end, from: given.start,
      to: given.end, firstYields: false, lastYields: false)
    let isMissed = visiting(host: host, visitors: visitors).contains { party in
      let (from, to) = party.road.absence(given.start, given.end, midnight: frame.midnight)
      return VisitorMeetingKept.isMissed(own: ownMeetings(of: party.team, near: frame), from: from, to: to)
    }
    var costs = CostSheet.zero
    costs[.delay] = delay(of: given.day)
    if isMissed, settings.visits.visitorMeeting == .costs {
      costs[.ownMeetingMissed] = Minutes(hours: settings.costs.ownMeetingMissed)
    }
    if let leader = given.facilitator {
      let drives = drives.drives(ofFacilitator: leader, site: programme.teams[host].site)
      costs[.facilitatorTravel] = facilitatorTravel(drives.outward.minutes + drives.homeward.minutes)
    }
    return Option(
      day: given.day, interval: Interval(start: Moment(minute: given.start), end: Moment(minute: given.end)),
      facilitator: given.facilitator, costs: costs, cost: costs.total.count, attendees: [], bookings: [],
      facilitatorAbsence: nil, detail: nil, room: given.room.map { programme.rooms[$0].id }, isFixed: true,
      isRigid: true)
  }

  /// What the time from the first possible day to `day` costs, rounded down to a minute.
  func delay(of day: Day) -> Minutes {
    let settings = programme.settings
    let exact = Double(settings.visitsFrom.distance(to: day)) * settings.costs.delayPerWeek * 60 / 7
    return Minutes(Int((exact + 1e-9).rounded(.down)))
  }

  /// What `minutes` of a facilitator's driving cost.
  func facilitatorTravel(_ minutes: Int) -> Minutes {
    Minutes(hours: Double(minutes) / 60 * programme.settings.costs.facilitatorTravelPerHour)
  }
}
