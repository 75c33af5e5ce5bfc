import Domain

/// What the schedule is charged for.
struct CostsSection {
  let words: PlanWords

  /// The section.
  var section: PageSection {
    let costs = words.plan.costs
    let rows = Preference.allCases.filter { costs[$0] != .zero }.map { preference -> [HTML] in
      [
        [.text(preference.inSentence), " ", .node(.small, [], preference.rawValue)],
        .text(Figures.hours(costs[preference])), .text(share(of: costs[preference])),
      ]
    }
    return PageSection(
      id: "costs", heading: "What it costs",
      content: [
        HTMLTable(
          caption: "Costs in clinician-hours; prices are under costs: in programme.yaml",
          columns: [.words("For, and its price"), .numbers("Hours"), .numbers("Share")], rows: rows,
          total: ["In all", .text(Figures.hours(costs.total)), ""]
        ).html
      ])
  }

  private func share(of cost: Minutes) -> String {
    let total = words.plan.costs.total
    return total > .zero ? Figures.percent(Double(cost.count) / Double(total.count)) : Figures.missing
  }
}

extension Preference {
  /// What is charged, as the beginning of a line.
  fileprivate var inSentence: String { inWords.prefix(1).uppercased() + inWords.dropFirst() }
}
