/// A good matching that keeps to the only side row, for a search to begin with.
///
/// With a price on what the row uses, a plain matching tells what is best at that price; the least price that keeps
/// within the row is sought, and what it leaves of the row is spent on exchanges.
struct FrugalMatching {
  private let problem: MatchingProblem
  private let row: SideRow
  private let isOver: () -> Bool
  /// The best matching found within the row.
  private(set) var best: Matching?
  private var value = Int.min

  /// Prices are whole multiples of this part of a unit.
  private static let fineness = 16
  /// Prices tried until one keeps within the row, and then between.
  private static let steps = (up: 6, between: 3)

  /// Begins at the row's `price` by the duals of the relaxation, over the edges `near` alone.
  init(_ problem: MatchingProblem, _ row: SideRow, price: Double, near: [Int], isOver: @escaping () -> Bool) {
    self.problem = problem
    self.row = row
    self.isOver = isOver
    let step = max(
      price / 64, Double(problem.largestWeight) / Double(1 + (row.coefficients.max() ?? 0)) / 256)
    var (low, high) = (price, price + step)
    var steps = 0
    while steps < Self.steps.up, !isOver(), !tryPrice(high, near) {
      (low, high) = (high, high + 4 * (high - price))
      steps += 1
    }
    if best != nil {
      for _ in 0..<Self.steps.between where !isOver() {
        let middle = (low + high) / 2
        if tryPrice(middle, near) { high = middle } else { low = middle }
      }
    } else if !isOver() {
      _ = tryPrice(nil, problem.usableEdges)
    }
  }

  /// Whether the best matching at a price keeps within the row; without a price only the use counts.
  private mutating func tryPrice(_ price: Double?, _ edges: [Int]) -> Bool {
    let weights = edges.map { edge in
      guard let price else { return -row.coefficients[edge] }
      let worth = Double(problem.weights[edge]) - price * Double(row.coefficients[edge])
      return Int((Double(Self.fineness) * worth).rounded())
    }
    let plain = MatchingProblem(
      nodeCount: problem.nodeCount, tails: edges.map { problem.tails[$0] },
      heads: edges.map { problem.heads[$0] }, weights: weights,
      penalty: MatchingProblem.dominatingPenalty(nodeCount: problem.nodeCount, weights: weights))
    var matching = Matching(nodeCount: problem.nodeCount)
    var use = 0
    for edge in MatchingSolver(plain, control: .init(isOver: isOver)).incumbent.taken(in: plain) {
      matching.insert(edges[edge], in: problem)
      use += row.coefficients[edges[edge]]
    }
    guard use <= row.bound else { return false }
    matching.improveByExchanges(in: problem, isOver: isOver)
    let worth = matching.value(in: problem)
    if worth > value { (best, value) = (matching, worth) }
    return true
  }
}
