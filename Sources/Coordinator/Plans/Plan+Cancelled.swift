import Domain

extension Plan {
  /// Leaves visits out that were cancelled by order: nobody misses them, so that they cost nothing, nothing is asked for
  /// them, and their pair is not short of dates for them.
  mutating func leaveOut(_ cancelled: Set<VisitID>) {
    let gone = unscheduled.filter { cancelled.contains($0.id) }
    guard !gone.isEmpty else { return }
    // A visit without a date costs the same whichever it is.
    let saved = costs[.unscheduled].count / unscheduled.count * gone.count
    costs[.unscheduled] = costs[.unscheduled] - Minutes(saved)
    visitsQuality.objective -= saved
    visitsQuality.bound -= saved
    unscheduled.removeAll { cancelled.contains($0.id) }
    let pairs = Set(gone.map { PairID([$0.host] + $0.visitors) })
    warnings.removeAll { warning in
      pairs.contains { warning.hasPrefix("Standing breach of \(Rule.enoughCommonDates.rawValue), \($0):") }
    }
  }
}
