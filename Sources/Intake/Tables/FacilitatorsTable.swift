import Domain

/// facilitators.csv: who leads visits.
enum FacilitatorsTable: TableSchema {
  enum Column: String, TableColumn {
    case facilitator = "facilitator_id"
    case name, base, background, organisation, network
    case maxVisitsPerWeek = "max_visits_per_week"
    case maxVisits = "max_visits"
    case noticeDays = "notice_days"
  }

  /// A facilitator whose base is still as written: a site or a postcode.
  struct Record: Equatable {
    var id: FacilitatorID
    var name: String
    var base: String?
    var background: Background
    var organisation: String?
    var network: String?
    var maxVisitsPerWeek: Int?
    var maxVisits: Int?
    var noticeDays: Int

    func facilitator(at base: Base) -> Facilitator {
      Facilitator(
        id: id, name: name, base: base, background: background, organisation: organisation, network: network,
        maxVisitsPerWeek: maxVisitsPerWeek, maxVisits: maxVisits, noticeDays: noticeDays)
    }
  }

  static let kind = TableKind.facilitators
  static let required: [Column] = [.facilitator, .name, .base, .background]
  static let keyColumns: [Column] = [.facilitator]
  /// Days of notice where the row states none.
  static let defaultNoticeDays = 14

  static func key(of record: Record) -> FacilitatorID { record.id }
  static func precedes(_ a: Record, _ b: Record) -> Bool { a.id < b.id }

  static func record(from row: RowReader<Column>) -> Record? {
    let id: FacilitatorID? = row.id(.facilitator, "facilitator")
    let name = row.requiredText(.name)
    let base = row.requiredText(.base)
    let background = row.requiredWord(.background, Background.self)
    let organisation = row.text(.organisation)
    let network = row.text(.network)
    let perWeek = row.whole(.maxVisitsPerWeek, 0...7)
    let inAll = row.whole(.maxVisits, 0...1000)
    let notice = row.whole(.noticeDays, 0...730)
    guard let id else { return nil }
    return Record(
      id: id, name: name ?? "", base: base, background: background ?? .nonClinical,
      organisation: organisation,
      network: network, maxVisitsPerWeek: perWeek, maxVisits: inAll, noticeDays: notice ?? defaultNoticeDays)
  }
}
