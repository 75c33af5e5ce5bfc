import Domain

/// room_bookings.csv: when rooms are taken.
enum RoomBookingsTable: TableSchema {
  enum Column: String, TableColumn {
    case room = "room_id"
    case date, start, end, status, reference
  }

  struct Key: Hashable {
    var room: RoomID
    var start: Moment
  }

  static let kind = TableKind.roomBookings
  static let required: [Column] = [.room, .date]
  static let keyColumns: [Column] = [.room, .date, .start]

  static func key(of record: RoomBooking) -> Key { Key(room: record.room, start: record.interval.start) }

  static func precedes(_ a: RoomBooking, _ b: RoomBooking) -> Bool {
    a.room != b.room ? a.room < b.room : a.interval.start < b.interval.start
  }

  static func record(from row: RowReader<Column>) -> RoomBooking? {
    let room: RoomID? = row.id(.room, "room")
    let interval = row.interval(.date, .start, .end)
    let status = row.word(.status, BookingStatus.self) ?? .booked
    let reference = row.text(.reference)
    guard let room, let interval else { return nil }
    return RoomBooking(room: room, interval: interval, status: status, reference: reference)
  }
}
