import Domain

/// replies.csv: what teams say to the visits that they were asked for.
enum RepliesTable: TableSchema {
  enum Column: String, TableColumn {
    case visit = "visit_id"
    case team = "team_id"
    case reply, note
  }

  struct Key: Hashable {
    var visit: String
    var team: TeamID
  }

  static let kind = TableKind.replies
  static let required: [Column] = [.visit, .team, .reply]
  static let keyColumns: [Column] = [.visit, .team]

  static func key(of record: Reply) -> Key { Key(visit: record.visit, team: record.team) }

  static func precedes(_ a: Reply, _ b: Reply) -> Bool {
    if a.visit != b.visit { return a.visit.utf8.lexicographicallyPrecedes(b.visit.utf8) }
    return a.team < b.team
  }

  static func record(from row: RowReader<Column>) -> Reply? {
    let visit = row.requiredText(.visit)
    let team: TeamID? = row.id(.team, "team")
    let answer = row.requiredWord(.reply, ReplyAnswer.self)
    let note = row.text(.note)
    if let visit, !VisitText.isName(visit) {
      row.error(
        .visit, "'\(visit.shown)' is no visit's name", "write it as visits.csv does, HOST--VISITOR")
    }
    guard let visit, let team, let answer else { return nil }
    return Reply(visit: visit, team: team, answer: answer, note: note)
  }
}
