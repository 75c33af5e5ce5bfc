import Domain
import Opportunities

/// Each visit of a facilitator above the fair share ⌈all visits / facilitators⌉ costs: one row a facilitator,
/// whose excess is priced.
enum FacilitatorImbalance {
  static let preference = Preference.facilitatorImbalance

  /// The price of one visit too many in minutes.
  static func cost(_ settings: Settings) -> Int { Minutes(hours: settings.costs.facilitatorImbalance).count }

  /// The fair share of all `visits`.
  static func share(visits: Int, facilitators: Int) -> Int { (visits + facilitators - 1) / facilitators }

  static func rows(_ problem: VisitsProblem) -> [CouplingRow] {
    let programme = problem.table.programme
    let cost = cost(programme.settings)
    guard !programme.facilitators.isEmpty, cost > 0 else { return [] }
    let share = share(visits: problem.visitCount, facilitators: programme.facilitators.count)
    return programme.facilitators.indices.compactMap { index in
      let options = problem.options.indices.filter { problem.facilitator[$0] == index }
      let visits = Set(options.map { problem.visitOf[$0] }).count
      guard visits > share else { return nil }
      return CouplingRow(options: options, limit: share, excessCost: cost)
    }
  }
}
