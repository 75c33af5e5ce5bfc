import Domain

/// room_bookings.csv: when rooms are taken.
enum RoomBookingsTable: TableSchema {
  enum Column: String, TableColumn {
    case room = "room_id"
    case date, start, end, status, reference, calendar
  }

  /// A row.
  struct Record: Equatable {
    var booking: RoomBooking
    /// The calendar that says so, by `CalendarName`; `nil` where somebody keeps the list by hand.
    var calendar: String?
  }

  struct Key: Hashable {
    var room: RoomID
    var start: Moment
    var calendar: String?
  }

  static let kind = TableKind.roomBookings
  static let required: [Column] = [.room, .date]
  static let keyColumns: [Column] = [.room, .date, .start, .calendar]

  /// Of a room several calendars may be kept, each for itself.
  static func key(of record: Record) -> Key {
    Key(room: record.booking.room, start: record.booking.interval.start, calendar: record.calendar)
  }

  /// Files of one name, as `SA-1.ics` and `SA-1.csv`, are calendars of one name too.
  static func mayStandInSeveralFiles(_ record: Record) -> Bool { record.calendar != nil }

  static func precedes(_ a: Record, _ b: Record) -> Bool {
    if a.booking.room != b.booking.room { return a.booking.room < b.booking.room }
    return (a.booking.interval.start, a.booking.interval.end, a.calendar ?? "")
      < (b.booking.interval.start, b.booking.interval.end, b.calendar ?? "")
  }

  static func record(from row: RowReader<Column>) -> Record? {
    let room: RoomID? = row.id(.room, "room")
    let interval = row.interval(.date, .start, .end)
    let status = row.word(.status, BookingStatus.self) ?? .booked
    let reference = row.text(.reference)
    let calendar = row.text(.calendar)
    guard let room, let interval else { return nil }
    return Record(
      booking: RoomBooking(room: room, interval: interval, status: status, reference: reference),
      calendar: calendar)
  }

  /// The bookings of `records`, which are sorted: those of one room that begin together are one, as long as the longest,
  /// and held where all are.
  static func united(_ records: [Record]) -> [RoomBooking] {
    var bookings: [RoomBooking] = []
    for booking in records.map(\.booking) {
      guard let last = bookings.indices.last, bookings[last].room == booking.room,
        bookings[last].interval.start == booking.interval.start
      else {
        bookings.append(booking)
        continue
      }
      bookings[last].interval.end = max(bookings[last].interval.end, booking.interval.end)
      if booking.status == .booked { bookings[last].status = .booked }
      bookings[last].reference = bookings[last].reference ?? booking.reference
    }
    return bookings
  }
}
