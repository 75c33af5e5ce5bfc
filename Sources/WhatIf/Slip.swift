public import Domain

/// What one visit's delay does to a schedule.
public struct Slip: Codable, Sendable, Equatable {
  /// The visit.
  public var visit: VisitID
  /// How many weeks after its date it is at the earliest.
  public var weeks: Int
  /// By how much the schedule costs more, in clinician-minutes, visits without a date left out.
  public var addedCost: Int
  /// How many visits have no date any more.
  public var lost: Int
  /// How many other visits move.
  public var moved: Int
  /// Clinician-minutes of notice broken.
  public var noticeCost: Int
  /// The visit's new date; `nil` where it has none.
  public var date: Day?
  /// Whether nothing cheaper exists.
  public var isProven: Bool

  /// What a delay does.
  public init(
    visit: VisitID, weeks: Int, addedCost: Int, lost: Int, moved: Int, noticeCost: Int, date: Day?,
    isProven: Bool
  ) {
    self.visit = visit
    self.weeks = weeks
    self.addedCost = addedCost
    self.lost = lost
    self.moved = moved
    self.noticeCost = noticeCost
    self.date = date
    self.isProven = isProven
  }

  /// The delays by visit, the visit whose delays do most damage first: visits lost, then cost, summed over the weeks;
  /// ties by name.
  public static func byDamage(_ slips: [Slip]) -> [(visit: VisitID, slips: [Slip])] {
    var groups: [(visit: VisitID, slips: [Slip])] = []
    for slip in slips {
      if let known = groups.firstIndex(where: { $0.visit == slip.visit }) {
        groups[known].slips.append(slip)
      } else {
        groups.append((slip.visit, [slip]))
      }
    }
    func damage(_ slips: [Slip]) -> (Int, Int) {
      (slips.reduce(0) { $0 + $1.lost }, slips.reduce(0) { $0 + $1.addedCost })
    }
    return groups.sorted { a, b in
      let (x, y) = (damage(a.slips), damage(b.slips))
      return x == y ? a.visit < b.visit : x > y
    }
  }
}
