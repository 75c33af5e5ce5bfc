import Domain

/// What is due before and after the visit.
struct PackDeadlines {
  let visit: Visit
  let words: PlanWords

  /// The part; nothing where the programme names no milestones.
  var html: HTML {
    let milestones = words.programme.settings.visits.milestones.enumerated().sorted {
      ($0.element.days, $0.offset) < ($1.element.days, $1.offset)
    }
    .map(\.element)
    guard !milestones.isEmpty else { return .none }
    return PackPart.html(
      "deadlines", "Deadlines",
      [
        HTMLTable(
          caption: "What is due, and from whom", columns: [.words("By"), .words("What"), .words("From")],
          rows: milestones.map { milestone in
            [
              .text(visit.date.advanced(by: milestone.days).inWords), .text(milestone.title),
              .text(responsible(for: milestone)),
            ]
          }
        ).html
      ])
  }

  private func responsible(for milestone: Milestone) -> String {
    switch milestone.responsible {
    case nil: visit.allTeams
    case .host: words.name(visit.host)
    case .visitor: Figures.list(words.names(visit.visitors))
    case .facilitator: visit.facilitator.map { words.name($0) } ?? "the facilitator"
    }
  }
}
