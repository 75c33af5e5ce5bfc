/// A planned visit: one leg of a pair on one day.
public struct Visit: Sendable, Equatable, Codable {
  /// Who receives.
  public var host: TeamID
  /// Who comes; two in a trio.
  public var visitors: [TeamID]
  /// 1 for the pair's earlier visit, 2 for the later; `nil` while the other has no date.
  public var leg: Int?
  /// From the first session to the end of the last.
  public var interval: Interval
  /// The room of most sessions; `nil` where the site lists no rooms.
  public var room: RoomID?
  /// Who leads it; `nil` where the programme lists no facilitators.
  public var facilitator: FacilitatorID?
  /// Agenda, attendance and journeys; `nil` in a schedule that says no more than the day.
  public var detail: VisitDetail?
  /// How firm it is.
  public var status: VisitStatus
  /// Who pinned it and why.
  public var pin: Pin?
  /// A date kept in reserve: the visit could go there while everything else stays.
  public var reserveDate: Day?
  /// Everybody and everything without which the visit cannot be held on its date: people by id, the facilitator, rooms
  /// by id; `nil` where that was not worked out.
  public var mainstays: [Resource]?
  /// The release that last changed it.
  public var release: Int?
  /// The calendar's SEQUENCE.
  public var sequence: Int

  /// A planned visit.
  public init(
    host: TeamID, visitors: [TeamID], leg: Int? = nil, interval: Interval, room: RoomID? = nil,
    facilitator: FacilitatorID? = nil, detail: VisitDetail? = nil, status: VisitStatus = .draft,
    pin: Pin? = nil, reserveDate: Day? = nil, mainstays: [Resource]? = nil, release: Int? = nil,
    sequence: Int = 0
  ) {
    self.host = host
    self.visitors = visitors
    self.leg = leg
    self.interval = interval
    self.room = room
    self.facilitator = facilitator
    self.detail = detail
    self.status = status
    self.pin = pin
    self.reserveDate = reserveDate
    self.mainstays = mainstays
    self.release = release
    self.sequence = sequence
  }

  /// The stable name.
  public var id: VisitID { VisitID(host: host, visitors: visitors) }
  /// The pair whose leg it is.
  public var pair: PairID { PairID([host] + visitors) }
  /// Host and visitors together, for people: as in `both teams`, and `all three teams` of a trio.
  public var allTeams: String { visitors.count == 1 ? "both teams" : "all three teams" }
  /// The day on which it takes place.
  public var date: Day { interval.start.day }
}

/// What happens on the day, who is there and how they travel.
public struct VisitDetail: Sendable, Equatable, Codable {
  /// The sessions in order of time.
  public var agenda: [AgendaItem]
  /// Everybody of both teams and the facilitator, present or not: host's people, visitors, facilitator, each
  /// by id.
  public var attendance: [Attendance]
  /// The journeys of visiting teams and of the facilitator, in that order.
  public var journeys: [Journey]

  /// The details of a visit.
  public init(agenda: [AgendaItem], attendance: [Attendance], journeys: [Journey]) {
    self.agenda = agenda
    self.attendance = attendance
    self.journeys = journeys
  }
}

/// A session at its time and place.
public struct AgendaItem: Sendable, Equatable, Codable {
  /// Which session of the programme's agenda.
  public var session: SessionID
  /// The title for people.
  public var title: String
  /// When.
  public var interval: Interval
  /// Where; `nil` for the MDT meeting and lunch, and where the site lists no rooms.
  public var room: RoomID?

  /// A session at its time.
  public init(session: SessionID, title: String, interval: Interval, room: RoomID? = nil) {
    self.session = session
    self.title = title
    self.interval = interval
    self.room = room
  }
}

/// What is expected of one person at a visit.
public struct Attendance: Sendable, Equatable, Codable {
  /// Who.
  public var attendee: Attendee
  /// On which side.
  public var side: Side
  /// The person's role; `nil` for the facilitator.
  public var role: Role?
  /// Whether the visit needs them: they fill a required role, or their row says so; facilitators always.
  public var isRequired: Bool
  /// The sessions they miss, in the order of the agenda; all of them where they stay away.
  public var missed: [SessionID]
  /// Whether they stay away.
  public var isAbsent: Bool
  /// What their coming or staying away costs: absence, clinics, "if needed", not preferred, overnight.
  public var cost: Minutes

  /// A person's part in a visit.
  public init(
    attendee: Attendee, side: Side, role: Role? = nil, isRequired: Bool, missed: [SessionID] = [],
    isAbsent: Bool = false, cost: Minutes = .zero
  ) {
    self.attendee = attendee
    self.side = side
    self.role = role
    self.isRequired = isRequired
    self.missed = missed
    self.isAbsent = isAbsent
    self.cost = cost
  }
}

/// A member of a team, or the facilitator.
public enum Attendee: Hashable, Sendable, Codable {
  case person(PersonID)
  case facilitator(FacilitatorID)

  /// The id.
  public var text: String {
    switch self {
    case .person(let id): id.text
    case .facilitator(let id): id.text
    }
  }
}

/// How a visiting team, or the facilitator, comes and goes.
public struct Journey: Sendable, Equatable, Codable {
  /// Who travels.
  public var traveller: Traveller
  /// When they leave home, the evening before where `isOvernight`.
  public var departure: Moment
  /// How long the drive there takes.
  public var outward: Minutes
  /// How long the drive home takes.
  public var homeward: Minutes
  /// When they are home.
  public var arrival: Moment
  /// Whether they sleep near the host.
  public var isOvernight: Bool
  /// Whether either drive is an estimate.
  public var isEstimated: Bool

  /// A journey.
  public init(
    traveller: Traveller, departure: Moment, outward: Minutes, homeward: Minutes, arrival: Moment,
    isOvernight: Bool, isEstimated: Bool
  ) {
    self.traveller = traveller
    self.departure = departure
    self.outward = outward
    self.homeward = homeward
    self.arrival = arrival
    self.isOvernight = isOvernight
    self.isEstimated = isEstimated
  }

  /// From leaving home to being home again.
  public var interval: Interval { Interval(start: departure, end: arrival) }
}

/// Who makes a journey.
public enum Traveller: Hashable, Sendable, Codable {
  case team(TeamID)
  case facilitator(FacilitatorID)
}
