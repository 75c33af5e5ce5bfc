/// `fairness: worst_first`: the largest least weight that a matching with as few nodes alone as possible can have.
///
/// A trio counts as an edge of its weight. Bisection over whole numbers. Each probe is a matching problem of its own,
/// in which only the nodes left alone count.
struct WorstFirst {
  /// No edge and no trio below this weight is taken; `nil` without edges.
  let leastWeight: Int?
  /// Whether no larger least weight is possible.
  let isProven: Bool

  /// Raises the least weight of `problem` until more nodes would be left alone.
  init(_ problem: MatchingProblem, isOver: @escaping () -> Bool) {
    guard let lightest = problem.weights.min(), let heaviest = problem.weights.max() else {
      leastWeight = nil
      isProven = true
      return
    }
    guard problem.trios != nil || !problem.sideRows.isEmpty else {
      (leastWeight, isProven) = Self.plainly(problem, lightest, heaviest, isOver)
      return
    }
    let most = MatchingSolver(
      problem.counting(over: Array(problem.weights.indices), from: nil), control: .init(isOver: isOver))

    // At `low` as few nodes are alone as anywhere; from `high` on they are more.
    var low = lightest
    var high = heaviest + 1
    var isDecided = most.isProven
    while isDecided, high - low > 1 {
      let middle = low + (high - low) / 2
      let edges = problem.edges(from: middle)
      let probe = MatchingSolver(
        problem.counting(over: edges, from: middle), control: .init(isOver: isOver, target: most.value))
      if probe.value >= most.value {
        let taken = probe.incumbent.taken(in: probe.problem).map { problem.weights[edges[$0]] }
        let trio = probe.incumbent.trio.flatMap { problem.trios?.weight($0) }
        low = max(middle, (taken + [trio].compactMap { $0 }).min() ?? middle)
      } else if probe.bound < most.value {
        high = middle
      } else {
        isDecided = false
      }
    }
    leastWeight = low
    isProven = isDecided
  }

  /// With nothing beside the matching, each probe is a matching with as many edges as possible, found by
  /// augmenting paths.
  private static func plainly(
    _ problem: MatchingProblem, _ lightest: Int, _ heaviest: Int, _ isOver: () -> Bool
  ) -> (leastWeight: Int, isProven: Bool) {
    let fewest = CardinalityMatching(problem, start: Matching.greedy(problem)).aloneCount
    var (low, high) = (lightest, heaviest + 1)
    while high - low > 1, !isOver() {
      let middle = low + (high - low) / 2
      let kept = problem.keeping(problem.edges(from: middle), trios: nil)
      let probe = CardinalityMatching(kept, start: Matching.greedy(kept))
      if probe.aloneCount > fewest {
        high = middle
      } else {
        let weights = probe.partners.enumerated().compactMap { node, partner in
          partner > node ? problem.edge(node, partner).map { problem.weights[$0] } : nil
        }
        low = max(middle, weights.min() ?? middle)
      }
    }
    return (low, high - low <= 1)
  }
}

extension MatchingProblem {
  /// The edges of at least the given weight.
  func edges(from least: Int) -> [Int] { weights.indices.filter { weights[$0] >= least } }

  /// The same problem over some of its edges, ascending, and with those trios.
  func keeping(_ edges: [Int], trios: TrioTable?) -> MatchingProblem {
    var kept = MatchingProblem(
      nodeCount: nodeCount, tails: edges.map { tails[$0] }, heads: edges.map { heads[$0] },
      weights: edges.map { weights[$0] }, penalty: penalty,
      sideRows: sideRows.map { row in
        SideRow(coefficients: edges.map { row.coefficients[$0] }, bound: row.bound)
      })
    kept.trios = trios
    return kept
  }

  /// The problem in which only nodes left alone count, over some of its edges and the trios of at least `least`.
  fileprivate func counting(over edges: [Int], from least: Int?) -> MatchingProblem {
    let kept = keeping(edges, trios: nil)
    var counting = MatchingProblem(
      nodeCount: nodeCount, tails: kept.tails, heads: kept.heads, weights: kept.weights.map { _ in 0 },
      penalty: 1, sideRows: kept.sideRows)
    counting.trios = trios?.keeping(from: least, counting: true)
    return counting
  }
}
