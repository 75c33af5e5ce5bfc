/// The people who could bring one role for several parties, one after the other in the search of a crowded day, with
/// the least that those still to choose can cost.
struct CrowdedGroup {
  let role: CrowdedRoles.OpenRole
  /// Their positions in the search.
  let positions: Range<Int>
  /// For each position of theirs and one more, by the parties that bring the role already, as bits: the least cost of
  /// the rest with prices, the charge for missing counterparts among it.
  private var least: [[Int]] = []

  /// The holders of `role` at `positions`.
  init(_ role: CrowdedRoles.OpenRole, positions: Range<Int>) {
    self.role = role
    self.positions = positions
  }

  /// Works out the least costs, exactly but for the seats: what each costs at least who comes, or stays away, and the
  /// parties for which each counts.
  mutating func sumUp(_ costs: [(comes: Int, away: Int)], parties: [Int], missing: Int) {
    var next = (0..<8).map { role.lonely($0) * missing }
    least = [next]
    for index in costs.indices.reversed() {
      next = (0..<8).map { brought in
        min(
          PricedDay.never, costs[index].comes + next[brought | parties[index]],
          costs[index].away + next[brought])
      }
      least.append(next)
    }
    least.reverse()
  }

  /// The least that those from `position` on cost where `brought` bring the role already.
  func least(at position: Int, brought: Int) -> Int { least[position - positions.lowerBound][brought] }
}
