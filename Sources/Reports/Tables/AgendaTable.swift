import Domain

/// agenda.csv: the sessions of each visit, at local times of its date.
struct AgendaTable {
  /// The file.
  let file: ReportFile

  private static let header = ["visit_id", "session_id", "title", "start", "end", "room_id"]

  /// The agendas of `plan`; visits without details have no rows.
  init(plan: Plan) {
    let rows = plan.visits.flatMap { visit in
      (visit.detail?.agenda ?? []).map { item -> [String?] in
        [
          visit.id.text, item.session.text, item.title, item.interval.start.clock,
          Cells.end(of: item.interval), item.room?.text,
        ]
      }
    }
    file = ReportFile(table: "agenda.csv", header: Self.header, rows: rows)
  }
}
