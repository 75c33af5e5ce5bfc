public import Domain
import Opportunities

/// What keeps an option from a plan whose other visits stay where they are.
public struct Clash: Hashable, Sendable {
  /// The rule that would be broken.
  public var rule: Rule
  /// The other visit, by index of the teams; `nil` where a limit is reached.
  public var host: Int?
  /// Whose limit is reached, by index: a facilitator or a person; `nil` of a limit of all visits.
  public var owner: Int?
  /// How many visits the limit counts already.
  public var count = 0
}

extension VisitsProblem {
  /// For each option of the visit of `visitors` to `host` (teams by index), in the order of `options(host:visitors:)`,
  /// everything that it breaks with the other visits where they stand: each of them has one option, or none.
  ///
  /// Cost: that of the rows of all limits, and a look at each other visit for each option.
  public func clashes(host: Int, visitors: [Int]) -> [[Clash]] {
    guard let visit = visit(host: host, visitors: visitors) else { return [] }
    let others = groupOf.indices.filter { $0 != visit && !optionsOf[$0].isEmpty }
    let standing = others.map { optionsOf[$0].lowerBound }
    let conflicts = ConflictRules(self)
    let limits = limits(standing)
    return optionsOf[visit].map { option in
      var clashes = groupClashes(option, of: visit, standing)
      for other in standing where abs(day[other] - day[option]) <= 1 {
        for rule in conflicts.rules(forbidding: option, other) {
          clashes.append(Clash(rule: rule, host: self.host(visitOf[other])))
        }
      }
      for (row, used, isOfFacilitator) in limits where used >= row.limit && row.options.contains(option) {
        guard let rule = row.rule else { continue }
        clashes.append(Clash(rule: rule, owner: isOfFacilitator ? facilitator[option] : nil, count: used))
      }
      for person in options[option].attendees {
        guard let limit = table.programme.people[person].maxDays else { continue }
        let days = standing.count { options[$0].attendees.contains(person) }
        if days >= limit { clashes.append(Clash(rule: PersonDayLimit.rule, owner: person, count: days)) }
      }
      return clashes
    }
  }

  /// What an option breaks with the other visits of its pair or trio.
  private func groupClashes(_ option: Int, of visit: Int, _ standing: [Int]) -> [Clash] {
    let settings = table.programme.settings.visits
    let gap = ReciprocalGap(settings)
    let same = SameFacilitatorRequired(settings)
    let own = standing.filter { groupOf[visitOf[$0]] == groupOf[visit] }
    var clashes: [Clash] = []
    // Only neighbours in time have a gap between them, and one that is missing may come to lie between two.
    let isOpen = visitsOf[groupOf[visit]].count > 2 && own.count < 2
    let before = own.filter { day[$0] <= day[option] }.max { day[$0] < day[$1] }
    let after = own.filter { day[$0] > day[option] }.min { day[$0] < day[$1] }
    for other in [before, after].compactMap({ $0 })
    where !gap.admits(day[other], day[option], isOpen: isOpen) {
      clashes.append(Clash(rule: ReciprocalGap.rule, host: host(visitOf[other])))
    }
    for other in own where !same.admits(facilitator[other], facilitator[option]) {
      clashes.append(Clash(rule: SameFacilitatorRequired.rule, host: host(visitOf[other])))
    }
    return clashes
  }

  /// The limits of weeks and facilitators, how much of each is used, and whether it is a facilitator's.
  private func limits(_ standing: [Int]) -> [(row: CouplingRow, used: Int, isOfFacilitator: Bool)] {
    let ofAll = WeeklyLimit.rows(self).map { ($0, false) }
    let ofFacilitators = (FacilitatorWeeklyLimit.rows(self) + FacilitatorTotalLimit.rows(self)).map {
      ($0, true)
    }
    return (ofAll + ofFacilitators).map { row, isOfFacilitator in
      (row, standing.count { row.options.contains($0) }, isOfFacilitator)
    }
  }
}
