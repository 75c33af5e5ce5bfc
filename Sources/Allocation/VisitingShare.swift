/// How many units are to visit.
public enum VisitingShare: Sendable, Equatable {
  /// So many.
  case units(Int)
  /// So many in a hundred, 1 to 99, rounded up to a whole unit.
  case percent(Int)

  /// Half of them, and the odd one.
  public static let half = VisitingShare.percent(50)

  /// How many of `total` units.
  public func count(of total: Int) -> Int {
    switch self {
    case .units(let count): count
    case .percent(let percent): (total * percent + 99) / 100
    }
  }
}
