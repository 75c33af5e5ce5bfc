import Domain
import Opportunities

/// Every column of every pair: both visits with the pair's own rules satisfied, or one visit, or none.
///
/// Flat arrays, the columns of a pair next to each other; option -1 means that the visit has no date.
struct PairColumns {
  /// The option of each pair's first and second visit.
  private(set) var first: [Int32] = []
  private(set) var second: [Int32] = []
  /// The cost in minutes.
  private(set) var cost: [Int] = []
  /// The range of each pair's columns; the last of a range is the one without any visit.
  private(set) var columnsOf: [Range<Int>] = []

  var count: Int { cost.count }

  init(_ problem: VisitsProblem, conflicts: ConflictRules) {
    let gap = ReciprocalGap(problem.table.programme.settings.visits)
    let same = SameFacilitatorRequired(problem.table.programme.settings.visits)
    for pair in problem.pairs.indices {
      let start = cost.count
      for a in problem.optionsOf[2 * pair] {
        for b in problem.optionsOf[2 * pair + 1]
        where gap.admits(problem.day[a], problem.day[b])
          && same.admits(problem.facilitator[a], problem.facilitator[b])
        {
          // Only neighbouring days can clash.
          if abs(problem.day[a] - problem.day[b]) <= 1, conflicts.forbid(a, b) { continue }
          let change = problem.facilitator[a] == problem.facilitator[b] ? 0 : problem.facilitatorChange
          append(a, b, problem.cost[a] + problem.cost[b] + change)
        }
      }
      for a in problem.optionsOf[2 * pair] { append(a, -1, problem.cost[a] + problem.unscheduled) }
      for b in problem.optionsOf[2 * pair + 1] { append(-1, b, problem.cost[b] + problem.unscheduled) }
      append(-1, -1, 2 * problem.unscheduled)
      columnsOf.append(start..<cost.count)
    }
  }

  private mutating func append(_ a: Int, _ b: Int, _ price: Int) {
    first.append(Int32(a))
    second.append(Int32(b))
    cost.append(price)
  }
}
