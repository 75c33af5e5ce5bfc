import Domain
import Opportunities

/// A facilitator's limit in all: one row a facilitator.
enum FacilitatorTotalLimit: RowRule {
  static let rule = Rule.facilitatorTotalLimit

  static func rows(_ problem: VisitsProblem) -> [CouplingRow] {
    problem.table.programme.facilitators.enumerated().compactMap { index, facilitator in
      guard let limit = facilitator.maxVisits else { return nil }
      let options = problem.options.indices.filter { problem.facilitator[$0] == index }
      return options.isEmpty ? nil : CouplingRow(rule: rule, options: options, limit: limit)
    }
  }
}
