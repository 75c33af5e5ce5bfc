import Domain

/// Teams, people, places and rooms by their ids.
struct Register: Sendable {
  private let teams: [TeamID: Team]
  private let sites: [SiteID: Site]
  private let people: [PersonID: Person]
  private let members: [TeamID: [Person]]
  private let rooms: [RoomID: Room]
  private let roomsAtSite: [SiteID: [Room]]
  private let bookings: [RoomID: [RoomBooking]]
  private let facilitators: [FacilitatorID: Facilitator]

  init(programme: Programme) {
    teams = Self.index(programme.teams, by: \.id)
    sites = Self.index(programme.sites, by: \.id)
    people = Self.index(programme.people, by: \.id)
    rooms = Self.index(programme.rooms, by: \.id)
    facilitators = Self.index(programme.facilitators, by: \.id)
    roomsAtSite = Dictionary(grouping: programme.rooms, by: \.site)
    bookings = Dictionary(grouping: programme.roomBookings, by: \.room)
    var members: [TeamID: [Person]] = [:]
    for person in programme.people {
      for team in person.teams { members[team, default: []].append(person) }
    }
    self.members = members
  }

  func team(_ id: TeamID) -> Team? { teams[id] }
  func person(_ id: PersonID) -> Person? { people[id] }
  func facilitator(_ id: FacilitatorID) -> Facilitator? { facilitators[id] }
  func room(_ id: RoomID) -> Room? { rooms[id] }
  func site(_ id: SiteID) -> Site? { sites[id] }

  /// The members of a team, by id.
  func members(of team: TeamID) -> [Person] { members[team] ?? [] }
  /// The rooms of a site, by id.
  func rooms(at site: SiteID) -> [Room] { roomsAtSite[site] ?? [] }
  /// When a room is booked.
  func bookings(of room: RoomID) -> [RoomBooking] { bookings[room] ?? [] }

  /// The name of a team for people; its id where it is unknown.
  func name(of team: TeamID) -> String { teams[team]?.name ?? team.text }
  /// The name of a facilitator for people; the id where unknown.
  func name(of facilitator: FacilitatorID) -> String { facilitators[facilitator]?.name ?? facilitator.text }
  /// The name of a room for people; the id where unknown.
  func name(of room: RoomID) -> String { rooms[room]?.name ?? room.text }
  /// The name of an attendee for people; the id where unknown.
  func name(of attendee: Attendee) -> String {
    switch attendee {
    case .person(let id): people[id]?.name ?? id.text
    case .facilitator(let id): name(of: id)
    }
  }

  private static func index<Row, Key: Hashable>(_ rows: [Row], by key: (Row) -> Key) -> [Key: Row] {
    Dictionary(rows.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
