/// The ids of those who may have a calendar, as far as they are known.
public struct KnownOwners: Sendable, Equatable {
  /// People and facilitators.
  public var people: Set<String>
  /// Rooms.
  public var rooms: Set<String>

  /// These ids.
  public init(people: Set<String> = [], rooms: Set<String> = []) {
    self.people = people
    self.rooms = rooms
  }

  func union(_ other: KnownOwners) -> KnownOwners {
    KnownOwners(people: people.union(other.people), rooms: rooms.union(other.rooms))
  }
}
