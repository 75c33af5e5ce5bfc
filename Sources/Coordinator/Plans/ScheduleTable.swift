import Domain
import Intake
import Tabular

/// visits.csv of a schedule as it is given to the next plan.
struct ScheduleTable {
  private let visits: [ScheduledVisit]

  private static let header = [
    "visit_id", "host", "visitor", "date", "start", "end", "room_id", "facilitator_id", "status", "pinned",
    "pinned_by", "pinned_reason", "reserve_date", "release", "sequence",
  ]

  init(_ visits: [ScheduledVisit]) { self.visits = visits }

  func file(named name: String) -> InputFile {
    InputFile(name: name, bytes: CSVWriter.bytes(header: Self.header, rows: visits.map(Self.row)))
  }

  private static func row(_ visit: ScheduledVisit) -> [String] {
    let end = visit.interval.map { $0.end.minuteOfDay == 0 ? "24:00" : $0.end.clock }
    return [
      visit.id.text, visit.host.text, visit.visitors.map(\.text).joined(separator: ";"),
      visit.interval?.start.day.iso ?? "", visit.interval?.start.clock ?? "", end ?? "",
      visit.room?.text ?? "", visit.facilitator?.text ?? "", visit.status.rawValue,
      visit.pin == nil ? "no" : "yes", visit.pin?.by ?? "", visit.pin?.reason ?? "",
      visit.reserveDate?.iso ?? "", visit.release.map(String.init) ?? "", String(visit.sequence),
    ]
  }
}
