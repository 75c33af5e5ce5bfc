import Domain

/// visits.csv: a schedule, published or made by hand.
enum VisitsTable: TableSchema {
  enum Column: String, TableColumn {
    case visit = "visit_id"
    case pair = "pair_id"
    case leg, host, visitor, date, start, end
    case room = "room_id"
    case facilitator = "facilitator_id"
    case status, pinned
    case pinnedBy = "pinned_by"
    case pinnedReason = "pinned_reason"
    case reserveDate = "reserve_date"
    case release, sequence
  }

  /// A visit whose teams are still as written: `visit_id`, or `host` and `visitor`.
  struct Record: Equatable {
    var visit: String?
    var host: String?
    var visitors: [String]
    var interval: Interval?
    var room: RoomID?
    var facilitator: FacilitatorID?
    var status: VisitStatus
    var pin: Pin?
    var reserveDate: Day?
    var release: Int?
    var sequence: Int
  }

  static let kind = TableKind.visits
  static let required: [Column] = [.date, .start, .end]
  static let keyColumns: [Column] = [.visit, .host, .visitor]

  /// Whether `host` and `visitor`, or `visit_id`, name the visit, two rows of one visit share this.
  static func key(of record: Record) -> String {
    guard let host = record.host, !record.visitors.isEmpty else { return record.visit ?? "" }
    return host + "--" + record.visitors.sorted().joined(separator: "+")
  }

  static func precedes(_ a: Record, _ b: Record) -> Bool {
    key(of: a).utf8.lexicographicallyPrecedes(key(of: b).utf8)
  }

  static func record(from row: RowReader<Column>) -> Record? {
    let visit = row.text(.visit)
    let host = row.text(.host)
    let visitors = (row.text(.visitor) ?? "").split(separator: ";").map { CellText.trimmed(String($0)) }
    if visit == nil, host == nil || visitors.isEmpty {
      let column: Column = host == nil ? .host : .visitor
      row.error(column, "the row names no visit", "fill in host and visitor, or visit_id")
      return nil
    }
    let interval = row.text(.date) == nil ? withoutDate(row) : scheduled(row)
    let status = row.word(.status, VisitStatus.self) ?? .draft
    let isPinned = row.yesNo(.pinned, blank: false)
    return Record(
      visit: visit, host: host, visitors: visitors, interval: interval,
      room: row.optionalID(.room, "room"), facilitator: row.optionalID(.facilitator, "facilitator"),
      status: status,
      pin: isPinned ? Pin(by: row.text(.pinnedBy), reason: row.text(.pinnedReason)) : nil,
      reserveDate: row.day(.reserveDate), release: row.whole(.release, 0...1_000_000),
      sequence: row.whole(.sequence, 0...1_000_000) ?? 0)
  }

  private static func scheduled(_ row: RowReader<Column>) -> Interval? {
    for column in [Column.start, .end] where row.text(column) == nil {
      row.error(column, "the visit has a date and no \(column.rawValue)", "fill in the time, as HH:MM")
    }
    return row.text(.start) == nil || row.text(.end) == nil ? nil : row.interval(.date, .start, .end)
  }

  private static func withoutDate(_ row: RowReader<Column>) -> Interval? {
    if row.text(.start) != nil || row.text(.end) != nil {
      row.error(.date, "the visit has a time and no date", "fill in the date, or take the time away")
    }
    return nil
  }
}
