import Domain

/// What the visits of a schedule take up, day by day and person by person: looked up once for all visits.
struct Bookings {
  let examination: Examination
  private let onDay: [Day: [ExaminedVisit]]
  private let ledBy: [FacilitatorID: [ExaminedVisit]]
  private let ofPair: [PairID: [ExaminedVisit]]
  private let inWeek: [Week: [ExaminedVisit]]
  /// How many days each person gives, of those who say how many they give at most.
  private let daysOf: [PersonID: Int]
  private let limits: [PersonID: Int]

  init(_ examination: Examination) {
    self.examination = examination
    let visits = examination.visits
    let limits = Dictionary(
      examination.facts.programme.people.compactMap { person in person.maxDays.map { (person.id, $0) } }
    ) { first, _ in first }
    onDay = Dictionary(grouping: visits, by: \.visit.date)
    ofPair = Dictionary(grouping: visits, by: \.visit.pair)
    ledBy = visits.reduce(into: [:]) { led, visit in
      if let leader = visit.visit.facilitator { led[leader, default: []].append(visit) }
    }
    inWeek = Dictionary(grouping: visits, by: \.visit.date.week)
    daysOf = visits.reduce(into: [:]) { days, visit in
      for person in visit.coming where limits[person] != nil { days[person, default: 0] += 1 }
    }
    self.limits = limits
  }

  /// The other visits on `day`.
  func others(than visit: ExaminedVisit, on day: Day) -> [ExaminedVisit] {
    Self.others(than: visit, among: onDay[day])
  }

  /// The other visits in a week.
  func others(than visit: ExaminedVisit, in week: Week) -> [ExaminedVisit] {
    Self.others(than: visit, among: inWeek[week])
  }

  /// The other visits that `facilitator` leads.
  func others(than visit: ExaminedVisit, ledBy facilitator: FacilitatorID) -> [ExaminedVisit] {
    Self.others(than: visit, among: ledBy[facilitator])
  }

  /// The other visits of the same pair or trio.
  func partners(of visit: ExaminedVisit) -> [ExaminedVisit] {
    Self.others(than: visit, among: ofPair[visit.visit.pair])
  }

  private static func others(than visit: ExaminedVisit, among visits: [ExaminedVisit]?) -> [ExaminedVisit] {
    (visits ?? []).filter { $0.visit.id != visit.visit.id }
  }

  /// Everybody who gives no more days than the other visits take.
  func exhausted(beside visit: ExaminedVisit) -> Set<PersonID> {
    let own = ofPair[visit.visit.pair, default: []].filter { $0.visit.id == visit.visit.id }.flatMap(\.coming)
    return Set(
      limits.filter { person, most in daysOf[person, default: 0] - own.count { $0 == person } >= most }.keys)
  }
}

extension ExaminedVisit {
  /// The members who come, once for each team that they come for.
  var coming: [PersonID] { (presences ?? []).filter(\.isComing).compactMap { $0.member?.person.id } }
}
