import Domain

/// A table that a programme is made of, and what a newer row of it replaces.
protocol MergedTable: TableSchema {
  /// What the record is about, canonically written.
  static func subject(of record: Record) -> [String]
  /// The columns that `subject` is read from; of a row to be removed only what is wrong with these is reported.
  static var subjectColumns: [Column] { get }
  /// The subject that a row to be removed names; `nil` where it names none.
  static func subject(removedBy row: RowReader<Column>) -> [String]?
  /// Columns that nobody needs and nobody is to keep.
  static var passedOver: [Column] { get }
}

extension MergedTable {
  static var subjectColumns: [Column] { keyColumns }
  static func subject(removedBy row: RowReader<Column>) -> [String]? { record(from: row).map(subject) }
  static var passedOver: [Column] { [] }
}

extension TeamsTable: MergedTable {
  static func subject(of record: Record) -> [String] { [record.id.text] }
}

extension SitesTable: MergedTable {
  static func subject(of record: Record) -> [String] { [record.id.text] }
}

extension PeopleTable: MergedTable {
  static func subject(of record: Person) -> [String] { [record.id.text] }
}

extension IndicatorsTable: MergedTable {
  static func subject(of record: IndicatorResult) -> [String] {
    [record.team.text, record.indicator.text, record.period ?? ""]
  }
}

extension MeetingsTable: MergedTable {
  static func subject(of record: Record) -> [String] {
    [record.meeting.team.text, record.meeting.weekday.name, record.meeting.start.description]
  }
}

extension MeetingExceptionsTable: MergedTable {
  static func subject(of record: MeetingException) -> [String] { [record.team.text, record.date.iso] }
}

extension AvailabilityTable: MergedTable {
  static func subject(of record: Record) -> [String] {
    let interval = record.interval
    let end = interval.end.minute - interval.start.day.number * 1440
    return [
      record.owner.text, interval.start.day.iso, interval.start.clock,
      ClockTime(minute: end)?.description ?? "", record.status.word,
    ]
  }

  /// Notes of diaries are kept nowhere.
  static var passedOver: [Column] { [.note] }
}

extension RoomsTable: MergedTable {
  static func subject(of record: Record) -> [String] { [record.id.text] }
}

extension RoomBookingsTable: MergedTable {
  /// What a calendar says is about that calendar too, so that it takes the place of nothing that others say.
  static func subject(of record: Record) -> [String] {
    let start = record.booking.interval.start
    return [record.booking.room.text, start.day.iso, start.clock] + (record.calendar.map { [$0] } ?? [])
  }

  /// The end, without which a booking has no start, does not matter here.
  static func subject(removedBy row: RowReader<Column>) -> [String]? {
    let room: RoomID? = row.id(.room, "room")
    let date = row.requiredDay(.date)
    let start = row.time(.start) ?? .constant(0, 0)
    guard let room, let date else { return nil }
    return [room.text, date.iso, start.description] + (row.text(.calendar).map { [$0] } ?? [])
  }
}

extension FacilitatorsTable: MergedTable {
  static func subject(of record: Record) -> [String] { [record.id.text] }
}

extension TravelTable: MergedTable {
  static func subject(of record: TravelTime) -> [String] { [record.from.text, record.to.text] }
}

/// Several rows may share a subject: two teams may have been partners twice.
extension PairRulesTable: MergedTable {
  static func subject(of record: PairRule) -> [String] {
    [record.teamA.text, record.teamB.text, record.kind.rawValue]
  }
}

/// Several rows may share a subject: closures may overlap.
extension ClosuresTable: MergedTable {
  static func subject(of record: Record) -> [String] { [record.from.iso, record.scope ?? "all"] }
  static var subjectColumns: [Column] { [.from, .scope] }
}

extension VisitsTable: MergedTable {
  static func subject(of record: Record) -> [String] { [key(of: record)] }
}
