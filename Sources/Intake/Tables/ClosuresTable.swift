import Domain

/// closures.csv: days on which nothing can be held.
enum ClosuresTable: TableSchema {
  enum Column: String, TableColumn {
    case from = "date_from"
    case to = "date_to"
    case scope, reason
  }

  /// A closure whose scope is still as written; `nil` is all.
  struct Record: Hashable {
    var from: Day
    var to: Day
    var scope: String?
    var reason: String?
  }

  static let kind = TableKind.closures
  static let required: [Column] = [.from]
  static let keyColumns: [Column] = [.from, .to, .scope, .reason]

  /// Closures may overlap, so only the whole row is a key.
  static func key(of record: Record) -> Record { record }

  static func precedes(_ a: Record, _ b: Record) -> Bool {
    if (a.from, a.to) != (b.from, b.to) { return (a.from, a.to) < (b.from, b.to) }
    let (scopeA, scopeB) = (a.scope ?? "", b.scope ?? "")
    if scopeA != scopeB { return scopeA.utf8.lexicographicallyPrecedes(scopeB.utf8) }
    return (a.reason ?? "").utf8.lexicographicallyPrecedes((b.reason ?? "").utf8)
  }

  static func record(from row: RowReader<Column>) -> Record? {
    let from = row.requiredDay(.from)
    let to = row.day(.to)
    let scope = row.text(.scope)
    let reason = row.text(.reason)
    guard let from else { return nil }
    if let to, to < from {
      row.error(.to, "date_to \(to) is before date_from \(from)", "correct one of the two")
    }
    return Record(
      from: from, to: to ?? from, scope: scope?.lowercased() == "all" ? nil : scope, reason: reason)
  }
}
