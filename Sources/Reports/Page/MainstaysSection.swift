import Domain

/// Whose absence on one day cancels a visit.
struct MainstaysSection {
  let words: PlanWords

  /// The section; `nil` where no visit hangs on anybody.
  var section: PageSection? {
    let list = MainstayList(words: words)
    guard !list.items.isEmpty else { return nil }
    return PageSection(
      id: "mainstays", heading: "Visits that one absence cancels",
      content: [
        .node(.p, [], list.sentence),
        HTMLTable(
          caption: "Missing on the day, each of these cancels the visit",
          columns: [.words("Who or what"), .numbers("Visits"), .words("On")],
          rows: list.items.map { item in
            [
              .text(item.name), .text(String(item.visits.count)),
              .text(item.dates.joined(separator: "; ")),
            ]
          }
        ).html,
      ])
  }
}
