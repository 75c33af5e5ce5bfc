import Domain
import Opportunities

/// Nobody is in two visits on one day: a lazy row for each person of several teams and day.
struct OneVisitPerPersonPerDay: ConflictRule {
  static let rule = Rule.oneVisitPerPersonPerDay
  private let day: [Int]
  /// The people of several teams that attend each option.
  private let shared: [[Int]]
  private let groups: [[Int]]

  init(_ problem: VisitsProblem) {
    let people = problem.table.programme.people
    let shared = problem.options.map { $0.attendees.filter { people[$0].teams.count > 1 } }
    day = problem.day
    self.shared = shared
    groups = people.indices.filter { people[$0].teams.count > 1 }.flatMap { person in
      grouped(problem.options.indices.filter { shared[$0].contains(person) }) { [problem.day[$0]] }
    }
  }

  func forbids(_ a: Int, _ b: Int) -> Bool {
    day[a] == day[b] && shared[a].contains(where: shared[b].contains)
  }

  func rows(brokenBy usage: [Double], tolerance: Double) -> [CouplingRow] {
    groups.compactMap { options in
      let used = options.reduce(0) { $0 + usage[$1] }
      return used > 1 + tolerance ? CouplingRow(rule: Self.rule, options: options, limit: 1) : nil
    }
  }
}
