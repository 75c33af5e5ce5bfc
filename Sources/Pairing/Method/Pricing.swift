/// Finds edges outside the pool that would improve the relaxation: dₑ = wₑ − πᵤ − πᵥ − Σ μ − Σ νₐₑ > 0.
enum Pricing {
  /// Edges added at each node in one round.
  static let edgesPerNode = 8
  /// Edges at each node with which the pool begins.
  static let firstEdgesPerNode = 4

  /// The pool to begin with: the edges of the first basis, and at each node those that are nearest to tight there.
  static func firstPool(_ problem: MatchingProblem, weights: [Double], start: StartBasis) -> [Int] {
    var best = BestEdges(nodeCount: problem.nodeCount, limit: firstEdgesPerNode)
    for edge in weights.indices {
      let (tail, head) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
      best.offer(
        edge, tail: tail, head: head, value: weights[edge] - start.prices[tail] - start.prices[head])
    }
    var pool = best.all()
    var isKnown = Array(repeating: false, count: problem.edgeCount)
    for edge in pool { isKnown[edge] = true }
    for edge in start.edges where !isKnown[edge] { pool.append(edge) }
    return pool
  }

  /// The most promising edges at each node, over the whole graph; none where the relaxation is optimal.
  static func improving(_ problem: MatchingProblem, _ master: MasterLP, tolerance: Double) -> [Int] {
    let node = master.nodePrices
    let row = master.rowPrices
    let sets = PricedOddSets(
      master.oddSets, prices: master.oddSetPrices, nodeCount: problem.nodeCount)
    var best = BestEdges(nodeCount: problem.nodeCount, limit: edgesPerNode)
    for tail in 0..<problem.nodeCount {
      let price = node[tail]
      for edge in problem.starts[tail]..<problem.starts[tail + 1] {
        let head = Int(problem.heads[edge])
        // Prices of sets and rows only lower it, so most edges are done here; 1 is more than any spread.
        guard Double(problem.weights[edge]) - price - node[head] > -1, !master.holds(edge) else { continue }
        var reduced = problem.spreadWeight(edge) - price - node[head] - sets.price(tail, head)
        for (position, side) in problem.sideRows.enumerated() {
          reduced -= max(0, row[position]) * Double(side.coefficients[edge])
        }
        if reduced > tolerance { best.offer(edge, tail: tail, head: head, value: reduced) }
      }
    }
    return best.all()
  }
}
