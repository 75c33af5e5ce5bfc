import Domain
import Opportunities

/// Whose absence on its day cancels a visit of a finished schedule: with them away and all other visits as they are, it
/// cannot be held that day in any way, at no hours, with no facilitator. Exact.
struct Mainstays {
  private let placement: Placement
  private let reach: FacilitatorReach

  init(_ placement: Placement) {
    self.placement = placement
    reach = FacilitatorReach(placement.problem.table)
  }

  /// The mainstays of `visit`, by number: required people by id, the facilitator, rooms by id; `nil` where it has no
  /// date, or stands where it breaks a rule by itself already.
  func of(_ visit: Int) -> [Resource]? {
    guard let own = placement.chosen[visit] else { return nil }
    let problem = placement.problem
    let programme = problem.table.programme
    let option = problem.options[own]
    let claims = claims(on: option.day, besides: visit)
    guard isPossible(visit, option.day, claims) else { return nil }
    var found: [Resource] = []
    let needed = Set(
      (option.detail?.attendance ?? []).filter { $0.isRequired }.map(\.attendee))
    let people = programme.people.indices.filter { needed.contains(.person(programme.people[$0].id)) }
    for index in people.sorted(by: { programme.people[$0].id < programme.people[$1].id }) {
      var lost = claims
      lost.people.insert(index)
      if !isPossible(visit, option.day, lost) { found.append(.person(programme.people[index].id)) }
    }
    if let leader = option.facilitator {
      var lost = claims
      lost.takeFacilitator(leader)
      if !isPossible(visit, option.day, lost) {
        found.append(.facilitator(programme.facilitators[leader].id))
      }
    }
    let wholeDay = Interval(
      start: Moment(option.day, .constant(0, 0)), end: Moment(option.day, .constant(24, 0)))
    for room in Set(option.bookings.map(\.room)).sorted(by: {
      programme.rooms[$0].id < programme.rooms[$1].id
    }) {
      var lost = claims
      lost.takeRoom(room, during: wholeDay)
      if !isPossible(visit, option.day, lost) { found.append(.room(programme.rooms[room].id)) }
    }
    return found
  }

  private func isPossible(_ visit: Int, _ day: Day, _ claims: DayClaims) -> Bool {
    placement.problem.table.isPossible(
      host: placement.problem.host(visit), visitors: placement.problem.visitors(visit), on: day, less: claims)
  }

  /// What all other visits leave `visit` to do without on `day`.
  private func claims(on day: Day, besides visit: Int) -> DayClaims {
    let problem = placement.problem
    let programme = problem.table.programme
    var claims = DayClaims(facilitators: programme.facilitators.count)
    var days = [Int](repeating: 0, count: programme.people.count)
    var led = [Int](repeating: 0, count: programme.facilitators.count)
    var ledInWeek = led
    for (other, chosen) in placement.chosen.enumerated() where other != visit {
      guard let chosen else { continue }
      let option = problem.options[chosen]
      for person in option.attendees { days[person] += 1 }
      if option.day == day {
        claims.people.formUnion(option.attendees)
        claims.rooms += option.bookings
      }
      guard let leader = option.facilitator else { continue }
      led[leader] += 1
      if option.day.week == day.week { ledInWeek[leader] += 1 }
      if option.day == day { claims.takeFacilitator(leader) }
      if abs(option.day.distance(to: day)) == 1 {
        claims.bind(
          leader, to: reach, host: problem.host(visit), on: day, other: problem.host(other), option.interval)
      }
    }
    for (index, person) in programme.people.enumerated() {
      if let limit = person.maxDays, days[index] >= limit { claims.people.insert(index) }
    }
    let partners = placement.partners(of: visit).map { problem.facilitator[$0] }
    for (index, facilitator) in programme.facilitators.enumerated() {
      let isOver =
        facilitator.maxVisits.map { led[index] >= $0 } ?? false
        || facilitator.maxVisitsPerWeek.map { ledInWeek[index] >= $0 } ?? false
      let isSame = SameFacilitatorRequired(programme.settings.visits)
      if isOver || !partners.allSatisfy({ isSame.admits($0, index) }) { claims.takeFacilitator(index) }
    }
    return claims
  }
}
