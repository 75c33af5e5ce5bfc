import Domain
import Opportunities

/// A facilitator's visits on consecutive days are within reach of each other, by an evening's drive from one
/// to the next or by a night at home: lazy rows, each a biclique of options of two days none of which go
/// together.
struct FacilitatorWithinReach: ConflictRule {
  static let rule = Rule.facilitatorWithinReach
  private let problem: VisitsProblem
  private let reach: FacilitatorReach
  /// For each facilitator, the options by day.
  private let byDay: [[Int: [Int]]]

  init(_ problem: VisitsProblem) {
    self.problem = problem
    reach = FacilitatorReach(problem.table)
    var byDay = [[Int: [Int]]](repeating: [:], count: problem.table.programme.facilitators.count)
    for option in problem.options.indices where problem.facilitator[option] >= 0 {
      byDay[problem.facilitator[option]][problem.day[option], default: []].append(option)
    }
    self.byDay = byDay
  }

  func forbids(_ a: Int, _ b: Int) -> Bool {
    guard problem.facilitator[a] >= 0, problem.facilitator[a] == problem.facilitator[b] else { return false }
    if problem.day[a] + 1 == problem.day[b] { return !isReachable(a, b) }
    if problem.day[b] + 1 == problem.day[a] { return !isReachable(b, a) }
    return false
  }

  private func isReachable(_ earlier: Int, _ later: Int) -> Bool {
    reach.allows(
      facilitator: problem.facilitator[earlier],
      from: problem.host(problem.visitOf[earlier]), problem.options[earlier].interval,
      to: problem.host(problem.visitOf[later]), problem.options[later].interval)
  }

  func rows(brokenBy usage: [Double], tolerance: Double) -> [CouplingRow] {
    var rows: [CouplingRow] = []
    for own in byDay {
      for day in own.keys.sorted() {
        guard let today = own[day], let tomorrow = own[day + 1] else { continue }
        for option in today where usage[option] > tolerance {
          // Everything of tomorrow that does not go with this option, then everything of today that goes with
          // none of those.
          let clash = tomorrow.filter { !isReachable(option, $0) }
          guard clash.contains(where: { usage[$0] + usage[option] > tolerance }) else { continue }
          let used = clash.filter { usage[$0] > tolerance }
          guard !used.isEmpty else { continue }
          let same = today.filter { other in used.allSatisfy { !isReachable(other, $0) } }
          let wide = tomorrow.filter { later in same.allSatisfy { !isReachable($0, later) } }
          let row = (same + wide).sorted()
          if row.reduce(0, { $0 + usage[$1] }) > 1 + tolerance {
            rows.append(CouplingRow(rule: Self.rule, options: row, limit: 1))
          } else if let worst = used.max(by: { usage[$0] < usage[$1] }),
            usage[worst] + usage[option] > 1 + tolerance
          {
            rows.append(CouplingRow(rule: Self.rule, options: [option, worst].sorted(), limit: 1))
          }
        }
      }
    }
    return rows
  }
}
