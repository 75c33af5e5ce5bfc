import Domain

/// A session's room is at the host's site and not booked: admits only rooms of the site's calendar, when free.
enum RoomFree {
  static let rule = Rule.roomFree
}

extension RoomCalendar {
  /// Whether the room at `index` of `rooms` is free throughout.
  func isFree(_ index: Int, _ start: Int, _ end: Int) -> Bool {
    !bookings[index].contains { $0.start < end && start < $0.end }
  }

  /// The bookings of rooms that touch `start..<end`.
  func touching(_ start: Int, _ end: Int) -> [(start: Int, end: Int)] {
    bookings.flatMap { $0.filter { $0.start < end && start < $0.end } }
  }
}
