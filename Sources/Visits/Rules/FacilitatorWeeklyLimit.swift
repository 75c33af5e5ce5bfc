import Domain
import Opportunities

/// A facilitator's weekly limit: one row a facilitator and week.
enum FacilitatorWeeklyLimit: RowRule {
  static let rule = Rule.facilitatorWeeklyLimit

  static func rows(_ problem: VisitsProblem) -> [CouplingRow] {
    var rows: [CouplingRow] = []
    for (index, facilitator) in problem.table.programme.facilitators.enumerated() {
      guard let limit = facilitator.maxVisitsPerWeek else { continue }
      var options = [[Int]](repeating: [], count: problem.weekCount)
      for option in problem.options.indices where problem.facilitator[option] == index {
        options[problem.week[option]].append(option)
      }
      rows += options.filter { !$0.isEmpty }.map { CouplingRow(rule: rule, options: $0, limit: limit) }
    }
    return rows
  }
}
