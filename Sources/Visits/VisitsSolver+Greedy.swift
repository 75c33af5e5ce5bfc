import Domain
import Opportunities

extension VisitsSolver {
  /// The schedule given with the programme, as far as it has columns: drafts guide the search, and published visits
  /// stay where they are if nothing is gained by moving them.
  func given() -> [Int] {
    var plan = columns.columnsOf.map { $0.upperBound - 1 }
    for group in problem.groups.indices {
      let rows = problem.visitsOf[group].map { visit in
        problem.table.givenPlace(host: problem.host(visit), visitors: problem.visitors(visit))
      }
      guard rows.contains(where: { $0 != nil }) else { continue }
      func isAsGiven(_ option: Int32, _ leg: Int) -> Bool {
        guard leg < rows.count, let row = rows[leg] else { return option < 0 }
        return option >= 0 && problem.day[Int(option)] == row.day.number
          && problem.facilitator[Int(option)] == row.facilitator ?? -1
          && problem.settledOption(of: problem.visitOf[Int(option)]) ?? Int(option) == Int(option)
      }
      let same = columns.columnsOf[group].first {
        isAsGiven(columns.first[$0], 0) && isAsGiven(columns.second[$0], 1)
          && isAsGiven(columns.third[$0], 2)
      }
      plan[group] = same ?? plan[group]
    }
    return plan
  }

  /// A first plan: groups with the fewest columns first, each its cheapest column that clashes with nothing, the fixed
  /// visits of all others included.
  func greedy() -> [Int] {
    var plan = columns.columnsOf.map { $0.upperBound - 1 }
    var occupancy = Occupancy(problem, conflicts, rows: fixed)
    // The last column of a group has its fixed visits and no others.
    for column in plan { columns.eachOption(of: column) { occupancy.add($0) } }
    let order = problem.groups.indices.sorted {
      (columns.columnsOf[$0].count, $0) < (columns.columnsOf[$1].count, $1)
    }
    for group in order {
      columns.eachOption(of: plan[group]) { occupancy.remove($0) }
      plan[group] = cheapest(of: group, under: &occupancy) ?? plan[group]
      columns.eachOption(of: plan[group]) { occupancy.add($0) }
    }
    return plan
  }

  /// The cheapest column of `group` that goes together with what is chosen; the first among equals.
  func cheapest(of group: Int, under occupancy: inout Occupancy) -> Int? {
    var isClear = [Bool](repeating: true, count: problem.optionsOfGroup(group).count)
    let start = problem.optionsOfGroup(group).lowerBound
    for option in problem.optionsOfGroup(group) { isClear[option - start] = occupancy.admits(option) }
    var cheapest: Int?
    var least = Int.max
    for run in columns.runs[columns.runsOf[group]] where run.least < least {
      for column in run.columns where columns.cost[column] < least {
        var isAdmitted = true
        columns.eachOption(of: column) { if !isClear[$0 - start] { isAdmitted = false } }
        guard isAdmitted, fits(column, &occupancy) else { continue }
        cheapest = column
        least = columns.cost[column]
      }
    }
    return cheapest
  }

  /// Whether the options of a column, each of which fits alone, fit together.
  private func fits(_ column: Int, _ occupancy: inout Occupancy) -> Bool {
    var added: [Int] = []
    defer { for option in added { occupancy.remove(option) } }
    for option in columns.options(of: column) {
      guard occupancy.admits(option) else { return false }
      occupancy.add(option)
      added.append(option)
    }
    return true
  }
}
