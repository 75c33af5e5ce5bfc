import Domain

/// Which rooms of a host's site can be had on one day.
struct RoomSupply {
  /// The rooms of the site, by id; empty where none are listed, which is no constraint.
  let rooms: [Room]
  private let bookings: [[RoomBooking]]

  /// The rooms of the host's site on `day`, less what other visits have `taken`.
  init(leg: Leg, day: Day, taken: [(room: RoomID, interval: Interval)] = []) {
    let register = leg.facts.register
    let hours = Interval(start: Moment(day, .constant(0, 0)), end: Moment(day, .constant(24, 0)))
    rooms = register.rooms(at: leg.host.site)
    bookings = rooms.map { room in
      let visits = taken.filter { $0.room == room.id }.map {
        RoomBooking(room: $0.room, interval: $0.interval)
      }
      return (register.bookings(of: room.id) + visits).filter { $0.interval.overlaps(hours) }
    }
  }

  /// Whether a session for `people` finds a room during `interval`.
  func holds(_ session: Session, of people: Int, during interval: Interval) -> Bool {
    guard session.needsRoom, !rooms.isEmpty else { return true }
    return rooms.indices.contains { place in
      rooms[place].capacity >= people && !bookings[place].contains { $0.interval.overlaps(interval) }
    }
  }

  /// The booking that keeps `room` from being used during `interval`.
  func booking(of room: RoomID, during interval: Interval) -> RoomBooking? {
    rooms.firstIndex { $0.id == room }.flatMap { place in
      bookings[place].first { $0.interval.overlaps(interval) }
    }
  }

  /// The numbers of people that make a difference: the capacities, smallest first.
  var sizes: [Int] {
    rooms.isEmpty ? [Int.max] : Set(rooms.map(\.capacity)).sorted()
  }
}
