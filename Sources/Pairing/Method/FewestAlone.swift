/// How few nodes a matching that keeps to the only side row leaves alone, exactly.
///
/// Let t(k) be the least that a matching with k nodes alone uses of the row. It is convex over the k that matchings
/// can have, every other whole number, so at a price λ for each node alone the cheapest matching has the k between
/// whose slopes λ lies. With uses counted fourfold all slopes are even, so at an odd λ only one k is cheapest, and
/// where k changes from one odd λ to the next t is a straight line between. Bisection over λ, each step a plain matching.
struct FewestAlone {
  /// The fewest nodes alone.
  let count: Int
  /// Of the matchings that leave so many alone, one that uses least.
  let matching: Matching

  /// The fewest over all edges of `problem`; of the matchings that do not leave `insisted` alone, if one is named.
  /// `nil` where there is none, where time ran out or the solver gave up.
  init?(
    _ problem: MatchingProblem, _ row: SideRow, insisting insisted: Int? = nil, isOver: @escaping () -> Bool
  ) {
    // Having a partner is then worth more than anything.
    let bonus =
      8
      * MatchingProblem.dominatingPenalty(
        nodeCount: problem.nodeCount, weights: row.coefficients.map { 4 * $0 })
      * problem.nodeCount
    func isInsisted(_ edge: Int) -> Bool {
      insisted == Int(problem.tails[edge]) || insisted == Int(problem.heads[edge])
    }
    let weights = row.coefficients.indices.map { -4 * row.coefficients[$0] + (isInsisted($0) ? bonus : 0) }
    func cheapest(_ price: Int) -> (alone: Int, use: Int)? {
      let plain = MatchingProblem(
        nodeCount: problem.nodeCount, tails: problem.tails, heads: problem.heads, weights: weights,
        penalty: price)
      let solver = MatchingSolver(plain, control: .init(isOver: isOver))
      guard solver.isProven, insisted.map({ !solver.incumbent.isAlone($0) }) ?? true else { return nil }
      let alone = (0..<plain.nodeCount).count { solver.incumbent.isAlone($0) }
      return (alone, solver.incumbent.taken(in: plain).reduce(0) { $0 + row.coefficients[$1] })
    }
    // So dear that as few as possible are alone; odd.
    var high =
      2
      * MatchingProblem.dominatingPenalty(
        nodeCount: problem.nodeCount, weights: row.coefficients.map { 4 * $0 }) + 1
    var low = 1
    guard var dear = cheapest(high) else { return nil }
    guard var cheap = dear.use <= row.bound ? dear : cheapest(low) else { return nil }
    guard cheap.use <= row.bound else { return nil }
    while dear.use > row.bound, high - low > 2 {
      let middle = low + (high - low) / 4 * 2
      guard let found = cheapest(middle) else { return nil }
      if found.use <= row.bound { (low, cheap) = (middle, found) } else { (high, dear) = (middle, found) }
    }
    // Between the two each node less alone uses (low + 1) / 4 more.
    let fewer = 4 * (row.bound - cheap.use) / (low + 1)
    count = max(dear.alone, cheap.alone - fewer / 2 * 2)
    let companions = Companions(problem, count: count, sparing: insisted)
    let solver = MatchingSolver(companions.least(row), control: .init(isOver: isOver))
    guard solver.isProven else { return nil }
    matching = companions.matching(solver.incumbent)
  }
}
