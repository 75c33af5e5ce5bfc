public import Domain

/// Why nothing is drawn.
public enum AllocationRefusal: Error, Sendable, Equatable {
  /// There is no pair.
  case noUnits
  /// One team is in two units.
  case teamTwice(TeamID)
  /// So many of so many units cannot visit and leave a control arm.
  case share(visiting: Int, units: Int)
}

extension AllocationRefusal: CustomStringConvertible {
  /// What is wrong, and what to do, as a sentence for people.
  public var description: String {
    switch self {
    case .noUnits: "there is no pair to allocate; see with pair why no two teams may be partners"
    case .teamTwice(let team): "the team \(team) is in two pairs; keep it in one"
    case .share(let visiting, let units):
      units == 1
        ? "\(visiting) of 1 pair cannot visit; a single pair can only visit, so leave --visit out"
        : "\(visiting) of \(units) pairs cannot visit and leave a control arm; ask for 1 to \(units - 1)"
    }
  }
}
