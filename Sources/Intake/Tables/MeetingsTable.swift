import Domain

/// mdt.csv: the teams' regular meetings.
enum MeetingsTable: TableSchema {
  enum Column: String, TableColumn {
    case team = "team_id"
    case weekday, start, end, frequency
    case firstDate = "first_date"
    case room = "room_id"
  }

  struct Key: Hashable {
    var team: TeamID
    var weekday: Weekday
    var start: ClockTime
  }

  static let kind = TableKind.mdt
  static let required: [Column] = [.team, .weekday, .start, .end]
  static let keyColumns: [Column] = [.team, .weekday, .start]

  /// A meeting; `isUsable` is false where its day or times could not be read and were reported.
  struct Record: Equatable {
    var meeting: Meeting
    var isUsable: Bool
  }

  static func key(of record: Record) -> Key {
    Key(team: record.meeting.team, weekday: record.meeting.weekday, start: record.meeting.start)
  }

  static func precedes(_ a: Record, _ b: Record) -> Bool {
    let (a, b) = (a.meeting, b.meeting)
    if a.team != b.team { return a.team < b.team }
    return (a.weekday.rawValue, a.start) < (b.weekday.rawValue, b.start)
  }

  static func record(from row: RowReader<Column>) -> Record? {
    let team: TeamID? = row.id(.team, "team")
    let weekday = weekday(row)
    let start = row.requiredTime(.start)
    let end = row.requiredTime(.end)
    if let start, let end, start >= end {
      row.error(.end, "end \(end) is not after start \(start)", "correct one of the two")
    }
    let frequency = frequency(row)
    let firstDate = firstDate(row, weekday, frequency)
    let room: RoomID? = row.optionalID(.room, "room")
    guard let team else { return nil }
    let meeting = Meeting(
      team: team, weekday: weekday ?? .monday, start: start ?? .constant(0, 0), end: end ?? .constant(24, 0),
      frequency: frequency, firstDate: firstDate, room: room)
    return Record(meeting: meeting, isUsable: weekday != nil && start != nil && end != nil)
  }

  private static func weekday(_ row: RowReader<Column>) -> Weekday? {
    guard let text = row.requiredText(.weekday) else { return nil }
    let word = text.lowercased()
    // Mon, Tues, Thurs and the like: any beginning of three letters or more.
    if word.count >= 3, let day = Weekday.allCases.first(where: { $0.name.lowercased().hasPrefix(word) }) {
      return day
    }
    row.unknownWord(.weekday, text, Weekday.allCases.map(\.name))
    return nil
  }

  private static func frequency(_ row: RowReader<Column>) -> Frequency {
    guard let text = row.text(.frequency) else { return .weekly }
    let word = text.lowercased()
    if word == "weekly" { return .weekly }
    if word == "fortnightly" { return .fortnightly }
    if word.hasPrefix("monthly-"), let n = CellText.whole(String(word.dropFirst(8))), (1...5).contains(n) {
      return .monthly(n: n)
    }
    row.error(
      .frequency, "'\(text.shown)' is no frequency", "write weekly, fortnightly, or monthly-1 to monthly-5")
    return .weekly
  }

  private static func firstDate(_ row: RowReader<Column>, _ weekday: Weekday?, _ frequency: Frequency) -> Day?
  {
    guard let day = row.day(.firstDate) else {
      if frequency == .fortnightly, row.text(.firstDate) == nil {
        row.error(
          .firstDate, "a fortnightly meeting has no first_date",
          "fill in a date of the meeting, from which fortnights are counted")
      }
      return nil
    }
    if let weekday, day.weekday != weekday {
      row.error(
        .firstDate, "first_date \(day) is a \(day.weekday.name) and the meeting is on \(weekday.name)s",
        "correct the date or the weekday")
    }
    return day
  }
}
