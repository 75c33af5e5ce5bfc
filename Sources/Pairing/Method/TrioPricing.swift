/// Finds trios outside the pool that would improve the relaxation.
enum TrioPricing {
  /// Trios added in one round.
  private static let triosPerRound = 60

  /// The most promising trios, over all there are; none where the relaxation is optimal or no trio may be made.
  static func improving(_ problem: MatchingProblem, _ master: MasterLP, tolerance: Double) -> [Trio] {
    guard let table = problem.trios else { return [] }
    let sets = PricedOddSets(master.oddSets, prices: master.oddSetPrices, nodeCount: problem.nodeCount)
    let sweep = TrioSweep(
      table, unit: 1, nodePrices: master.nodePrices, sets: sets,
      rowPrices: master.rowPrices.map { max(0, $0) },
      lowest: -1e15)
    let known = Set(master.trios)
    var best: [(reduced: Double, trio: Trio)] = []
    // A trio's spread is less than 1.
    var floor = master.trioPrice + tolerance - 1
    sweep.visit(above: &floor) { trio, worth, floor in
      let reduced = worth + table.spread(trio) - master.trioPrice
      guard reduced > tolerance, !known.contains(trio) else { return }
      if best.count == triosPerRound, reduced <= best[best.count - 1].reduced { return }
      let place = best.firstIndex { $0.reduced < reduced } ?? best.count
      best.insert((reduced, trio), at: place)
      guard best.count > triosPerRound else { return }
      best.removeLast()
      floor = max(floor, best[best.count - 1].reduced + master.trioPrice - 1)
    }
    return best.map(\.trio).sorted()
  }

  /// The trio worth most, the earliest among equals; `nil` where none may be made.
  static func heaviest(_ problem: MatchingProblem) -> Trio? {
    guard let table = problem.trios else { return nil }
    let sweep = TrioSweep(
      table, unit: 1, nodePrices: Array(repeating: 0, count: problem.nodeCount),
      sets: PricedOddSets([], prices: [], nodeCount: problem.nodeCount), rowPrices: [], lowest: -1 << 60)
    var heaviest: Trio?
    var floor = -1 << 50
    sweep.visit(above: &floor) { trio, worth, floor in
      heaviest = trio
      floor = worth
    }
    return heaviest
  }
}
