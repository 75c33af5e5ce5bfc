import Domain
import Opportunities

@testable import Visits

/// The cheapest choice of a column for each pair, found by trying them: the rules option by option and row by row, from
/// the problem's lists and nothing that the solver makes of them.
struct BruteForceSchedule {
  private let problem: VisitsProblem
  private let columns: GroupColumns
  private let rows: [CouplingRow]
  private let reach: FacilitatorReach
  private(set) var best = Int.max
  private var used: [Int]

  init(_ problem: VisitsProblem, _ columns: GroupColumns, rows: [CouplingRow]) {
    self.problem = problem
    self.columns = columns
    self.rows = rows
    reach = FacilitatorReach(problem.table)
    used = Array(repeating: 0, count: rows.count)
    choose(
      group: 0, [], cost: 0,
      least: columns.columnsOf.map { range in range.map { columns.cost[$0] }.min() ?? 0 })
  }

  private mutating func choose(group: Int, _ chosen: [Int], cost: Int, least: [Int]) {
    guard cost + least[group...].reduce(0, +) < best else { return }
    guard group < problem.groups.count else {
      best = cost
      return
    }
    for column in columns.columnsOf[group].sorted(by: { columns.cost[$0] < columns.cost[$1] }) {
      let own = columns.options(of: column)
      guard own.allSatisfy({ a in chosen.allSatisfy { goTogether($0, a) } }) else { continue }
      var excess = 0
      var isWithin = true
      for (row, members) in rows.enumerated() {
        let more = own.count(where: members.options.contains)
        let above = max(0, used[row] + more - members.limit) - max(0, used[row] - members.limit)
        if above > 0, members.excessCost == nil { isWithin = false }
        excess += above * (members.excessCost ?? 0)
      }
      guard isWithin else { continue }
      count(own, 1)
      choose(group: group + 1, chosen + own, cost: cost + columns.cost[column] + excess, least: least)
      count(own, -1)
    }
  }

  private mutating func count(_ options: [Int], _ change: Int) {
    for (row, members) in rows.enumerated() {
      used[row] += change * options.count(where: members.options.contains)
    }
  }

  /// Whether two options of different pairs go together.
  private func goTogether(_ a: Int, _ b: Int) -> Bool {
    let (one, other) = (problem.options[a], problem.options[b])
    let bothStay = one.isFixed && other.isFixed
    if bothStay, one.isRigid && other.isRigid || one.day != other.day { return true }
    if one.day == other.day {
      if !bothStay, let leader = one.facilitator, leader == other.facilitator { return false }
      let shared = Set(one.attendees).intersection(other.attendees)
      if !shared.isEmpty { return false }
      return !one.bookings.contains { use in
        other.bookings.contains { $0.room == use.room && $0.interval.overlaps(use.interval) }
      }
    }
    guard let leader = one.facilitator, leader == other.facilitator else { return true }
    let (earlier, later) = one.day < other.day ? (a, b) : (b, a)
    guard problem.options[earlier].day.distance(to: problem.options[later].day) == 1 else { return true }
    return reach.allows(
      facilitator: leader, from: problem.host(problem.visitOf[earlier]), problem.options[earlier].interval,
      to: problem.host(problem.visitOf[later]), problem.options[later].interval)
  }
}
