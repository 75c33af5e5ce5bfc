import Domain

/// Which rooms of a host's site can be had.
struct RoomSupply {
  /// The rooms of the site, by id; empty where none are listed, which is no constraint.
  let rooms: [Room]
  let register: Register

  init(leg: Leg) {
    rooms = leg.facts.register.rooms(at: leg.host.site)
    register = leg.facts.register
  }

  /// Whether a session for `people` finds a room during `interval`.
  func holds(_ session: Session, of people: Int, during interval: Interval) -> Bool {
    guard session.needsRoom, !rooms.isEmpty else { return true }
    return rooms.contains {
      $0.capacity >= people && register.booking(of: $0.id, during: interval) == nil
    }
  }

  /// The numbers of people that make a difference: the capacities, smallest first.
  var sizes: [Int] {
    rooms.isEmpty ? [Int.max] : Array(Set(rooms.map(\.capacity))).sorted()
  }
}
