import Domain

extension DualProof {
  /// The least objective that any pairing of the free teams can have by these prices, without trios and travel
  /// budget, reckoned as Domain says and with nothing of the solver's.
  func leastObjective(unpairedPrice: Int, weight: (TeamID, TeamID) -> Int?) -> Int {
    let unit = 1 << shift
    var most = 0
    for set in oddSets { most += set.price * ((set.teams.count - 1) / 2) }
    for (place, own) in teams.enumerated() {
      most += own.price + max(0, -unpairedPrice * unit - own.price)
      for other in teams[(place + 1)...] {
        guard let weight = weight(own.team, other.team) else { continue }
        let sets = oddSets.filter { $0.teams.contains(own.team) && $0.teams.contains(other.team) }
        most += max(0, weight * unit - own.price - other.price - sets.reduce(0) { $0 + $1.price })
      }
    }
    return -(most >> shift)
  }
}
