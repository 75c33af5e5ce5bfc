import Domain

/// people.csv: the members of teams.
enum PeopleTable: TableSchema {
  enum Column: String, TableColumn {
    case person = "person_id"
    case team = "team_id"
    case name, role, email, attendance
    case deputyFor = "deputy_for"
    case noticeDays = "notice_days"
    case maxDays = "max_days"
  }

  static let kind = TableKind.people
  static let required: [Column] = [.person, .team, .name, .role]
  static let keyColumns: [Column] = [.person]

  static func key(of record: Person) -> PersonID { record.id }
  static func precedes(_ a: Person, _ b: Person) -> Bool { a.id < b.id }

  static func record(from row: RowReader<Column>) -> Person? {
    let id: PersonID? = row.id(.person, "person")
    let teams = teams(row)
    let name = row.requiredText(.name)
    let role = row.requiredWord(.role, Role.self)
    let email = row.email(.email)
    let attendance = row.word(.attendance, AttendanceDuty.self)
    let deputyFor: PersonID? = row.optionalID(.deputyFor, "person")
    let noticeDays = row.whole(.noticeDays, 0...730)
    let maxDays = row.whole(.maxDays, 0...366)
    guard let id else { return nil }
    return Person(
      id: id, teams: teams, name: name ?? "", role: role ?? .other, email: email, attendance: attendance,
      deputyFor: deputyFor, noticeDays: noticeDays, maxDays: maxDays)
  }

  /// One team, or two with `;` between them, sorted.
  private static func teams(_ row: RowReader<Column>) -> [TeamID] {
    guard let text = row.requiredText(.team) else { return [] }
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map {
      CellText.trimmed(String($0))
    }
    let ids: [TeamID] = parts.compactMap { row.identifier($0, at: .team, "team") }
    if parts.count > 2 {
      row.error(.team, "the person is in \(parts.count) teams", "name at most two, with ';' between them")
    } else if parts.count == 2, parts[0] == parts[1] {
      row.error(.team, "team_id names '\(parts[0])' twice", "name it once")
    }
    return ids.sorted()
  }
}
