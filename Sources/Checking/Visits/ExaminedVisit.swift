import Domain

/// A visit together with everything that follows from its teams, hours and facilitator.
struct ExaminedVisit {
  let visit: Visit
  let leg: Leg
  let facilitator: Facilitator?
  /// Whether it stands where a fixed row put it.
  let isFixed: Bool
  /// The journeys of the visiting teams by id, then the facilitator's.
  let trips: [Trip]
  /// Everybody whom the plan lists and the programme knows on that side; `nil` without detail.
  let presences: [Presence]?

  /// Works out `visit`; `nil` where a team is unknown.
  init?(_ visit: Visit, facts: Facts) {
    guard let leg = Leg(host: visit.host, visitors: visit.visitors, facts: facts) else { return nil }
    self.visit = visit
    self.leg = leg
    facilitator = visit.facilitator.flatMap { facts.register.facilitator($0) }
    isFixed = facts.isFixed(visit)
    let trips = leg.trips(for: visit.interval, facilitator: facilitator)
    self.trips = trips
    let leader = facilitator
    presences = visit.detail.map { detail in
      Presence.all(in: detail, of: visit, leg: leg, trips: trips, facilitator: leader)
    }
  }

  var facts: Facts { leg.facts }
  var settings: Settings { leg.settings }

  /// As in `the visit of Bolton to Airedale on 12 May 2027`.
  var name: String { "the visit of \(leg.visitorNames) to \(leg.host.name) on \(Words.date(visit.date))" }

  /// The host's meetings that day, with a quorum.
  var meetings: [Interval] { facts.calendar.meetings(of: leg.host.id, on: visit.date) }

  /// The stated observation of the MDT meeting.
  var meetingItem: AgendaItem? { visit.detail?.agenda.first { $0.session.text == "mdt" } }

  /// The names of those who make `trip`.
  func name(of traveller: Traveller) -> String {
    switch traveller {
    case .team(let team): facts.register.name(of: team)
    case .facilitator(let id): facts.register.name(of: id)
    }
  }

  /// The trip that a member makes; `nil` for the host's people.
  func trip(of member: Leg.Member) -> Trip? {
    member.side == .visitor ? trips.first { $0.traveller == .team(member.team) } : nil
  }

  /// The time that a member gives if they are at the whole visit.
  func wholeVisit(of member: Leg.Member) -> Interval { trip(of: member)?.absence ?? visit.interval }

  /// By date, start and id.
  static func precedes(_ a: ExaminedVisit, _ b: ExaminedVisit) -> Bool {
    a.visit.interval.start != b.visit.interval.start
      ? a.visit.interval.start < b.visit.interval.start : a.visit.id < b.visit.id
  }
}
