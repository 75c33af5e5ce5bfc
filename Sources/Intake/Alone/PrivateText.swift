import Tabular

/// Free text of people's diaries, which is read by nobody and kept nowhere.
enum PrivateText {
  /// Whether `file` holds some: a cell of availability.csv that is not blank in a column that is passed over, as `note`
  /// and any that is not known.
  static func isIn(_ file: TableFile) -> Bool {
    guard file.kind == .availability, file.origin == .rows else { return false }
    let read = Set(AvailabilityTable.Column.allCases).subtracting(AvailabilityTable.passedOver).map(
      \.rawValue)
    let names = TableHeader.names(of: file.table.header)
    let unread = names.filter { !read.contains($0.name) && $0.name != TableHeader.removal }.map(\.field)
    let named = Set(names.map(\.field))
    return file.table.rows.contains { row in
      unread.contains { !row[$0].isBlank }
        || (0..<row.count).contains { !named.contains($0) && !row[$0].isBlank }
    }
  }
}
