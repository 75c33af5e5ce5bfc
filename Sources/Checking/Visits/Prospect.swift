import Domain

/// A leg on one day, with whatever rooms are left to it: whether it could be held then in any way.
struct Prospect {
  let leg: Leg
  let day: Day
  private let meetings: [Interval]
  private let supply: RoomSupply
  /// Who may lead, as far as teams and notice go; a single `nil` where the programme lists nobody.
  private let leaders: [Facilitator?]
  /// The tightest hours by meeting and size of rooms, as far as they were asked for.
  private var tightest: [[Int]: [Interval]] = [:]

  /// The leg on `day`, when the rooms of `taken` are in use.
  init(leg: Leg, day: Day, taken: [(room: RoomID, interval: Interval)] = []) {
    self.leg = leg
    self.day = day
    let calendar = leg.facts.calendar
    let closing = calendar.closing(on: day, host: leg.host.id, visitors: leg.visitors.map(\.id))
    meetings = closing == nil ? calendar.meetings(of: leg.host.id, on: day) : []
    supply = RoomSupply(leg: leg, day: day, taken: taken)
    let facilitators = leg.facts.programme.facilitators
    leaders =
      facilitators.isEmpty
      ? [nil]
      : facilitators.filter { facilitator in
        leg.hasNotice(facilitator, on: day)
          && leg.teams.allSatisfy { leg.sharedAffiliation(facilitator, $0) == nil }
      }
  }

  /// Whether some way of holding the visit exists without those in `elsewhere`; `mayLead` says whether somebody is
  /// left to lead it during some hours.
  mutating func isPossible(
    without elsewhere: Set<PersonID> = [], mayLead: (Facilitator, Interval) -> Bool = { _, _ in true }
  ) -> Bool {
    for (place, meeting) in meetings.enumerated() {
      // Every way of holding the visit needs at least what the meeting alone needs. Whoever
      // leads takes one seat, so the first who can tells how many.
      guard let least = leastSeats(for: meeting, elsewhere) else { continue }
      for size in supply.sizes where size >= least {
        for hours in tightestHours(meeting: place, size: size) {
          let isHeld = leaders.contains { leader in
            leader.map { mayLead($0, hours) } ?? true
              && seats(for: hours, leader: leader, elsewhere).map { $0 <= size } ?? false
          }
          if isHeld { return true }
        }
      }
    }
    return false
  }

  private func leastSeats(for meeting: Interval, _ elsewhere: Set<PersonID>) -> Int? {
    leaders.lazy.compactMap { seats(for: meeting, leader: $0, elsewhere) }.first
  }

  private mutating func tightestHours(meeting place: Int, size: Int) -> [Interval] {
    if let known = tightest[[place, size]] { return known }
    let order = SessionOrder(meeting: meetings[place], settings: leg.settings.visits)
    let supply = supply
    let hours = Packing(order: order) { supply.holds($0, of: size, during: $1) }.tightest
    tightest[[place, size]] = hours
    return hours
  }

  /// The fewest people with whom the visit can be held during `hours`; `nil` where it cannot.
  private func seats(for hours: Interval, leader: Facilitator?, _ elsewhere: Set<PersonID>) -> Int? {
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
    let count = Headcount(leg: leg, hours: hours, trips: trips, elsewhere: elsewhere)
    guard count.isComplete else { return nil }
    if let limit = settings.maxVisitors, count.visitors > limit { return nil }
    return count.hosts + count.visitors + (leader == nil ? 0 : 1)
  }
}
