import Domain

/// A session's room is at the host's site, not booked and no meeting's own: admits only rooms of the site's calendar,
/// when free.
enum RoomFree {
  static let rule = Rule.roomFree
}

extension RoomCalendar {
  /// Whether the room at `index` of `rooms` is free throughout.
  func isFree(_ index: Int, _ start: Int, _ end: Int) -> Bool {
    let next = firstEnding(after: start, index)
    return next == bookings[index].count || bookings[index][next].start >= end
  }

  /// The bookings of rooms that touch `start..<end`.
  func touching(_ start: Int, _ end: Int) -> [(start: Int, end: Int)] {
    bookings.indices.flatMap { index in
      bookings[index][firstEnding(after: start, index)...].prefix { $0.start < end }
    }
  }

  /// Bookings of a room do not overlap, so they are in the order of their ends too.
  private func firstEnding(after start: Int, _ index: Int) -> Int {
    let own = bookings[index]
    var (low, high) = (0, own.count)
    while low < high {
      let middle = (low + high) / 2
      if own[middle].end > start { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
