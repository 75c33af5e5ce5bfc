import Domain
import Opportunities

/// A facilitator's visits on consecutive days are within reach of each other, by an evening's drive from one
/// to the next or by a night at home: lazy rows, each a biclique of options of two days none of which go
/// together.
struct FacilitatorWithinReach {
  static let rule = Rule.facilitatorWithinReach
  private let problem: VisitsProblem
  private let reach: FacilitatorReach
  private let firstDay: Int
  private let dayCount: Int
  /// The options of each facilitator and day, facilitators outermost.
  private let onDay: FlatLists

  init(_ problem: VisitsProblem) {
    self.problem = problem
    reach = FacilitatorReach(problem.table)
    let first = problem.day.min() ?? 0
    // One more, so that every day has a day after it.
    let count = (problem.day.max() ?? 0) - first + 2
    var lists = [[Int]](repeating: [], count: problem.table.programme.facilitators.count * count)
    for option in problem.options.indices where problem.facilitator[option] >= 0 {
      lists[problem.facilitator[option] * count + problem.day[option] - first].append(option)
    }
    firstDay = first
    dayCount = count
    onDay = FlatLists(lists)
  }

  /// Whether `a` and `b` cannot both be chosen; symmetric.
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

  /// The number of a facilitator's day; -1 for an option without a facilitator.
  func place(_ option: Int) -> Int {
    let facilitator = problem.facilitator[option]
    return facilitator < 0 ? -1 : facilitator * dayCount + problem.day[option] - firstDay
  }

  /// How many facilitators' days there are.
  var placeCount: Int { onDay.count }

  /// Rows that every plan keeps and that `usage` breaks by more than `tolerance`, of which the `used` options have
  /// more; at least one where it is whole and breaks the rule.
  func rows(brokenBy usage: [Double], used: [Int], tolerance: Double) -> [CouplingRow] {
    let placed = used.map { (place: place($0), option: $0) }.filter { $0.place >= 0 }
      .sorted { $0 < $1 }
    var rows: [CouplingRow] = []
    var start = 0
    var next = 0
    while start < placed.count {
      let place = placed[start].place
      var end = start
      while end < placed.count, placed[end].place == place { end += 1 }
      next = end
      while next < placed.count, placed[next].place == place + 1 { next += 1 }
      let later = placed[end..<next].map(\.option)
      if !later.isEmpty {
        for option in placed[start..<end].map(\.option) {
          if let row = row(of: option, at: place, later, usage, tolerance) { rows.append(row) }
        }
      }
      start = end
    }
    return rows
  }

  /// The widest row of `option` and what is used the day after that is broken, or the narrowest.
  private func row(
    of option: Int, at place: Int, _ later: [Int], _ usage: [Double], _ tolerance: Double
  ) -> CouplingRow? {
    let used = later.filter { !isReachable(option, $0) }
    guard let worst = used.max(by: { usage[$0] < usage[$1] }) else { return nil }
    // Everything of the day that goes with none of those, then everything of the day after that goes with none of it.
    let same = onDay[place].map(Int.init).filter { other in used.allSatisfy { !isReachable(other, $0) } }
    let wide = onDay[place + 1].map(Int.init).filter { later in same.allSatisfy { !isReachable($0, later) } }
    let row = (same + wide).sorted()
    if row.reduce(0, { $0 + usage[$1] }) > 1 + tolerance {
      return CouplingRow(rule: Self.rule, options: row, limit: 1)
    }
    return usage[worst] + usage[option] > 1 + tolerance
      ? CouplingRow(rule: Self.rule, options: [option, worst].sorted(), limit: 1) : nil
  }
}
