import Domain
import Opportunities

/// For each visit of a finished schedule the date to keep in reserve: where it could go while everything else stays.
///
/// Every rule holds with the visit there instead. Of dates after the visit's own it is the one that makes the whole
/// plan cheapest, then the earliest; only where there is none, a date before it: one that is over when the visit falls
/// through is of no use.
struct ReserveDates {
  let placement: Placement

  /// The date for `visit`, by number; `nil` where it could go nowhere else. `given`, a date kept before, is kept on
  /// while it is possible.
  func date(for visit: Int, given: Day?) -> Day? {
    guard let own = placement.chosen[visit] else { return nil }
    let problem = placement.problem
    let possible = options(for: visit)
    if let given, possible.contains(where: { problem.day[$0] == given.number }) { return given }
    func rank(_ option: Int) -> (Int, Int, Int) {
      (problem.day[option] > problem.day[own] ? 0 : 1, cost(option, for: visit), problem.day[option])
    }
    return possible.min { rank($0) < rank($1) }.map { problem.options[$0].day }
  }

  /// The options on other dates that are open to `visit`.
  func options(for visit: Int) -> [Int] {
    guard let own = placement.chosen[visit] else { return [] }
    let day = placement.problem.day
    return placement.problem.optionsOf[visit].filter { day[$0] != day[own] && isOpen($0, for: visit) }
  }

  /// Whether the visit can be held as `option` when all others stay.
  private func isOpen(_ option: Int, for visit: Int) -> Bool {
    let problem = placement.problem
    if problem.isFixed[option] { return false }
    let partners = placement.partners(of: visit)
    let isWhole = partners.count + 1 == problem.visitsOf[problem.groupOf[visit]].count
    func date(_ option: Int) -> ReciprocalGap.Date {
      ReciprocalGap.Date(day: problem.day[option], isFixed: problem.isFixed[option])
    }
    let keepsGap =
      partners.count == 2
      ? placement.rules.gap.admits(date(option), date(partners[0]), date(partners[1]))
      : partners.allSatisfy {
        placement.rules.gap.admits(problem.day[option], problem.day[$0], isOpen: !isWhole)
      }
    guard keepsGap, partners.allSatisfy({ placement.rules.agree(option, $0) }) else { return false }
    for (other, chosen) in placement.chosen.enumerated() where other != visit {
      guard let chosen, abs(problem.day[chosen] - problem.day[option]) <= 1 else { continue }
      if placement.conflicts.forbid(chosen, option) { return false }
    }
    return placement.rowsOf[option].allSatisfy { row in
      placement.rows[row].excessCost != nil || others(in: row, than: visit) < placement.rows[row].limit
    }
  }

  /// What `option` costs by itself, with its partners and above the facilitators' fair shares.
  private func cost(_ option: Int, for visit: Int) -> Int {
    let problem = placement.problem
    let leaders =
      placement.partners(of: visit).map { problem.facilitator[$0] } + [problem.facilitator[option]]
    let isChange = leaders.contains { FacilitatorChange.applies($0, problem.facilitator[option]) }
    let excess = placement.rowsOf[option].reduce(0) { cost, row in
      guard let price = placement.rows[row].excessCost else { return cost }
      return cost + (others(in: row, than: visit) >= placement.rows[row].limit ? price : 0)
    }
    return problem.cost[option] + (isChange ? problem.facilitatorChange : 0) + excess
  }

  /// How many other visits a row holds.
  private func others(in row: Int, than visit: Int) -> Int {
    let isOwn = placement.chosen[visit].map { placement.rowsOf[$0].contains(row) } ?? false
    return placement.used[row] - (isOwn ? 1 : 0)
  }
}
