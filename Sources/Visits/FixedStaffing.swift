import Domain
import Opportunities

/// Who comes to the fixed visits, and in which rooms: an option of each, so that among themselves they break as few
/// limits on people and rooms as can be, at the least cost.
///
/// Visits that break one all the same, and those that are over, have nothing left to choose; every other may be held
/// otherwise, if another visit is the cheaper for it. Exact, unless there are too many combinations, which the options
/// say then.
struct FixedStaffing {
  /// The options of each visit of the problem; the last one of a fixed visit is the one found here.
  let options: [[Option]]

  /// Looks at the fixed visits of `problem`, each with all the ways to hold it.
  init(_ problem: VisitsProblem) {
    let limits = Self.limits(problem)
    let limitsOf = FlatLists(limits.map(\.options)).inverse(count: problem.options.count)
    let fixed = (0..<problem.visitCount).filter { problem.isFixed(visit: $0) }
    let today = problem.table.programme.settings.today
    var chosen = [Int](repeating: -1, count: problem.visitCount)
    var isCutShort = [Bool](repeating: false, count: problem.visitCount)
    for visits in Self.linked(fixed, limits, problem) {
      var search = StaffingSearch(problem, visits: visits, limits: limits, limitsOf: limitsOf)
      for (visit, option) in search.run() {
        chosen[visit] = option
        isCutShort[visit] = search.isCutShort
      }
    }
    var isTorn = [Bool](repeating: false, count: problem.visitCount)
    var users = [[Int]](repeating: [], count: limits.count)
    for visit in fixed {
      for limit in limitsOf[chosen[visit]] { users[Int(limit)].append(visit) }
    }
    for (limit, users) in zip(limits, users) where users.count > limit.limit {
      for visit in users { isTorn[visit] = true }
    }
    options = (0..<problem.visitCount).map { visit in
      let own = problem.optionsOf[visit]
      guard chosen[visit] >= 0 else { return Array(problem.options[own]) }
      var last = problem.options[chosen[visit]]
      if isCutShort[visit] { last.isBest = false }
      // Who was at a visit that is over is nobody's choice any more.
      last.isRigid = isTorn[visit] || own.count == 1 || last.day <= today
      if last.isRigid { return [last] }
      return own.filter { $0 != chosen[visit] }.map { problem.options[$0] } + [last]
    }
  }

  /// The limits on people and rooms that fixed visits could break among themselves, over their options alone.
  private static func limits(_ problem: VisitsProblem) -> [CouplingRow] {
    let cliques =
      (OneVisitPerPersonPerDay.cliques(problem).map { (OneVisitPerPersonPerDay.rule, $0) }
      + OneVisitPerRoom.cliques(problem).map { (OneVisitPerRoom.rule, $0) })
      .map { CouplingRow(rule: $0, options: $1, limit: 1) }
    return (cliques + PersonDayLimit.rows(problem)).compactMap { row in
      var row = row
      row.options.removeAll { !problem.isFixed[$0] }
      return Set(row.options.map { problem.visitOf[$0] }).count > row.limit ? row : nil
    }
  }

  /// The fixed visits in groups between which there is no limit.
  private static func linked(_ fixed: [Int], _ limits: [CouplingRow], _ problem: VisitsProblem) -> [[Int]] {
    var leader = Array(0..<problem.visitCount)
    func find(_ visit: Int) -> Int {
      var visit = visit
      while leader[visit] != visit { visit = leader[visit] }
      return visit
    }
    for limit in limits {
      guard let first = limit.options.first.map({ find(problem.visitOf[$0]) }) else { continue }
      for option in limit.options { leader[find(problem.visitOf[option])] = first }
    }
    return Dictionary(grouping: fixed, by: find).values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}

/// Tries the options of some fixed visits by branch and bound: first as few broken limits as can be, then the least
/// cost.
private struct StaffingSearch {
  /// So many choices are tried at most once one is found.
  private static let most = 100_000

  private let limits: [CouplingRow]
  private let limitsOf: FlatLists
  private let cost: [Int]
  /// Those with the fewest options first.
  private let visits: [Int]
  /// The options of each of `visits`, cheapest first.
  private let choices: [[Int]]
  /// What the visits from each place on cost at least.
  private let rest: [Int]
  private var used: [Int]
  private var chosen: [Int] = []
  private var best: [Int] = []
  private var least = (broken: Int.max, cost: Int.max)
  private var steps = 0

  /// Whether there were too many choices to try them all.
  var isCutShort: Bool { steps > Self.most }

  init(_ problem: VisitsProblem, visits: [Int], limits: [CouplingRow], limitsOf: FlatLists) {
    self.limits = limits
    self.limitsOf = limitsOf
    cost = problem.cost
    self.visits = visits.sorted {
      (problem.optionsOf[$0].count, $0) < (problem.optionsOf[$1].count, $1)
    }
    choices = self.visits.map { visit in
      problem.optionsOf[visit].sorted { (problem.cost[$0], $0) < (problem.cost[$1], $1) }
    }
    var rest = [0]
    for own in choices.reversed() {
      rest.append(rest[rest.count - 1] + (own.first.map { problem.cost[$0] } ?? 0))
    }
    self.rest = rest.reversed()
    used = Array(repeating: 0, count: limits.count)
  }

  /// The option of each visit.
  mutating func run() -> [(visit: Int, option: Int)] {
    choose(broken: 0, cost: 0)
    return zip(visits, best).map { ($0, $1) }
  }

  private mutating func choose(broken: Int, cost sum: Int) {
    let place = chosen.count
    guard (broken, sum + rest[place]) < least else { return }
    guard place < visits.count else {
      best = chosen
      least = (broken, sum)
      return
    }
    steps += 1
    guard steps <= Self.most || best.isEmpty else { return }
    for option in choices[place] {
      let more = limitsOf[option].count { used[Int($0)] >= limits[Int($0)].limit }
      for limit in limitsOf[option] { used[Int(limit)] += 1 }
      chosen.append(option)
      choose(broken: broken + more, cost: sum + cost[option])
      chosen.removeLast()
      for limit in limitsOf[option] { used[Int(limit)] -= 1 }
    }
  }
}
