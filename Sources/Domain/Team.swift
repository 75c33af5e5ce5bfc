/// A clinical team that takes part: it hosts one visit and makes one.
public struct Team: Sendable, Equatable {
  /// Its id, as `R0A`.
  public var id: TeamID
  /// Its name for people.
  public var name: String
  /// Where it works and hosts.
  public var site: SiteID
  /// Whether the chief executive approved; only approved teams are paired.
  public var isApproved: Bool
  /// Whether it visits or is compared with.
  public var arm: Arm
  /// Where the team's coordinator is written to.
  public var coordinatorEmail: String?
  /// Every text cell of its row in teams.csv by column name, `network` and `organisation` among them; a blank
  /// cell is absent.
  public var columns: [String: String]

  /// A team as its row describes it.
  public init(
    id: TeamID, name: String, site: SiteID, isApproved: Bool = true, arm: Arm = .visit,
    coordinatorEmail: String? = nil, columns: [String: String] = [:]
  ) {
    self.id = id
    self.name = name
    self.site = site
    self.isApproved = isApproved
    self.arm = arm
    self.coordinatorEmail = coordinatorEmail
    self.columns = columns
  }

  /// The cell of `column`, `nil` where blank; a blank never matches another.
  public func value(of column: String) -> String? { columns[column] }
}

/// The arm of the programme that a team was allocated to.
public enum Arm: String, Sendable, Codable, CaseIterable {
  /// Visits and hosts.
  case visit
  /// Is compared with; never paired.
  case control
}

/// A hospital site, where a team works and rooms are.
public struct Site: Sendable, Equatable {
  /// Its id.
  public var id: SiteID
  /// Its name for people.
  public var name: String
  /// The postcode, where given.
  public var postcode: String?
  /// Where it stands.
  public var location: Location

  /// A site as its row describes it.
  public init(id: SiteID, name: String, postcode: String? = nil, location: Location) {
    self.id = id
    self.name = name
    self.postcode = postcode
    self.location = location
  }
}

/// A place, and whether it was given exactly or looked up from an outward postcode.
public struct Location: Sendable, Equatable {
  /// Latitude and longitude.
  public var coordinates: Coordinates
  /// True where the coordinates are the centre of the outward postcode (`M23` of `M23 9LT`).
  public var isFromPostcode: Bool

  /// A place.
  public init(coordinates: Coordinates, isFromPostcode: Bool = false) {
    self.coordinates = coordinates
    self.isFromPostcode = isFromPostcode
  }
}

/// A meeting room at a site.
public struct Room: Sendable, Equatable {
  /// Its id.
  public var id: RoomID
  /// Where it is.
  public var site: SiteID
  /// Its name for people.
  public var name: String
  /// How many people it holds, everybody counted.
  public var capacity: Int
  /// What it has, as written.
  public var equipment: String?

  /// A room as its row describes it.
  public init(id: RoomID, site: SiteID, name: String, capacity: Int, equipment: String? = nil) {
    self.id = id
    self.site = site
    self.name = name
    self.capacity = capacity
    self.equipment = equipment
  }
}

/// A time at which a room is taken: booked and held block alike.
public struct RoomBooking: Sendable, Equatable {
  /// Which room.
  public var room: RoomID
  /// When.
  public var interval: Interval
  /// Booked for good or held.
  public var status: BookingStatus
  /// Whose booking it is, as written.
  public var reference: String?

  /// A booking as its row describes it.
  public init(room: RoomID, interval: Interval, status: BookingStatus = .booked, reference: String? = nil) {
    self.room = room
    self.interval = interval
    self.status = status
    self.reference = reference
  }
}

/// How firmly a room is taken; both block.
public enum BookingStatus: String, Sendable, Codable, CaseIterable {
  case booked, held
}
