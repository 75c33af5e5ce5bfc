public import Domain

/// What a plan writes beside its calendars: the tables, plan.json and report.txt of docs/formats.md.
///
/// Pure: the same programme and plan give the same bytes.
public struct PlanFiles: Sendable {
  /// The files, sorted by name.
  public let files: [ReportFile]

  /// Writes the files of `plan`.
  public init(programme: Programme, plan: Plan) {
    files = [
      AgendaTable(plan: plan).file,
      AttendanceTable(plan: plan).file,
      PairsTable(plan: plan).file,
      PlanDocument(programme: programme, plan: plan).file,
      PlanReport(programme: programme, plan: plan).file,
      UnscheduledTable(plan: plan).file,
      VisitsTable(plan: plan).file,
    ]
  }
}
