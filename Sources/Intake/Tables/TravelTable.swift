import Domain

/// travel.csv: known drives.
enum TravelTable: TableSchema {
  enum Column: String, TableColumn {
    case from = "from_site"
    case to = "to_site"
    case minutes, mode
    case bothWays = "both_ways"
  }

  struct Key: Hashable {
    var from: SiteID
    var to: SiteID
  }

  static let kind = TableKind.travel
  static let required: [Column] = [.from, .to, .minutes]
  static let keyColumns: [Column] = [.from, .to]
  /// Nobody drives longer than two days.
  static let longest = 2880.0

  static func key(of record: TravelTime) -> Key { Key(from: record.from, to: record.to) }

  static func precedes(_ a: TravelTime, _ b: TravelTime) -> Bool {
    a.from != b.from ? a.from < b.from : a.to < b.to
  }

  static func record(from row: RowReader<Column>) -> TravelTime? {
    let from: SiteID? = row.id(.from, "site")
    let to: SiteID? = row.id(.to, "site")
    let minutes = minutes(row)
    let mode = row.text(.mode)
    let isBothWays = row.yesNo(.bothWays, blank: true)
    guard let from, let to else { return nil }
    guard from != to else {
      row.warning(.to, "the drive leads from '\(from)' to itself", "take the row away; it is not read")
      return nil
    }
    return TravelTime(from: from, to: to, minutes: minutes ?? .zero, mode: mode, isBothWays: isBothWays)
  }

  private static func minutes(_ row: RowReader<Column>) -> Minutes? {
    guard row.requiredText(.minutes) != nil, let value = row.decimal(.minutes) else { return nil }
    guard (0...longest).contains(value) else {
      row.error(
        .minutes, "minutes is \(row.text(.minutes) ?? ""), outside 0 to \(Int(longest))", "correct the number"
      )
      return nil
    }
    return Minutes(Int(value.rounded(.toNearestOrAwayFromZero)))
  }
}
