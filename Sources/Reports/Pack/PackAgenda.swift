import Domain

/// The day, session by session.
struct PackAgenda {
  let visit: Visit
  let words: PlanWords

  /// The part.
  var html: HTML {
    let agenda = visit.detail?.agenda ?? []
    guard !agenda.isEmpty else {
      return PackPart.html("agenda", "Agenda", [.node(.p, [], "The agenda follows.")])
    }
    return PackPart.html(
      "agenda", "Agenda",
      [
        HTMLTable(
          caption: "The sessions of the day", columns: [.words("Time"), .words("Session"), .words("Room")],
          rows: agenda.map { item in
            [
              .node(
                .span, [.class("whole")], "\(item.interval.start.clock)–\(Cells.end(of: item.interval))"),
              .text(item.title),
              .text(room(of: item).map { words.programme.room($0)?.name ?? $0.text } ?? Figures.missing),
            ]
          }
        ).html
      ])
  }

  /// The session's room, and for the MDT meeting the room in which the host's meeting is held.
  private func room(of item: AgendaItem) -> RoomID? {
    if item.room != nil || item.session.text != "mdt" { return item.room }
    let start = item.interval.start
    return words.programme.meetings.first {
      $0.team == visit.host && $0.weekday == start.day.weekday && $0.start.minute == start.minuteOfDay
    }?.room
  }
}
