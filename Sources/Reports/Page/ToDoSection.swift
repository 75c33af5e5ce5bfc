import Domain

/// What to do this week and next, and who has sent no diary.
struct ToDoSection {
  let words: PlanWords

  /// The section.
  var section: PageSection {
    PageSection(
      id: "to-do", heading: "This week and next", content: actions + chases)
  }

  private static let soon: [Urgency] = [.overdue, .thisWeek, .nextWeek]

  private var actions: [HTML] {
    let list = ActionList(words: words)
    let groups = Self.soon.compactMap { urgency -> HTMLTable.Group? in
      let rows = list.actions.filter { list.urgency(of: $0) == urgency }.map(row)
      return rows.isEmpty ? nil : HTMLTable.Group(heading: .text(urgency.inWords), rows: rows)
    }
    let later = list.actions.count { list.urgency(of: $0) == .later }
    let rest =
      later == 0
      ? "Nothing is due after that." : "\(Figures.count(later, "thing")) due later: see actions.csv."
    guard !groups.isEmpty else { return [.node(.p, [], "Nothing is due this week or next. " + rest)] }
    return [
      HTMLTable(
        caption: "What to do, by the last day on which it is in time",
        columns: [.words("By"), .words("What, and whom to write to")], groups: groups
      ).html,
      .node(.p, [], rest),
    ]
  }

  private func row(_ action: Action) -> [HTML] {
    [
      .node(.span, [.class("whole")], action.due.inWordsShort),
      [
        .text(action.sentence),
        .node(
          .div, [],
          [.node(.small, [], ["Write to ", EmailLink.html(name: action.to.name, email: action.to.email)])]),
      ],
    ]
  }

  private var chases: [HTML] {
    let list = ChaseList(programme: words.programme, plan: words.plan)
    guard !list.items.isEmpty else {
      return [.node(.h3, [], "Diaries"), .node(.p, [], "Everybody has sent a diary.")]
    }
    let reading =
      switch words.programme.settings.visits.noDiary {
      case .assumeFree: "The plan takes them to be free."
      case .unavailable: "The plan takes them to be away throughout."
      }
    return [
      .node(.h3, [], "Diaries that are missing"),
      .node(
        .p, [],
        "\(Figures.count(list.items.count, "diary", "diaries")) not sent. \(reading) Needed by the day given, so "
          + "that whoever turns out to have a clinic can still cancel it with notice."),
      HTMLTable(
        caption: "Who has sent no diary, by the day it is needed",
        columns: [.words("By"), .words("Who, and whom to write to"), .words("Visits that depend on it")],
        rows: list.items.map { row($0, list.urgency(of: $0)) }
      ).html,
    ]
  }

  private func row(_ item: ChaseItem, _ urgency: Urgency) -> [HTML] {
    let visits =
      words.plan.visits.filter { item.visits.contains($0.id) }.map {
        "\(words.visit($0.host, $0.visitors)), \($0.date.inWordsShort)"
      }
      + words.plan.unscheduled.filter { item.visits.contains($0.id) }.map {
        "\(words.visit($0.host, $0.visitors)), no date yet"
      }
    let late: [HTML] =
      switch urgency {
      case .overdue: [" ", .node(.small, [], "overdue")]
      case .thisWeek, .nextWeek, .later: []
      }
    return [
      .group([.node(.span, [.class("whole")], item.neededBy.inWordsShort)] + late),
      [
        .text(item.name), item.role == nil ? " (leads)" : item.isRequired ? " (a required role)" : .none,
        .node(
          .div, [],
          [
            .node(
              .small, [],
              [
                EmailLink.html(name: nil, email: item.email ?? item.coordinatorEmail),
                item.email == nil && item.coordinatorEmail != nil ? ", the team's coordinator" : .none,
              ])
          ]),
      ],
      visits.isEmpty ? "none yet" : .node(.ul, [.class("plain")], visits.map { .node(.li, [], $0) }),
    ]
  }
}

/// An address that can be written to, if it is one.
enum EmailLink {
  /// A name, and the address as a link where it is a plain one.
  static func html(name: String?, email: String?) -> HTML {
    let link = email.map { email -> HTML in
      HTMLAttribute.letter(to: email).map { .node(.a, [$0], email) } ?? .text(email)
    }
    switch (name, link) {
    case (let name?, let link?): return [.text(name), ", ", link]
    case (let name?, nil): return .text(name)
    case (nil, let link?): return link
    case (nil, nil): return "no address known"
    }
  }
}
