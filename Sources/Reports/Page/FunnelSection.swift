import Domain

/// A funnel plot for each indicator.
struct FunnelSection {
  let words: PlanWords

  /// The section; `nil` where the programme names no indicators.
  var section: PageSection? {
    let indicators = words.programme.settings.pairing.indicators
    guard !indicators.isEmpty else { return nil }
    return PageSection(
      id: "funnels", heading: "The figures and chance",
      content: [
        .node(
          .p, [],
          "Each dot is a team. Around the share of all cases together (the level line) chance alone scatters small "
            + "teams more than large ones: 19 of 20 would lie between the dashed curves, 998 of 1,000 between the "
            + "others. A team outside differs by more than chance; that is a question to ask, and no verdict."
        ),
        .node(
          .div, [.class("funnels")],
          indicators.enumerated().map { place, indicator in
            figure(AuditFigures(of: indicator, in: words.programme), id: "funnel-\(place + 1)")
          }),
      ], isFresh: true)
  }

  private func figure(_ audit: AuditFigures, id: String) -> HTML {
    let plot = FunnelPlot(audit: audit, words: words, id: id)
    let picture = plot.html
    let direction =
      switch audit.indicator.direction {
      case .higher: "Higher is better."
      case .lower: "Lower is better."
      }
    return .node(
      .figure, [.class("card")],
      [
        .node(.h3, [], audit.indicator.label), picture,
        .node(
          .figcaption, [],
          picture == .none
            ? "How many cases the figures rest on is not known, so there is no funnel."
            : ([direction] + FunnelWords(spots: plot.spots, words: words).sentences + caveat(audit)).joined(
              separator: " ")),
      ])
  }

  private func caveat(_ audit: AuditFigures) -> [String] {
    guard audit.restsOnCaseloads else { return [] }
    return [
      "Cases are the teams' whole caseloads, an upper bound: the figure counts fewer, so the true limits are wider, "
        + "and a team just outside may lie inside."
    ]
  }
}
