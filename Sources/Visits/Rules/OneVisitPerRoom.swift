import Domain
import Opportunities

/// A room is used by one visit at a time: lazy rows, each all the options that use a room at the moment at
/// which one of them begins to.
struct OneVisitPerRoom: ConflictRule {
  static let rule = Rule.oneVisitPerRoom
  private let problem: VisitsProblem
  /// The options that use each room of a site with several teams.
  private let users: [[Int]]

  init(_ problem: VisitsProblem) {
    let programme = problem.table.programme
    var teamsAt: [SiteID: Int] = [:]
    for team in programme.teams { teamsAt[team.site, default: 0] += 1 }
    var users = [[Int]](repeating: [], count: programme.rooms.count)
    for option in problem.options.indices {
      for room in Set(problem.options[option].bookings.map(\.room)).sorted()
      where teamsAt[programme.rooms[room].site, default: 0] > 1 {
        users[room].append(option)
      }
    }
    self.problem = problem
    self.users = users
  }

  func forbids(_ a: Int, _ b: Int) -> Bool {
    problem.day[a] == problem.day[b]
      && problem.options[a].bookings.contains { one in
        problem.options[b].bookings.contains { $0.room == one.room && $0.interval.overlaps(one.interval) }
      }
  }

  func rows(brokenBy usage: [Double], tolerance: Double) -> [CouplingRow] {
    var rows: [CouplingRow] = []
    for (room, options) in users.enumerated() {
      let used = options.filter { usage[$0] > tolerance }
      let moments = Set(
        used.flatMap { option in
          problem.options[option].bookings.filter { $0.room == room }.map(\.interval.start)
        }
      ).sorted()
      for moment in moments {
        func isThere(_ option: Int) -> Bool {
          problem.options[option].bookings.contains {
            $0.room == room && $0.interval.start <= moment && moment < $0.interval.end
          }
        }
        let there = options.filter(isThere)
        if there.reduce(0, { $0 + usage[$1] }) > 1 + tolerance {
          rows.append(CouplingRow(rule: Self.rule, options: there, limit: 1))
        }
      }
    }
    return rows
  }
}
