import Domain
import Opportunities

/// A finished schedule as choices of options, with everything else that each visit could be beside its choice.
///
/// Fixed visits, which the schedule had no choice about, have their other options here too.
struct Placement {
  let problem: VisitsProblem
  let conflicts: ConflictRules
  let rules: GroupRules
  /// Every row between visits, whatever is fixed.
  let rows: [CouplingRow]
  /// The option of each visit; `nil` without a date.
  let chosen: [Int?]
  /// How many of the chosen options each row holds, and the rows that hold each option.
  let used: [Int]
  let rowsOf: [[Int]]

  /// Finds the `visits` of an answer to `problem` among its options.
  init(_ visits: [Visit], of problem: VisitsProblem) {
    var given: [VisitID: Visit] = [:]
    for visit in visits { given[visit.id] = visit }
    let effort = SearchEffort()
    let today = problem.table.programme.settings.today
    let options = problem.found.enumerated().map { visit, own in
      guard problem.isFixed(visit: visit), given[problem.id(visit)]?.isAhead(of: today) ?? false else {
        return own
      }
      return own
        + problem.table.openOptions(
          host: problem.host(visit), visitors: problem.visitors(visit), rivals: problem.rivals, effort: effort
        )
    }
    let placed = VisitsProblem(problem.table, problem.groups, problem.rivals, options)
    let facilitators = problem.table.programme.facilitators
    var chosen = [Int?](repeating: nil, count: placed.visitCount)
    for visit in chosen.indices {
      guard let found = given[placed.id(visit)] else { continue }
      chosen[visit] = placed.optionsOf[visit].first { index in
        let option = placed.options[index]
        return option.interval == found.interval && option.detail == found.detail
          && option.facilitator.map { facilitators[$0].id } == found.facilitator
      }
    }
    let rows = placed.limitRows + FacilitatorImbalance.rows(placed)
    var rowsOf = [[Int]](repeating: [], count: placed.options.count)
    var used = [Int](repeating: 0, count: rows.count)
    var isChosen = [Bool](repeating: false, count: placed.options.count)
    for case let option? in chosen { isChosen[option] = true }
    for (index, row) in rows.enumerated() {
      for option in row.options {
        rowsOf[option].append(index)
        if isChosen[option] { used[index] += 1 }
      }
    }
    self.problem = placed
    self.chosen = chosen
    self.rows = rows
    self.used = used
    self.rowsOf = rowsOf
    conflicts = ConflictRules(placed)
    rules = GroupRules(placed, conflicts)
  }

  /// The chosen options of the other visits of the same pair or trio.
  func partners(of visit: Int) -> [Int] {
    problem.visitsOf[problem.groupOf[visit]].filter { $0 != visit }.compactMap { chosen[$0] }
  }

  /// The number of a planned visit among the problem's; `nil` where it is none of them or has no option.
  func index(of visit: Visit) -> Int? {
    chosen.indices.first { chosen[$0] != nil && problem.id($0) == visit.id }
  }
}
