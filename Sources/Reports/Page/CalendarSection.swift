import Domain

/// The visits by week.
struct CalendarSection {
  let words: PlanWords

  /// The section.
  var section: PageSection {
    PageSection(id: "calendar", heading: "Calendar", content: content)
  }

  private var content: [HTML] {
    guard !words.plan.visits.isEmpty else { return [.node(.p, [], "No visit has a date.")] }
    let groups = WeekCalendar(visits: words.plan.visits).weeks.map { week in
      HTMLTable.Group(
        heading: week.visits.isEmpty ? .text("\(week.name): no visit") : .text(week.name),
        rows: week.visits.map(row))
    }
    return [
      HTMLTable(
        caption: "Every visit with a date", columns: [.words("When"), .words("Visit"), .words("Led by")],
        groups: groups
      ).html
    ]
  }

  private func row(_ visit: Visit) -> [HTML] {
    [
      [
        .node(.span, [.class("whole")], visit.date.inWordsShort), " ",
        .node(.span, [.class("whole")], "\(visit.interval.start.clock)–\(Cells.end(of: visit.interval))"),
      ],
      .group(
        [
          .text(words.visit(visit.host, visit.visitors)),
          .node(.div, [], [.node(.small, [], details(of: visit))]),
        ]),
      .text(visit.facilitator.map { words.name($0) } ?? "nobody"),
    ]
  }

  private func details(of visit: Visit) -> String {
    let reserve = visit.reserveDate.map { "in reserve \($0.inWords)" }
    let room = visit.room.flatMap { words.programme.room($0)?.name }
    return [words.firmness(of: visit), room, words.overnight(at: visit), reserve].compactMap { $0 }
      .joined(separator: "; ")
  }
}
