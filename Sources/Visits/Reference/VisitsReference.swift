import Algebra
import Domain
import Opportunities

/// The figures of models/visits.mod for the visits of some pairs and a trio, over the options that the solver chooses from.
///
/// `model()` is the whole model at once, `data` the same for a MathProg translator. The optimum of either is that
/// of `VisitsSolver.solve` to the unit, in clinician-minutes.
public struct VisitsReference {
  let problem: VisitsProblem
  /// Days from `visits_from` to the option's.
  let day: [Int]
  /// The people of an option whom another visit could want too: of several teams, or with a number of days.
  let contested: [[Int]]
  /// The uses of rooms of an option that another visit could want too, at sites with several teams.
  let roomUses: [[Option.RoomUse]]

  /// The figures of `problem`.
  public init(_ problem: VisitsProblem) {
    let programme = problem.table.programme
    var teamsAt: [SiteID: Int] = [:]
    for team in programme.teams { teamsAt[team.site, default: 0] += 1 }
    self.problem = problem
    day = problem.day.map { $0 - programme.settings.visitsFrom.number }
    contested = problem.options.map { option in
      option.attendees.filter {
        programme.people[$0].teams.count > 1 || programme.people[$0].maxDays != nil
      }
    }
    roomUses = problem.options.map { option in
      option.bookings.filter { teamsAt[programme.rooms[$0.room].site, default: 0] > 1 }
    }
  }

  var programme: Programme { problem.table.programme }

  var visits: Range<Int> { 0..<problem.visitCount }

  /// The other visits of the pair or trio.
  func others(_ visit: Int) -> [Int] { problem.visitsOf[problem.groupOf[visit]].filter { $0 != visit } }

  func team(_ index: Int) -> MathProgSymbol { .text(programme.teams[index].id.text) }

  func visit(_ index: Int) -> MathProgSymbol {
    .text(
      VisitID(
        host: programme.teams[problem.host(index)].id,
        visitors: problem.visitors(index).map { programme.teams[$0].id }
      ).text)
  }

  /// The visiting teams of a visit, as in its name.
  func visitors(_ visit: Int) -> MathProgSymbol {
    .text(PairID(problem.visitors(visit).map { programme.teams[$0].id }).text)
  }

  func group(_ index: Int) -> MathProgSymbol {
    .text(PairID(problem.groups[index].map { programme.teams[$0].id }).text)
  }

  func facilitator(_ index: Int) -> MathProgSymbol { .text(programme.facilitators[index].id.text) }

  func person(_ index: Int) -> MathProgSymbol { .text(programme.people[index].id.text) }

  func room(_ index: Int) -> MathProgSymbol { .text(programme.rooms[index].id.text) }

  /// An option by the number that names it, from 1.
  func number(_ option: Int) -> MathProgSymbol { .whole(option + 1) }

  /// Minutes after midnight of the option's day.
  func minutes(_ moment: Moment, of option: Int) -> Int { moment.minute - problem.day[option] * 1440 }

  /// What each option's variable stands for, a line each: `x[7]: GLO hosts HEB on 2027-01-12 09:00-15:00, FAC-01`.
  public var legend: [String] {
    problem.options.indices.map { option in
      let (visit, chosen) = (problem.visitOf[option], problem.options[option])
      let leader = chosen.facilitator.map { ", " + programme.facilitators[$0].id.text } ?? ""
      return
        "\(MathProgSymbol.name("x", [number(option)])): \(programme.teams[problem.host(visit)].id) hosts "
        + "\(problem.visitors(visit).map { programme.teams[$0].id.text }.joined(separator: " and ")) on \(chosen.day) "
        + "\(chosen.interval.start.clock)-\(chosen.interval.end.clock)\(leader)"
    }
  }
}
