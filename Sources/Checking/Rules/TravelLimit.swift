import Domain

/// Partners live within `max_travel_minutes`, and all pairs together within `travel_budget_hours`.
enum TravelLimit: RuleCheck {
  static let rule = Rule.travelLimit

  static func findings(in examination: Examination) -> [Finding] {
    tooFar(in: examination) + overBudget(in: examination) + misstated(in: examination)
  }

  private static func tooFar(in examination: Examination) -> [Finding] {
    guard let limit = examination.facts.settings.pairing.maxTravel else { return [] }
    return examination.freeEdges.compactMap { group, edge in
      guard let figures = EdgeFigures(edge.0, edge.1, facts: examination.facts),
        figures.travel.minutes > limit
      else { return nil }
      return finding(
        group, in: examination,
        "\(examination.names(edge)) are \(Words.duration(figures.travel.minutes)) apart; "
          + "the limit is \(Words.duration(limit)).")
    }
  }

  private static func overBudget(in examination: Examination) -> [Finding] {
    guard let hours = examination.facts.settings.pairing.travelBudgetHours else { return [] }
    let total = examination.groups.map { group in
      group.edges.compactMap { EdgeFigures($0.0, $0.1, facts: examination.facts)?.travel.minutes }.max()
        ?? .zero
    }.reduce(.zero, +)
    // Hours written in decimals may fall short of whole minutes by the last bits of floating point.
    guard Double(total.count) > hours * 60 + 1e-6 else { return [] }
    let subject = examination.facts.settings.id.text
    // A force overrides travel, and a settled pair stays: where nobody else drives, nothing can be mended.
    let isStanding = examination.groups.allSatisfy { group in
      examination.facts.isSettled(group.id)
        || group.edges.allSatisfy { edge in
          examination.isForced(edge)
            || EdgeFigures(edge.0, edge.1, facts: examination.facts)?.travel.minutes == .zero
        }
    }
    return [
      Finding(
        breach: Breach(
          rule: rule, subject: subject,
          sentence: "The pairs' drives one way add up to \(Words.duration(total)); "
            + "the budget is \(Words.duration(Minutes(hours: hours)))."),
        isStanding: isStanding)
    ]
  }

  private static func misstated(in examination: Examination) -> [Finding] {
    examination.statedFigures.compactMap { group, stated, figures in
      guard stated.travel != figures.travel else { return nil }
      return finding(
        group, in: examination,
        "\(group.id) is said to be \(Words.duration(stated.travel)) apart; "
          + "it is \(Words.duration(figures.travel)).")
    }
  }
}
