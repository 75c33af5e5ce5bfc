import Domain
import Opportunities

/// Every column of every pair: both visits with the pair's own rules satisfied, or one visit, or none; never
/// without a fixed visit, and nothing that clashes with the fixed visits of any pair.
///
/// Flat arrays, the columns of a pair next to each other; option -1 means that the visit has no date.
struct PairColumns {
  /// The option of each pair's first and second visit.
  private(set) var first: [Int32] = []
  private(set) var second: [Int32] = []
  /// The cost in minutes.
  private(set) var cost: [Int] = []
  /// The range of each pair's columns; the last of a range is the one with the fewest visits, which always can be.
  private(set) var columnsOf: [Range<Int>] = []

  var count: Int { cost.count }

  init(_ problem: VisitsProblem, conflicts: ConflictRules) {
    let gap = ReciprocalGap(problem.table.programme.settings.visits)
    let same = SameFacilitatorRequired(problem.table.programme.settings.visits)
    let isOpen = Self.isOpen(problem, conflicts)
    for pair in problem.pairs.indices {
      let start = cost.count
      let firsts = problem.optionsOf[2 * pair].filter { isOpen[$0] }
      let seconds = problem.optionsOf[2 * pair + 1].filter { isOpen[$0] }
      for a in firsts {
        for b in seconds {
          let change = FacilitatorChange.applies(problem.facilitator[a], problem.facilitator[b])
          let price = problem.cost[a] + problem.cost[b] + (change ? problem.facilitatorChange : 0)
          if problem.isFixed[a], problem.isFixed[b] {
            append(a, b, price)
            continue
          }
          guard gap.admits(problem.day[a], problem.day[b]),
            same.admits(problem.facilitator[a], problem.facilitator[b])
          else { continue }
          // Only neighbouring days can clash.
          if abs(problem.day[a] - problem.day[b]) <= 1, conflicts.forbid(a, b) { continue }
          append(a, b, price)
        }
      }
      let isBound = [2 * pair, 2 * pair + 1].map { problem.isFixed(visit: $0) }
      if !isBound[1] { for a in firsts { append(a, -1, problem.cost[a] + problem.unscheduled) } }
      if !isBound[0] { for b in seconds { append(-1, b, problem.cost[b] + problem.unscheduled) } }
      if !isBound[0], !isBound[1] { append(-1, -1, 2 * problem.unscheduled) }
      columnsOf.append(start..<cost.count)
    }
  }

  /// Whether each option clashes with none of the fixed visits, which give way to nothing.
  private static func isOpen(_ problem: VisitsProblem, _ conflicts: ConflictRules) -> [Bool] {
    let fixed = problem.options.indices.filter { problem.isFixed[$0] }
    return problem.options.indices.map { option in
      problem.isFixed[option]
        || !fixed.contains {
          abs(problem.day[$0] - problem.day[option]) <= 1 && conflicts.forbid($0, option)
        }
    }
  }

  private mutating func append(_ a: Int, _ b: Int, _ price: Int) {
    first.append(Int32(a))
    second.append(Int32(b))
    cost.append(price)
  }
}
