import Domain

/// How a search takes what the programme's schedule says of its visit.
enum Stance {
  /// Nothing is published: any time will do.
  case anew
  /// The visit starts when it was published to start.
  case kept(MoveCharge)
  /// It starts at any other time, which is charged.
  case moved(MoveCharge)
  /// It stays at these hours. With `isLenient` whoever is needed counts as free and drives may take any time;
  /// without a `room`, none is looked for.
  case fixed(SettledHours, isLed: Bool, isLenient: Bool, inRooms: Bool)

  var move: MoveCharge? {
    switch self {
    case .kept(let move), .moved(let move): move
    case .anew, .fixed: nil
    }
  }

  var isMoved: Bool {
    switch self {
    case .moved: true
    case .anew, .kept, .fixed: false
    }
  }

  var isLenient: Bool {
    switch self {
    case .fixed(_, _, let isLenient, _): isLenient
    case .anew, .kept, .moved: false
    }
  }

  var hours: SettledHours {
    switch self {
    case .anew, .moved: .open
    case .kept(let move): SettledHours(start: move.given.start)
    case .fixed(let hours, _, _, _): hours
    }
  }
}
