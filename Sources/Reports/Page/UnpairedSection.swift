import Domain

/// The teams without a partner, and why.
struct UnpairedSection {
  let words: PlanWords

  /// The section; `nil` where every team has a partner.
  var section: PageSection? {
    guard !words.plan.unpaired.isEmpty else { return nil }
    return PageSection(
      id: "without-partner", heading: "Teams without a partner",
      content: [
        .node(
          .ul, [],
          words.plan.unpaired.map { unpaired in
            .node(
              .li, [],
              [
                .node(.strong, [], words.name(unpaired.team)), " (\(unpaired.team)): ",
                .text(unpaired.reason),
              ])
          })
      ])
  }
}
