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

  /// The plan after, made out only where a day is explained.
  private lazy var plan = SettledPlan(programme.holding(after.visits), groups: problem.groups)
  private var programme: Programme { problem.table.programme }

  /// Compares `before` with `after`, the best plan of `problem` once `changes` have happened.
  init(before: Plan, after: Plan, problem: VisitsProblem, changes: [Change]) {
    (self.before, self.after, self.problem, self.changes) = (before, after, problem, changes)
  }

  /// In the order of the visits before.
  mutating func all() -> [WhatIfReply.Reason] {
    let difference = PlanDifference(from: before, to: after)
    let moved = Set(difference.moves.map(\.before.id))
    return (difference.moves.map(\.before) + difference.lost).compactMap { visit in
      why(visit, moved: moved).map { WhatIfReply.Reason(visit: visit.id, why: $0) }
    }
  }

  private mutating func why(_ visit: Visit, moved: Set<VisitID>) -> String? {
    if let asked = changes.first(where: { $0.moves(visit) }) { return words(of: asked, visit) }
    let teams = programme.teams
    let index = { (team: TeamID) in teams.firstIndex { $0.id == team } }
    guard let host = index(visit.host) else { return nil }
    let visitors = visit.visitors.compactMap(index)
    let leader = visit.facilitator.flatMap { id in programme.facilitators.firstIndex { $0.id == id } }
    let cause = problem.displacement(
      host: host, visitors: visitors, day: visit.date, start: visit.interval.start, facilitator: leader,
      among: after.visits)
    switch cause {
    case .dateImpossible: return "on \(visit.date.inWords) \(obstacles(visit.date, host))"
    case .leaderCannot:
      if let away = leaderIsAway(visit) { return away }
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

  /// That whoever leads a visit is away on its day, where that is what happens.
  private func leaderIsAway(_ visit: Visit) -> String? {
    for change in changes {
      guard case .away(.facilitator(let id), let from, let until) = change.event, id == visit.facilitator,
        from <= visit.date, visit.date <= until
      else { continue }
      return "\(programme.facilitator(id)?.name ?? id.text) is away on \(visit.date.inWords)"
        + (change.reason.map { " (\($0))" } ?? "")
    }
    return nil
  }

  private mutating func words(of change: Change, _ visit: Visit) -> String {
    let reason = change.reason.map { " (\($0))" } ?? ""
    let words: String =
      switch change.event {
      case .notBefore(_, let day): "it is not to be before \(day.inWords)"
      case .notOn(_, let from, let until):
        from == until
          ? "it is not to be on \(from.inWords)"
          : "it is not to be from \(from.inWords) to \(until.inWords)"
      case .moveTo(_, let day): "it is to be on \(day.inWords)"
      case .cancel: "it is cancelled"
      case .withdraw(let team): "\(programme.team(team)?.name ?? team.text) withdraws"
      case .away, .join: "of what happens"
      }
    guard case .moveTo(_, let day) = change.event, !after.visits.contains(where: { $0.id == visit.id }),
      let host = programme.teams.firstIndex(where: { $0.id == visit.host })
    else { return words + reason }
    return words + reason + ", and " + onWantedDay(day, host)
  }

  /// Why a visit is not on the one day on which it is to be.
  private mutating func onWantedDay(_ day: Day, _ host: Int) -> String {
    let explainer = Explainer(plan, host: host)
    guard explainer.days.contains(day) else { return "the host has no MDT meeting on that day" }
    let found = explainer.obstacles(on: day)
    return found.isEmpty
      ? "no plan was found with it there"
      : "there " + found.map { $0.clause(in: plan.programme, on: day) }.joined(separator: "; ")
  }

  /// What keeps the visit from a day, whatever the others are: exactly, and in words.
  private mutating func obstacles(_ day: Day, _ host: Int) -> String {
    let found = Explainer(plan, host: host).obstacles(on: day, alone: true)
    return found.isEmpty
      ? "it cannot be held" : found.map { $0.clause(in: plan.programme, on: day) }.joined(separator: "; ")
  }

  private func name(_ visit: VisitID) -> String {
    let known = after.visits.first { $0.id == visit } ?? before.visits.first { $0.id == visit }
    guard let known else { return visit.text }
    let name = { (team: TeamID) in programme.team(team)?.name ?? team.text }
    return "\(known.visitors.map(name).joined(separator: " and ")) at \(name(known.host))"
  }
}
