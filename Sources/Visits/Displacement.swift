public import Domain
import Opportunities

/// Why a visit does not stay where it was, now that the others are where they are.
public enum Displacement: Sendable, Equatable {
  /// It could not be held that day, whoever leads.
  case dateImpossible
  /// It could be held that day, but not with this leader.
  case leaderCannot
  /// It could be held that day, but not at these hours.
  case hoursImpossible
  /// It clashes with another visit: one leader, person or room cannot be at both.
  case clash(VisitID)
  /// It would lie too near to, or too far from, the pair's other visit.
  case gap(VisitID)
  /// A limit on a week, a facilitator or a person has no room for it.
  case limit(Rule)
  /// It could stay, and costs less elsewhere.
  case dearer
}

extension VisitsProblem {
  /// Why the visit of `visitors` to `host` (by index) does not stay on `day` with `facilitator` (by index) from `start`,
  /// among `visits`.
  public func displacement(
    host: Int, visitors: [Int], day: Day, start: Moment, facilitator leader: Int?, among visits: [Visit]
  ) -> Displacement {
    guard let own = visit(host: host, visitors: visitors) else { return .dateImpossible }
    let thatDay = optionsOf[own].filter { options[$0].day == day }
    guard !thatDay.isEmpty else { return .dateImpossible }
    guard let option = thatDay.first(where: { options[$0].facilitator == leader }) else {
      return .leaderCannot
    }
    guard options[option].interval.start == start else { return .hoursImpossible }
    let chosen = chosenOptions(of: visits)
    let rules = ConflictRules(self)
    for (visit, other) in chosen where visit != own && abs(self.day[other] - self.day[option]) <= 1 {
      if rules.forbid(other, option) { return .clash(id(visit)) }
    }
    let gap = ReciprocalGap(table.programme.settings.visits)
    for (visit, other) in chosen where visit != own && groupOf[visit] == groupOf[own] {
      if !gap.admits(self.day[other], self.day[option], isOpen: visitsOf[groupOf[own]].count > 2) {
        return .gap(id(visit))
      }
    }
    let taken = chosen.filter { $0.visit != own }.map(\.option) + [option]
    for row in limitRows where row.options.contains(option) {
      if let rule = row.rule, taken.count(where: row.options.contains) > row.limit { return .limit(rule) }
    }
    return .dearer
  }

  /// The option of each visit that has a date among `visits`, by visit.
  private func chosenOptions(of visits: [Visit]) -> [(visit: Int, option: Int)] {
    let planned = Dictionary(visits.map { ($0.id, $0) }) { first, _ in first }
    return (0..<visitCount).compactMap { visit in
      guard let choice = planned[id(visit)] else { return nil }
      let leader = choice.facilitator.flatMap { id in
        table.programme.facilitators.firstIndex { $0.id == id }
      }
      return optionsOf[visit].first {
        options[$0].day == choice.date && options[$0].facilitator == leader
      }.map { (visit, $0) }
    }
  }
}
