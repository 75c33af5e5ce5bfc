import Domain

/// All visits of a schedule but one, as that one has to reckon with them.
struct RestOfPlan {
  private let visit: ExaminedVisit
  private let bookings: Bookings
  private let group: Group?
  /// Who gives no more days than the others take.
  private let exhausted: Set<PersonID>

  /// What stands beside `visit` in a schedule.
  init(beside visit: ExaminedVisit, in bookings: Bookings) {
    self.visit = visit
    self.bookings = bookings
    exhausted = bookings.exhausted(beside: visit)
    group = bookings.examination.groups.first { $0.id == visit.visit.pair }
  }

  /// Whether the visit could be held on `day` instead while all others stay.
  func leavesRoom(on day: Day) -> Bool {
    let settings = visit.settings
    guard day > settings.today, settings.visitsFrom <= day, day <= settings.visitsTo, keepsGap(on: day),
      keepsWeek(of: day)
    else { return false }
    var prospect = prospect(on: day)
    return isPossible(&prospect, without: nil)
  }

  /// Everybody and everything among those needed without which the visit cannot be held on its day, in the order of
  /// people, facilitator, rooms; `nil` where it cannot be held with all of them.
  func mainstays() -> [Resource]? {
    let day = visit.visit.date
    var prospect = prospect(on: day)
    guard isPossible(&prospect, without: nil) else { return nil }
    let people = (visit.presences ?? []).filter(\.isRequiredMember).compactMap { $0.member?.person.id }
    var found = people.sorted().map(Resource.person).filter { !isPossible(&prospect, without: $0) }
    if let leader = visit.visit.facilitator.map(Resource.facilitator) {
      if !isPossible(&prospect, without: leader) { found.append(leader) }
    }
    let rooms = visit.sessionRooms.map(\.room)
    for room in Set(rooms).sorted() {
      var less = self.prospect(on: day, without: room)
      if !isPossible(&less, without: nil) { found.append(.room(room)) }
    }
    return found
  }

  /// The visit on `day` in the rooms that the others leave; without one room altogether.
  private func prospect(on day: Day, without room: RoomID? = nil) -> Prospect {
    var taken = bookings.others(than: visit, on: day).flatMap(\.sessionRooms)
    if let room {
      taken.append(
        (room, Interval(start: Moment(day, .constant(0, 0)), end: Moment(day, .constant(24, 0)))))
    }
    return Prospect(leg: visit.leg, day: day, taken: taken)
  }

  private func isPossible(_ prospect: inout Prospect, without lost: Resource?) -> Bool {
    var elsewhere = busy(on: prospect.day)
    if case .person(let id) = lost { elsewhere.insert(id) }
    return prospect.isPossible(without: elsewhere) { facilitator, hours in
      lost != .facilitator(facilitator.id) && isLeft(facilitator, for: hours)
    }
  }

  /// People who are at another visit on `day`, or give no more days.
  private func busy(on day: Day) -> Set<PersonID> {
    exhausted.union(bookings.others(than: visit, on: day).flatMap(\.coming))
  }

  /// Whether `facilitator` may lead the visit during `hours` beside all that they lead anyway.
  private func isLeft(_ facilitator: Facilitator, for hours: Interval) -> Bool {
    let day = hours.start.day
    let led = bookings.others(than: visit, ledBy: facilitator.id)
    if led.contains(where: { $0.visit.date == day }) { return false }
    if let most = facilitator.maxVisits, led.count >= most { return false }
    if let most = facilitator.maxVisitsPerWeek,
      led.filter({ $0.visit.date.week == day.week }).count >= most
    {
      return false
    }
    if visit.settings.visits.sameFacilitator == .required {
      let leaders = bookings.partners(of: visit).compactMap(\.visit.facilitator)
      if leaders.contains(where: { $0 != facilitator.id }) { return false }
    }
    var bare = visit.visit
    bare.interval = hours
    bare.facilitator = facilitator.id
    bare.detail = nil
    return led.filter { abs($0.visit.date.distance(to: day)) == 1 }.allSatisfy { other in
      FacilitatorWithinReach.findings(in: examination([bare, other.visit])).isEmpty
    }
  }

  private func keepsGap(on day: Day) -> Bool {
    var bare = visit.visit
    bare.interval = Interval(start: Moment(day, .constant(12, 0)), end: Moment(day, .constant(13, 0)))
    bare.detail = nil
    let partners = bookings.partners(of: visit).map(\.visit)
    return !ReciprocalGap.findings(in: examination([bare] + partners)).contains { !$0.isStanding }
  }

  private func keepsWeek(of day: Day) -> Bool {
    guard let most = visit.settings.visits.maxPerWeek else { return true }
    return bookings.others(than: visit, in: day.week).count < most
  }

  private func examination(_ visits: [Visit]) -> Examination {
    Examination(
      facts: visit.facts, visits: visits, groups: [group?.teams ?? []].filter { !$0.isEmpty }, pairs: nil,
      unscheduled: nil)
  }
}

extension ExaminedVisit {
  /// The rooms of the sessions that need one, with their times.
  fileprivate var sessionRooms: [(room: RoomID, interval: Interval)] {
    (visit.detail?.agenda ?? []).compactMap { item in
      let needsRoom = settings.visits.agenda.contains { $0.id == item.session && $0.needsRoom }
      guard needsRoom, let room = item.room else { return nil }
      return (room, item.interval)
    }
  }
}
