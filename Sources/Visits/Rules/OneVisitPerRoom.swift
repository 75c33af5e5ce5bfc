import Domain
import Opportunities

/// A room is used by one visit at a time: a clique a room and moment at which some option begins to use it, of all that
/// use it then. Of two uses that overlap, one begins while the other lasts, so these cliques are all.
enum OneVisitPerRoom: CliqueRule {
  static let rule = Rule.oneVisitPerRoom

  /// One option's use of a room.
  private struct Use {
    var option: Int
    var interval: Interval
  }

  static func cliques(_ problem: VisitsProblem) -> [[Int]] {
    let programme = problem.table.programme
    var teamsAt: [SiteID: Int] = [:]
    for team in programme.teams { teamsAt[team.site, default: 0] += 1 }
    let isShared = programme.rooms.map { teamsAt[$0.site, default: 0] > 1 }
    var uses = [[Use]](repeating: [], count: programme.rooms.count)
    for option in problem.options.indices {
      for booking in problem.options[option].bookings where isShared[booking.room] {
        uses[booking.room].append(Use(option: option, interval: booking.interval))
      }
    }
    return uses.flatMap { cliques($0) }
  }

  private static func cliques(_ uses: [Use]) -> [[Int]] {
    let ordered = uses.sorted { ($0.interval.start, $0.option) < ($1.interval.start, $1.option) }
    var cliques: [[Int]] = []
    var there: [Use] = []
    var next = 0
    while next < ordered.count {
      let moment = ordered[next].interval.start
      there.removeAll { $0.interval.end <= moment }
      while next < ordered.count, ordered[next].interval.start == moment {
        there.append(ordered[next])
        next += 1
      }
      var options: [Int] = []
      for option in there.map(\.option).sorted() where option != options.last { options.append(option) }
      if options.count > 1 { cliques.append(options) }
    }
    return cliques
  }
}
