import Domain

/// A set of obstacles that must be lifted, and none of which can be left, for something to become possible.
struct MinimalObstacles {
  /// In the order of the candidates; `nil` where lifting all of them is not enough.
  let obstacles: [Obstacle]?

  /// Filters the candidates: a group, then an obstacle, stays lifted only if it must be.
  ///
  /// `isPossible` says whether lifting these is enough; it is asked about once for each group and each obstacle of the
  /// groups that matter.
  init(_ groups: [[Obstacle]], isPossible: ([Obstacle]) -> Bool) {
    var kept = groups
    guard isPossible(kept.flatMap { $0 }) else {
      obstacles = nil
      return
    }
    for group in kept.indices {
      let without = kept.indices.flatMap { $0 == group ? [] : kept[$0] }
      if isPossible(without) { kept[group] = [] }
    }
    var left = kept.flatMap { $0 }
    // Again until nothing more can be left: a longer drive can be done the evening before, so that lifting more now
    // and then allows less.
    var isSettled = false
    while !isSettled {
      isSettled = true
      for obstacle in left {
        let without = left.filter { $0 != obstacle }
        guard without.count < left.count, isPossible(without) else { continue }
        left = without
        isSettled = false
      }
    }
    obstacles = left
  }
}
