import Domain

/// Where the teams are, and who meets whom.
struct MapSection {
  let words: PlanWords

  /// The section; `nil` where there is nobody to show.
  var section: PageSection? {
    let siteMap = SiteMap(words: words)
    let map = siteMap.html
    guard map != .none else { return nil }
    let estimates = words.plan.pairs.count(where: \.travelIsEstimated)
    let alone = words.plan.unpaired.isEmpty ? "" : " A hollow dot is a team without a partner."
    let names = siteMap.mayOmitNames ? " Names that find no room are left out." : ""
    let dashes = estimates == 0 ? "" : " A dashed line is a drive that is estimated from the distance."
    return PageSection(
      id: "map", heading: "Map",
      content: [
        .node(
          .figure, [.class("atlas")],
          [
            map,
            .node(
              .figcaption, [],
              "Each line joins a pair, with its number in this report.\(names)\(dashes)\(alone) Lines are straight; "
                + "nobody drives along them."),
          ])
      ], isFresh: true)
  }
}
