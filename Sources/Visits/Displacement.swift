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
    let led = thatDay.filter { options[$0].facilitator == leader }
    guard !led.isEmpty else { return .leaderCannot }
    let ways = led.filter { options[$0].interval.start == start }
    guard !ways.isEmpty else { return .hoursImpossible }
    let others = chosenOptions(of: visits).filter { $0.visit != own }
    // With other people or rooms it may go together with visits with which the cheapest way does not.
    let (rules, limits) = (ConflictRules(self), limitRows)
    var causes: [Displacement] = []
    for way in ways {
      guard let cause = obstacle(to: way, of: own, among: others, rules, limits) else { return .dearer }
      causes.append(cause)
    }
    return causes[0]
  }

  /// What keeps a visit from an option beside those of others; `nil` where nothing does.
  private func obstacle(
    to option: Int, of own: Int, among others: [(visit: Int, option: Int)], _ rules: ConflictRules,
    _ limits: [CouplingRow]
  ) -> Displacement? {
    for (visit, other) in others where abs(day[other] - day[option]) <= 1 {
      if rules.forbid(other, option) { return .clash(id(visit)) }
    }
    let gap = ReciprocalGap(table.programme.settings.visits)
    for (visit, other) in others where groupOf[visit] == groupOf[own] {
      if !gap.admits(day[other], day[option], isOpen: visitsOf[groupOf[own]].count > 2) {
        return .gap(id(visit))
      }
    }
    let taken = others.map(\.option) + [option]
    for row in limits where row.options.contains(option) {
      if let rule = row.rule, taken.count(where: row.options.contains) > row.limit { return .limit(rule) }
    }
    return nil
  }

  /// The option of each visit that has a date among `visits`, by visit: where several are on its day with its leader, the
  /// one with its people and rooms.
  private func chosenOptions(of visits: [Visit]) -> [(visit: Int, option: Int)] {
    let planned = Dictionary(visits.map { ($0.id, $0) }) { first, _ in first }
    return (0..<visitCount).compactMap { visit in
      guard let choice = planned[id(visit)] else { return nil }
      let leader = choice.facilitator.flatMap { id in
        table.programme.facilitators.firstIndex { $0.id == id }
      }
      let alike = optionsOf[visit].filter {
        options[$0].day == choice.date && options[$0].facilitator == leader
      }
      return (alike.first { options[$0].detail == choice.detail } ?? alike.first).map { (visit, $0) }
    }
  }
}
