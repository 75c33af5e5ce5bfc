/// Integer prices that bound every matching from above, and so prove an optimum without trusting the simplex.
///
/// For any node prices π, odd-set prices μ ≥ 0 and row prices ν ≥ 0 no matching is worth more than
/// Σ πᵥ + Σ μₛ(|S| − 1)/2 + Σ νᵣbᵣ + Σₑ max(0, dₑ) + Σᵥ max(0, −penalty − πᵥ), over all edges of the graph, with
/// dₑ = wₑ − πᵤ − πᵥ − Σ_{S∋u,v} μₛ − Σ νᵣaᵣₑ. Where one trio may be made, the best reduced cost of any is added, if
/// above 0; in that of a trio a set counts that holds two of its nodes or all three. All numbers here are whole multiples of 2^−`shift`, reckoned without
/// overflow or rounding; only the choice of prices comes from the solver.
struct Certificate {
  /// Prices are in units of 2^−shift.
  let shift: Int
  /// π, one a node.
  let nodePrices: [Int]
  /// The odd sets with a price.
  let oddSets: [OddSet]
  /// μ, one an odd set, 0 or more.
  let oddSetPrices: [Int]
  /// ν, one a side row, 0 or more.
  let rowPrices: [Int]
  /// The best reduced cost of a trio, 0 or more.
  let trioPrice: Int
  /// The bound in units of 2^−shift.
  let scaledBound: Int

  /// The largest whole number not above the bound: no matching is worth more.
  var bound: Int { scaledBound >> shift }

  /// Shifts tried, the finest first; a finer one leaves less to rounding and overflows sooner.
  private static let shifts = [24, 20, 16, 12, 8, 4, 0]

  /// A certificate from the solver's duals; `nil` where they are no numbers or too large to reckon with.
  init?(
    _ problem: MatchingProblem, nodePrices: [Double], oddSets: [OddSet], oddSetPrices: [Double],
    rowPrices: [Double]
  ) {
    for shift in Self.shifts {
      if let certificate = Self(
        problem, shift: shift, nodePrices: nodePrices, oddSets: oddSets, oddSetPrices: oddSetPrices,
        rowPrices: rowPrices)
      {
        self = certificate
        return
      }
    }
    return nil
  }

  private init?(
    _ problem: MatchingProblem, shift: Int, nodePrices: [Double], oddSets: [OddSet], oddSetPrices: [Double],
    rowPrices: [Double]
  ) {
    guard problem.penalty <= Self.largest >> shift, problem.largestWeight <= Self.largest >> shift,
      var node = Self.scaled(nodePrices, shift),
      let set = Self.scaled(oddSetPrices.map { max(0, $0) }, shift),
      let row = Self.scaled(rowPrices.map { max(0, $0) }, shift)
    else { return nil }
    let priced = oddSets.indices.filter { set[$0] > 0 }
    self.shift = shift
    self.oddSets = priced.map { oddSets[$0] }
    self.oddSetPrices = priced.map { set[$0] }
    self.rowPrices = row

    // Prices of sets are added up edge by edge without a check: their sum must fit.
    var total = Checked()
    for price in self.oddSetPrices { total.add(price, times: 1) }
    guard let total = total.value, total <= Self.largest else { return nil }

    var sum = Checked()
    for position in self.oddSets.indices {
      sum.add(self.oddSetPrices[position], times: self.oddSets[position].capacity)
    }
    for position in row.indices { sum.add(row[position], times: problem.sideRows[position].bound) }

    let sets = PricedOddSets(self.oddSets, prices: self.oddSetPrices, nodeCount: problem.nodeCount)
    guard Self.raise(&node, problem, shift, sets, row) else { return nil }
    for price in node {
      sum.add(price, times: 1)
      sum.add(max(0, -(problem.penalty << shift) - price), times: 1)
    }
    guard let bound = sum.value else { return nil }
    guard let trioPrice = Self.trioPrice(problem, shift: shift, node: node, sets: sets, row: row),
      bound <= .max - trioPrice
    else { return nil }
    self.nodePrices = node
    self.trioPrice = trioPrice
    scaledBound = bound + trioPrice
  }

  /// The best reduced cost of a trio, 0 or more; `nil` where the numbers are too large to reckon with.
  private static func trioPrice(
    _ problem: MatchingProblem, shift: Int, node: [Int], sets: PricedOddSets<Int>, row: [Int]
  ) -> Int? {
    guard let sweep = sweep(problem, shift: shift, node: node, sets: sets, row: row) else {
      return problem.trios == nil ? 0 : nil
    }
    var best = 0
    sweep.visit(above: &best) { _, reduced, floor in floor = reduced }
    return best
  }

  private static func sweep(
    _ problem: MatchingProblem, shift: Int, node: [Int], sets: PricedOddSets<Int>, row: [Int]
  ) -> TrioSweep<Int>? {
    guard let table = problem.trios else { return nil }
    let most = largest >> 2
    guard problem.largestWeight <= most >> shift, node.allSatisfy({ abs($0) <= most }) else { return nil }
    for (price, side) in zip(row, problem.sideRows) {
      let (product, overflow) = price.multipliedReportingOverflow(by: side.coefficients.max() ?? 0)
      guard !overflow, product <= most / problem.sideRows.count else { return nil }
    }
    return TrioSweep(
      table, unit: 1 << shift, nodePrices: node, sets: sets, rowPrices: row, lowest: -(1 << 60))
  }

  /// Tells of each trio with which a matching stays below the bound by at most `room`, in units of 2^−shift, and
  /// by how much.
  func trios(
    of problem: MatchingProblem, losing room: Int, sets: PricedOddSets<Int>,
    _ listener: (Trio, Int) -> Void
  ) {
    guard
      let sweep = Self.sweep(problem, shift: shift, node: nodePrices, sets: sets, row: rowPrices)
    else { return }
    var floor = trioPrice - room - 1
    sweep.visit(above: &floor) { trio, reduced, _ in listener(trio, trioPrice - reduced) }
  }

  /// Raises the price of each edge's tail until no edge has a positive reduced cost.
  ///
  /// Costs no more than Σₑ max(0, dₑ) and often much less, because one raise serves all the tail's edges.
  private static func raise(
    _ node: inout [Int], _ problem: MatchingProblem, _ shift: Int, _ sets: PricedOddSets<Int>, _ row: [Int]
  ) -> Bool {
    for tail in 0..<problem.nodeCount {
      var excess = 0
      for edge in problem.starts[tail]..<problem.starts[tail + 1] {
        guard
          let reduced = reducedCost(
            problem, edge: edge, shift: shift, node: node, sets: sets, row: row, above: excess)
        else { return false }
        excess = max(excess, reduced)
      }
      node[tail] += excess
    }
    return true
  }

  /// dₑ, or any number not above `floor` where dₑ is not above it; `nil` on overflow.
  private static func reducedCost(
    _ problem: MatchingProblem, edge: Int, shift: Int, node: [Int], sets: PricedOddSets<Int>, row: [Int],
    above floor: Int
  ) -> Int? {
    let (tail, head) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
    var reduced = (problem.weights[edge] << shift) - node[tail] - node[head]
    guard reduced > floor else { return reduced }
    reduced -= sets.price(tail, head)
    guard !row.isEmpty else { return reduced }
    var sum = Checked()
    sum.add(reduced, times: 1)
    for (position, side) in problem.sideRows.enumerated() {
      sum.add(-row[position], times: side.coefficients[edge])
    }
    return sum.value
  }

  /// By how much a matching with this edge must stay below the bound, in units of 2^−shift, 0 or more.
  func loss(of edge: Int, in problem: MatchingProblem, sets: PricedOddSets<Int>) -> Int {
    let reduced = Self.reducedCost(
      problem, edge: edge, shift: shift, node: nodePrices, sets: sets, row: rowPrices, above: .min)
    return reduced.map { max(0, -$0) } ?? 0
  }

  /// The priced odd sets, laid out for `loss`.
  func pricedOddSets(nodeCount: Int) -> PricedOddSets<Int> {
    PricedOddSets(oddSets, prices: oddSetPrices, nodeCount: nodeCount)
  }

  /// The few numbers of this magnitude that meet in one reduced cost cannot overflow.
  private static let largest = 1 << 58

  private static func scaled(_ prices: [Double], _ shift: Int) -> [Int]? {
    var scaled: [Int] = []
    scaled.reserveCapacity(prices.count)
    let unit = Double(1 << shift)
    for price in prices {
      guard let whole = Int(exactly: (price * unit).rounded()), abs(whole) <= largest else { return nil }
      scaled.append(whole)
    }
    return scaled
  }
}

/// A sum that becomes `nil` on overflow and stays so.
private struct Checked {
  private(set) var value: Int? = 0

  mutating func add(_ a: Int, times b: Int) {
    guard let sum = value else { return }
    let (product, tooLarge) = a.multipliedReportingOverflow(by: b)
    let (total, overflow) = sum.addingReportingOverflow(product)
    value = tooLarge || overflow ? nil : total
  }
}
