/// What a visit needs and may have to do without: a person, a facilitator or a room.
public enum Resource: Hashable, Sendable, Codable {
  case person(PersonID)
  case facilitator(FacilitatorID)
  case room(RoomID)

  /// The id.
  public var text: String {
    switch self {
    case .person(let id): id.text
    case .facilitator(let id): id.text
    case .room(let id): id.text
    }
  }
}
