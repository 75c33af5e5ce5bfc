import Domain

/// attendance.csv: everybody of both teams and the facilitator, at each visit.
struct AttendanceTable {
  /// The file.
  let file: ReportFile

  private static let header = [
    "visit_id", "person_id", "side", "role", "required", "sessions_missed", "cost_hours", "attends",
  ]

  /// The attendance of `plan`; visits without details have no rows.
  init(plan: Plan) {
    let rows = plan.visits.flatMap { visit in
      (visit.detail?.attendance ?? []).map { Self.row($0, of: visit.id) }
    }
    file = ReportFile(table: "attendance.csv", header: Self.header, rows: rows)
  }

  private static func row(_ attendance: Attendance, of visit: VisitID) -> [String?] {
    [
      visit.text, attendance.attendee.text, attendance.side.rawValue, attendance.role?.rawValue,
      Cells.word(attendance.isRequired), String(attendance.missed.count), Cells.hours(attendance.cost),
      attendance.extent,
    ]
  }
}

extension Attendance {
  /// Whether the person comes: `yes`, `part` where sessions are missed, `no`.
  var extent: String {
    if isAbsent { return "no" }
    return missed.isEmpty ? "yes" : "part"
  }
}
