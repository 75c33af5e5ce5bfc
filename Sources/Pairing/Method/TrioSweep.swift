/// A sweep over all trios for those that are worth more than their nodes, sets and rows cost.
///
/// A trio's reduced cost is at most a third of Σ over its three edges of w − 1½(πᵤ + πᵥ), since the prices of sets and
/// rows only lower it. So with the best such edge of either node, most edges need no third node to be tried.
struct TrioSweep<Price: PriceNumber> {
  private let table: TrioTable
  private let nodePrices: [Price]
  private let sets: PricedOddSets<Price>
  private let rowPrices: [Price]
  private let unit: Price
  /// Twice w − 1½(πᵤ + πᵥ), row by row; `lowest` where there is no edge.
  private let halves: [Price]
  /// The largest of each row.
  private let best: [Price]

  /// A sweep under the given prices, those of sets and rows 0 or more; `unit` is what a weight of 1 is in them.
  ///
  /// The sum of three entries of `lowest` must fit, and be below whatever is looked for.
  init(
    _ table: TrioTable, unit: Price, nodePrices: [Price], sets: PricedOddSets<Price>, rowPrices: [Price],
    lowest: Price
  ) {
    self.table = table
    self.nodePrices = nodePrices
    self.sets = sets
    self.rowPrices = rowPrices
    self.unit = unit
    let count = table.nodeCount
    var halves = Array(repeating: lowest, count: count * count)
    var best = Array(repeating: lowest, count: count)
    for u in 0..<count {
      for v in 0..<count {
        let weight = table.weights[u * count + v]
        guard weight != TrioTable.absent else { continue }
        let nodes = nodePrices[u] + nodePrices[v]
        let worth = table.isCounting ? 0 : unit * Price(Int(weight))
        let half = worth + worth - nodes - nodes - nodes
        halves[u * count + v] = half
        if half > best[u] { best[u] = half }
      }
    }
    self.halves = halves
    self.best = best
  }

  /// Tells of each trio whose reduced cost is above `floor`, which the listener may raise as it goes.
  func visit(above floor: inout Price, _ listener: (Trio, Price, inout Price) -> Void) {
    let count = table.nodeCount
    halves.withUnsafeBufferPointer { halves in
      for a in 0..<count {
        for b in (a + 1)..<max(a + 1, count) {
          let half = halves[a * count + b]
          guard half + best[a] + best[b] > floor * 6 else { continue }
          for c in (b + 1)..<max(b + 1, count)
          where half + halves[a * count + c] + halves[b * count + c] > floor * 6 {
            let trio = Trio(a, b, c)
            guard let reduced = reducedCost(trio), reduced > floor, table.isAdmitted(trio) else { continue }
            listener(trio, reduced, &floor)
          }
        }
      }
    }
  }

  /// What a trio is worth beyond its prices, whether it is admitted or not; `nil` where it is worth too little to be
  /// made at all, or no trio.
  @inline(__always)
  private func reducedCost(_ trio: Trio) -> Price? {
    guard let weight = table.worth(trio) else { return nil }
    var reduced = unit * Price(weight)
    reduced -= nodePrices[Int(trio.a)]
    reduced -= nodePrices[Int(trio.b)]
    reduced -= nodePrices[Int(trio.c)]
    reduced -= sets.price(trio)
    for row in rowPrices.indices { reduced -= rowPrices[row] * Price(table.coefficient(trio, row: row)) }
    return reduced
  }
}

/// A number in which prices are reckoned: whole for proofs, with a point for the solver.
protocol PriceNumber: SignedNumeric, Comparable {
  init(_ whole: Int)
}

extension Int: PriceNumber {}
extension Double: PriceNumber {}
