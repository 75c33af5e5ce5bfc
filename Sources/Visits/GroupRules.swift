import Domain
import Opportunities

/// What a pair's or trio's visits must keep to among themselves, and what they cost together.
struct GroupRules {
  /// The options of one visit on one day.
  struct OptionsOfDay {
    var date: ReciprocalGap.Date
    /// By facilitator.
    var options: [Int]
  }

  let problem: VisitsProblem
  let gap: ReciprocalGap
  private let same: SameFacilitatorRequired
  private let conflicts: ConflictRules

  init(_ problem: VisitsProblem, _ conflicts: ConflictRules) {
    self.problem = problem
    self.conflicts = conflicts
    gap = ReciprocalGap(problem.table.programme.settings.visits)
    same = SameFacilitatorRequired(problem.table.programme.settings.visits)
  }

  /// Whether two visits of a group go together, whatever days lie between: their facilitators, people and rooms.
  func agree(_ a: Int, _ b: Int) -> Bool {
    let bothStay = problem.isFixed[a] && problem.isFixed[b]
    guard bothStay || same.admits(problem.facilitator[a], problem.facilitator[b]) else { return false }
    // Only neighbouring days can clash.
    return abs(problem.day[a] - problem.day[b]) > 1 || !conflicts.forbid(a, b)
  }

  /// What two visits cost together in minutes.
  func cost(_ a: Int, _ b: Int) -> Int {
    let isChange = FacilitatorChange.applies(problem.facilitator[a], problem.facilitator[b])
    return problem.cost[a] + problem.cost[b] + (isChange ? problem.facilitatorChange : 0)
  }

  /// What three visits cost together in minutes.
  func cost(_ a: Int, _ b: Int, _ c: Int) -> Int {
    let (x, y, z) = (problem.facilitator[a], problem.facilitator[b], problem.facilitator[c])
    let isChange =
      FacilitatorChange.applies(x, y) || FacilitatorChange.applies(x, z) || FacilitatorChange.applies(y, z)
    return problem.cost[a] + problem.cost[b] + problem.cost[c] + (isChange ? problem.facilitatorChange : 0)
  }

  /// The options of one visit, given by date, in days.
  func byDay(_ options: [Int]) -> [OptionsOfDay] {
    var days: [OptionsOfDay] = []
    for option in options {
      if days.last?.date.day == problem.day[option] {
        days[days.count - 1].options.append(option)
      } else {
        let date = ReciprocalGap.Date(day: problem.day[option], isFixed: problem.isFixed[option])
        days.append(OptionsOfDay(date: date, options: [option]))
      }
    }
    return days
  }
}
