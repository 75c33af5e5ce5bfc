import Domain

/// The visits without a date, why, and the cheapest thing to ask for.
struct UnscheduledSection {
  let words: PlanWords

  /// The section; `nil` where every visit has a date.
  var section: PageSection? {
    guard !words.plan.unscheduled.isEmpty else { return nil }
    let trade = words.plan.trade.map { HTML.node(.p, [], TradeWords(trade: $0).sentence) }
    return PageSection(
      id: "without-date", heading: "Visits without a date",
      content: [trade].compactMap { $0 }
        + words.plan.unscheduled.map { visit in
          .node(
            .div, [.class("card")],
            [
              .node(.h3, [], words.visit(visit.host, visit.visitors)),
              .node(.p, [], visit.reason),
              .node(
                .p, [],
                [
                  .node(
                    .strong, [],
                    visit.cheapestAsk == nil ? "Nothing that was tried would help." : "What would help: "
                  ),
                  .text(visit.cheapestAsk ?? ""),
                ]),
            ])
        })
  }
}
