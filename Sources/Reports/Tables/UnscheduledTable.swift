import Domain

/// unscheduled.csv: the visits without a date, why, and the cheapest thing to ask for.
struct UnscheduledTable {
  /// The file.
  let file: ReportFile

  private static let header = ["visit_id", "host", "visitor", "reason", "cheapest_ask"]

  /// The visits of `plan` that have no date.
  init(plan: Plan) {
    let rows = plan.unscheduled.map { visit -> [String?] in
      [visit.id.text, visit.host.text, Cells.ids(visit.visitors), visit.reason, visit.cheapestAsk]
    }
    file = ReportFile(table: "unscheduled.csv", header: Self.header, rows: rows)
  }
}
