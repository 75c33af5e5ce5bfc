/// `fairness: worst_first`: the largest least weight that a matching with as many edges as possible can have.
///
/// Bisection over the weights at hand. Each probe is a matching problem of its own, in which only the number of
/// edges counts, and so comes with its own certificate (or, under side rows, its own search).
struct WorstFirst {
  /// No edge below this weight is taken; `nil` without edges.
  let leastWeight: Int?
  /// Whether no larger least weight is possible.
  let isProven: Bool

  /// Raises the least weight of `problem` until fewer edges would fit.
  init(_ problem: MatchingProblem, isOver: @escaping () -> Bool) {
    let most = MatchingSolver(problem.counting(from: nil), control: .init(isOver: isOver))
    var weights: [Int] = []
    for weight in problem.weights.sorted() where weights.last != weight { weights.append(weight) }
    guard !weights.isEmpty else {
      leastWeight = nil
      isProven = true
      return
    }

    // At `low` as many edges fit as anywhere; from `high` on they do not.
    var low = 0
    var high = weights.count
    var isDecided = most.isProven
    while isDecided, high - low > 1 {
      let middle = (low + high) / 2
      let probe = MatchingSolver(
        problem.counting(from: weights[middle]), control: .init(isOver: isOver, target: most.value))
      if probe.value >= most.value {
        low = middle
      } else if probe.bound < most.value {
        high = middle
      } else {
        isDecided = false
      }
    }
    leastWeight = weights[low]
    isProven = isDecided
  }
}

extension MatchingProblem {
  /// The edges of at least the given weight.
  func edges(from least: Int) -> [Int] { weights.indices.filter { weights[$0] >= least } }

  /// The same problem over some of its edges, ascending.
  func keeping(_ edges: [Int]) -> MatchingProblem {
    MatchingProblem(
      nodeCount: nodeCount, tails: edges.map { tails[$0] }, heads: edges.map { heads[$0] },
      weights: edges.map { weights[$0] }, penalty: penalty,
      sideRows: sideRows.map { row in
        SideRow(coefficients: edges.map { row.coefficients[$0] }, bound: row.bound)
      })
  }

  /// The problem in which only the number of edges counts, over those of at least the given weight.
  fileprivate func counting(from least: Int?) -> MatchingProblem {
    let kept = least.map { keeping(edges(from: $0)) } ?? self
    return MatchingProblem(
      nodeCount: nodeCount, tails: kept.tails, heads: kept.heads, weights: kept.weights.map { _ in 0 },
      penalty: 1, sideRows: kept.sideRows)
  }
}
