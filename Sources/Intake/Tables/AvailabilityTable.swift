import Domain

/// availability.csv: what people's and facilitators' diaries say.
enum AvailabilityTable: TableSchema {
  enum Column: String, TableColumn {
    case owner = "person_id"
    case date, start, end, status, note
  }

  /// A row; whether its owner is a person or a facilitator is known only with the other tables.
  struct Record: Hashable {
    var owner: PersonID
    var interval: Interval
    var status: AvailabilityStatus
  }

  static let kind = TableKind.availability
  static let required: [Column] = [.owner, .date, .status]
  static let keyColumns: [Column] = [.owner, .date, .start, .end, .status]

  /// Rows may overlap, so only the whole row is a key.
  static func key(of record: Record) -> Record { record }

  static func precedes(_ a: Record, _ b: Record) -> Bool {
    if a.owner != b.owner { return a.owner < b.owner }
    return (a.interval.start, a.interval.end, a.status) < (b.interval.start, b.interval.end, b.status)
  }

  static func record(from row: RowReader<Column>) -> Record? {
    let owner: PersonID? = row.id(.owner, "person")
    let interval = row.interval(.date, .start, .end)
    let status = status(row)
    guard let owner, let interval else { return nil }
    return Record(owner: owner, interval: interval, status: status ?? .unavailable)
  }

  private static func status(_ row: RowReader<Column>) -> AvailabilityStatus? {
    guard let text = row.requiredText(.status) else { return nil }
    let word = text.lowercased()
    if let status = AvailabilityStatus.allCases.first(where: { $0.word == word }) { return status }
    row.unknownWord(.status, text, AvailabilityStatus.allCases.map(\.word))
    return nil
  }
}
