import Domain

/// The learning events.
struct EventsSection {
  let words: PlanWords

  /// The section; `nil` where the programme has none.
  var section: PageSection? {
    guard !words.plan.events.isEmpty else { return nil }
    return PageSection(
      id: "events", heading: "Learning events",
      content: words.plan.events.map { event in
        let own = EventWords(words: words, event: event)
        return .node(
          .div, [.class("card")],
          [
            .node(.h3, [], event.title),
            .node(.p, [], "\(own.time). \(own.turnout)"),
          ] + [own.missing, own.others].compactMap { $0 }.map { .node(.p, [], $0) })
      })
  }
}
