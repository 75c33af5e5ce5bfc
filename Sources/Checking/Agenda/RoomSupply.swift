import Domain

/// Which rooms of a host's site can be had on one day.
struct RoomSupply {
  /// The rooms of the site, by id; empty where none are listed, which is no constraint.
  let rooms: [Room]
  private let takings: [[Taking]]

  /// What keeps a room from being used for a while.
  struct Taking {
    var interval: Interval
    /// "is booked", "is held", "is the meeting room of" a team, or "is used" by another visit.
    var words: String
  }

  /// The rooms of the host's site on `day`, less what other visits have `taken`.
  init(leg: Leg, day: Day, taken: [(room: RoomID, interval: Interval)] = []) {
    let rooms = leg.facts.register.rooms(at: leg.host.site)
    self.rooms = rooms
    takings = rooms.map { room in
      Self.takings(of: room.id, on: day, leg.facts)
        + taken.filter { $0.room == room.id }.map { Taking(interval: $0.interval, words: "is used") }
    }
  }

  /// What takes a room on `day` whatever visits there are: bookings, and the meetings whose own room it is.
  static func takings(of room: RoomID, on day: Day, _ facts: Facts) -> [Taking] {
    let hours = Interval(start: Moment(day, .constant(0, 0)), end: Moment(day, .constant(24, 0)))
    return facts.register.bookings(of: room).filter { $0.interval.overlaps(hours) }.map {
      Taking(interval: $0.interval, words: "is \($0.status.rawValue)")
    }
      + facts.calendar.hours(in: room, on: day).map { meeting in
        Taking(
          interval: meeting.hours,
          words: "is the meeting room of \(facts.register.name(of: meeting.team))")
      }
  }

  /// Whether a session for `people` finds a room during `interval`.
  func holds(_ session: Session, of people: Int, during interval: Interval) -> Bool {
    guard session.needsRoom, !rooms.isEmpty else { return true }
    return rooms.indices.contains { place in
      rooms[place].capacity >= people && !takings[place].contains { $0.interval.overlaps(interval) }
    }
  }

  /// What keeps `room` from being used during `interval`.
  func taking(of room: RoomID, during interval: Interval) -> Taking? {
    rooms.firstIndex { $0.id == room }.flatMap { place in
      takings[place].first { $0.interval.overlaps(interval) }
    }
  }

  /// The numbers of people that make a difference: the capacities, smallest first.
  var sizes: [Int] {
    rooms.isEmpty ? [Int.max] : Set(rooms.map(\.capacity)).sorted()
  }
}
