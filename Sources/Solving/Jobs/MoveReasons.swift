import Domain
import Opportunities
import Reasons
import Visits
import WhatIf

/// Why each visit that moves, or has no date any more, does not stay where it was.
struct MoveReasons {
  let before: Plan
  let after: Plan
  let problem: VisitsProblem
  let changes: [Change]

  private var programme: Programme { problem.table.programme }

  /// In the order of the visits before.
  var all: [WhatIfReply.Reason] {
    let difference = PlanDifference(from: before, to: after)
    let moved = Set(difference.moves.map(\.before.id))
    return (difference.moves.map(\.before) + difference.lost).compactMap { visit in
      why(visit, moved: moved).map { WhatIfReply.Reason(visit: visit.id, why: $0) }
    }
  }

  private func why(_ visit: Visit, moved: Set<VisitID>) -> String? {
    if let asked = changes.first(where: { $0.visit == visit.id }) { return words(of: asked) }
    let index = { (team: TeamID) in programme.teams.firstIndex { $0.id == team } }
    guard let host = index(visit.host) else { return nil }
    let visitors = visit.visitors.compactMap(index)
    let leader = visit.facilitator.flatMap { id in programme.facilitators.firstIndex { $0.id == id } }
    let cause = problem.displacement(
      host: host, visitors: visitors, day: visit.date, start: visit.interval.start, facilitator: leader,
      among: after.visits)
    switch cause {
    case .dateImpossible: return "on \(visit.date.inWords) \(obstacles(visit.date, host))"
    case .leaderCannot:
      let name = visit.facilitator.flatMap { programme.facilitator($0)?.name } ?? "its facilitator"
      return "\(name) cannot lead it on \(visit.date.inWords)"
    case .hoursImpossible: return "the people needed are not free at these hours on \(visit.date.inWords)"
    case .clash(let other):
      return moved.contains(other)
        ? "it makes way for \(name(other)), which moves too"
        : "it cannot be on one day with \(name(other)), or the day beside it"
    case .gap(let other):
      let gap = programme.settings.visits
      return "a pair's visits lie \(gap.gapMin) to \(gap.gapMax) days apart, and \(name(other)) "
        + (moved.contains(other) ? "moves" : "is where it is")
    case .limit: return "its week, its facilitator or one of its people has no room for one more visit"
    case .dearer: return "it costs less than staying, though it could stay"
    }
  }

  private func words(of change: Change) -> String {
    let words: String =
      switch change.event {
      case .notBefore(_, let day): "it is not to be before \(day.inWords)"
      case .notOn(_, let from, let until):
        from == until
          ? "it is not to be on \(from.inWords)"
          : "it is not to be from \(from.inWords) to \(until.inWords)"
      case .moveTo(_, let day): "it is to be on \(day.inWords)"
      case .cancel: "it is cancelled"
      case .away, .withdraw, .join: "of what happens"
      }
    return words + (change.reason.map { " (\($0))" } ?? "")
  }

  /// What keeps the visit from a day, whatever the others are: exactly, and in words.
  private func obstacles(_ day: Day, _ host: Int) -> String {
    let held = programme.holding(after.visits)
    let found = Explainer(held, groups: problem.groups, host: host).obstacles(on: day, alone: true)
    return found.isEmpty
      ? "it cannot be held" : found.map { $0.clause(in: held, on: day) }.joined(separator: "; ")
  }

  private func name(_ visit: VisitID) -> String {
    let known = after.visits.first { $0.id == visit } ?? before.visits.first { $0.id == visit }
    guard let known else { return visit.text }
    let name = { (team: TeamID) in programme.team(team)?.name ?? team.text }
    return "\(known.visitors.map(name).joined(separator: " and ")) at \(name(known.host))"
  }
}
