import Domain
import Opportunities

/// At most `max_per_week` visits in an ISO week: one row a week.
enum WeeklyLimit: RowRule {
  static let rule = Rule.weeklyLimit

  static func rows(_ problem: VisitsProblem) -> [CouplingRow] {
    guard let limit = problem.table.programme.settings.visits.maxPerWeek else { return [] }
    var options = [[Int]](repeating: [], count: problem.weekCount)
    for option in problem.options.indices { options[problem.week[option]].append(option) }
    return options.filter { !$0.isEmpty }.map { CouplingRow(rule: rule, options: $0, limit: limit) }
  }
}
