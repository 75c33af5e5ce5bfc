public import Domain

/// What a plan writes beside its calendars: the tables, plan.json, the reports and the packs of docs/formats.md.
///
/// Pure: the same programme and plan give the same bytes.
public struct PlanFiles: Sendable {
  /// The files, sorted by name; a pack's name holds its folder, as `packs/R0A--RJ1.html`.
  public let files: [ReportFile]

  /// Writes the files of `plan`.
  public init(programme: Programme, plan: Plan) {
    let words = PlanWords(programme: programme, plan: plan)
    let packs = plan.visits.filter { $0.status != .cancelled }.map { VisitPack(of: $0, words: words).file }
    let reports = [
      PlanDocument(programme: programme, plan: plan).file,
      PlanPage(programme: programme, plan: plan).file,
      PlanReport(programme: programme, plan: plan).file,
    ]
    files = (Self.tables(words) + reports + packs).sorted {
      $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
  }

  /// The tables alone.
  static func tables(_ words: PlanWords) -> [ReportFile] {
    [
      ActionList(words: words).file,
      AgendaTable(plan: words.plan).file,
      AttendanceTable(plan: words.plan).file,
      ChaseList(programme: words.programme, plan: words.plan).file,
      PairsTable(plan: words.plan).file,
      UnscheduledTable(plan: words.plan).file,
      VisitsTable(plan: words.plan).file,
    ]
  }
}
