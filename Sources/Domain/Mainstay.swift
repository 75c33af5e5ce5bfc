/// Somebody or something whose absence on the day cancels a visit: nobody else and no other room can take the place
/// while everything else in the plan stands.
public enum Mainstay: Hashable, Sendable, Codable {
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

extension Visit {
  /// Whether a visit can still be lost or moved on `today`: it lies ahead, and was neither held nor cancelled.
  public func isAhead(of today: Day) -> Bool {
    switch status {
    case .draft, .tentative, .confirmed: date > today
    case .cancelled, .held: false
    }
  }
}
