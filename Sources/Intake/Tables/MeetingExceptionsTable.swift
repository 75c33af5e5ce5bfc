import Domain

/// mdt_exceptions.csv: single days on which a meeting is not as usual.
enum MeetingExceptionsTable: TableSchema {
  enum Column: String, TableColumn {
    case team = "team_id"
    case date, status
    case newDate = "new_date"
    case start, end
  }

  struct Key: Hashable {
    var team: TeamID
    var date: Day
  }

  private enum Status: String, CaseIterable {
    case cancelled, moved, inquorate
  }

  static let kind = TableKind.mdtExceptions
  static let required: [Column] = [.team, .date, .status]
  static let keyColumns: [Column] = [.team, .date]

  static func key(of record: MeetingException) -> Key { Key(team: record.team, date: record.date) }

  static func precedes(_ a: MeetingException, _ b: MeetingException) -> Bool {
    a.team != b.team ? a.team < b.team : a.date < b.date
  }

  static func record(from row: RowReader<Column>) -> MeetingException? {
    let team: TeamID? = row.id(.team, "team")
    let date = row.requiredDay(.date)
    let status = row.requiredWord(.status, Status.self)
    let newDate = row.day(.newDate)
    let window = row.window(.start, .end)
    if status == .moved, row.text(.newDate) == nil {
      row.error(.newDate, "the meeting is moved and new_date is blank", "fill in the date it is moved to")
    }
    if let status, status != .moved {
      for column in [Column.newDate, .start, .end] where row.text(column) != nil {
        row.warning(
          column, "\(column.rawValue) is filled in and the status is '\(status.rawValue)'",
          "write 'moved' if that is meant; it is not read otherwise")
      }
    }
    guard let team, let date else { return nil }
    switch status {
    case .cancelled, nil: return MeetingException(team: team, date: date, change: .cancelled)
    case .inquorate: return MeetingException(team: team, date: date, change: .inquorate)
    case .moved:
      let change = MeetingChange.moved(date: newDate ?? date, start: window?.start, end: window?.end)
      return MeetingException(team: team, date: date, change: change)
    }
  }
}
