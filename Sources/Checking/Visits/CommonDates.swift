import Domain

/// The dates on which a leg could take place if no other visit were there.
enum CommonDates {
  /// The days of the window on which the host meets and at least one way of holding the visit exists.
  static func days(of leg: Leg) -> [Day] {
    let settings = leg.settings
    guard settings.visitsFrom <= settings.visitsTo else { return [] }
    return (settings.visitsFrom.number...settings.visitsTo.number).map(Day.init(number:)).filter { day in
      day > settings.today && isPossible(leg, on: day)
    }
  }

  private static func isPossible(_ leg: Leg, on day: Day) -> Bool {
    let calendar = leg.facts.calendar
    let meetings = calendar.meetings(of: leg.host.id, on: day)
    guard !meetings.isEmpty,
      calendar.closing(on: day, host: leg.host.id, visitors: leg.visitors.map(\.id)) == nil
    else { return false }
    let leaders = leaders(of: leg, on: day)
    let supply = RoomSupply(leg: leg, day: day)
    return meetings.contains { meeting in
      // Every way of holding the visit needs at least what the meeting alone needs. Whoever
      // leads takes one seat, so the first who can tells how many.
      guard let least = leaders.lazy.compactMap({ seats(leg, for: meeting, leader: $0) }).first else {
        return false
      }
      let order = SessionOrder(meeting: meeting, settings: leg.settings.visits)
      return supply.sizes.filter { $0 >= least }.contains { size in
        let packing = Packing(order: order) { supply.holds($0, of: size, during: $1) }
        return packing.tightest.contains { hours in
          leaders.contains { leader in seats(leg, for: hours, leader: leader).map { $0 <= size } ?? false }
        }
      }
    }
  }

  /// The facilitators who may lead on `day`; a single `nil` where the programme lists none.
  private static func leaders(of leg: Leg, on day: Day) -> [Facilitator?] {
    let facilitators = leg.facts.programme.facilitators
    if facilitators.isEmpty { return [nil] }
    return facilitators.filter { facilitator in
      leg.hasNotice(facilitator, on: day)
        && leg.teams.allSatisfy { leg.sharedAffiliation(facilitator, $0) == nil }
    }
  }

  /// The fewest people with whom the visit can be held during `hours`; `nil` where it cannot.
  private static func seats(_ leg: Leg, for hours: Interval, leader: Facilitator?) -> Int? {
    let settings = leg.settings.visits
    let trips = leg.trips(for: hours, facilitator: leader)
    guard trips.allSatisfy({ $0.faults(on: hours.start.day, settings: settings.travel).isEmpty }) else {
      return nil
    }
    if settings.visitorMeeting == .blocks, !leg.meetingsMissed(during: trips).isEmpty { return nil }
    if let leader, let trip = trips.last,
      leg.facts.diaries.obstacle(for: .facilitator(leader.id), during: trip.absence) != nil
    {
      return nil
    }
    let count = Headcount(leg: leg, hours: hours, trips: trips)
    guard count.isComplete else { return nil }
    if let limit = settings.maxVisitors, count.visitors > limit { return nil }
    return count.hosts + count.visitors + (leader == nil ? 0 : 1)
  }
}
