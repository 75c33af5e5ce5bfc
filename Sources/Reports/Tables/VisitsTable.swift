import Domain

/// visits.csv: the schedule, which can be edited and given back.
struct VisitsTable {
  /// The file.
  let file: ReportFile

  private static let header = [
    "visit_id", "pair_id", "leg", "host", "visitor", "date", "start", "end", "room_id", "facilitator_id",
    "status", "pinned", "pinned_by", "pinned_reason", "reserve_date", "release", "sequence",
  ]

  /// The visits of `plan`.
  init(plan: Plan) {
    file = ReportFile(table: "visits.csv", header: Self.header, rows: plan.visits.map(Self.row))
  }

  private static func row(_ visit: Visit) -> [String?] {
    [
      visit.id.text, visit.pair.text, visit.leg.map(String.init), visit.host.text, Cells.ids(visit.visitors),
      visit.date.iso, visit.interval.start.clock, Cells.end(of: visit.interval), visit.room?.text,
      visit.facilitator?.text, visit.status.rawValue, Cells.word(visit.pin != nil), visit.pin?.by,
      visit.pin?.reason, visit.reserveDate?.iso, visit.release.map(String.init), String(visit.sequence),
    ]
  }
}
