import Domain

/// The rooms of one site with their bookings.
struct RoomCalendar: Sendable {
  /// Indices into the programme's rooms, smallest capacity first, then by id.
  let rooms: [Int]
  /// Capacities in that order.
  let capacities: [Int]
  /// When each room, in that order, is booked or a meeting's: by start, merged where they touch.
  let bookings: [[(start: Int, end: Int)]]

  /// Whether the site lists any room; without, rooms bind nothing.
  var isEmpty: Bool { rooms.isEmpty }

  /// A site that lists no rooms.
  static let unlimited = RoomCalendar(rooms: [], capacities: [], bookings: [])

  private init(rooms: [Int], capacities: [Int], bookings: [[(start: Int, end: Int)]]) {
    self.rooms = rooms
    self.capacities = capacities
    self.bookings = bookings
  }

  init(site: SiteID, programme: Programme) {
    let rooms = programme.rooms.indices.filter { programme.rooms[$0].site == site }
      .sorted {
        (programme.rooms[$0].capacity, programme.rooms[$0].id) < (
          programme.rooms[$1].capacity, programme.rooms[$1].id
        )
      }
    self.rooms = rooms
    capacities = rooms.map { programme.rooms[$0].capacity }
    bookings = rooms.map { room in
      let id = programme.rooms[room].id
      let booked = programme.roomBookings.filter { $0.room == id }.map(\.interval)
      return Self.merged(
        (booked + programme.meetingHours(in: id).map(\.hours)).map { ($0.start.minute, $0.end.minute) })
    }
  }

  private static func merged(_ stretches: [(start: Int, end: Int)]) -> [(start: Int, end: Int)] {
    var merged: [(start: Int, end: Int)] = []
    for (start, end) in stretches.sorted(by: { $0 < $1 }) where start < end {
      if let last = merged.last, start <= last.end {
        merged[merged.count - 1].end = max(last.end, end)
      } else {
        merged.append((start, end))
      }
    }
    return merged
  }

  /// The same rooms, less these `uses` by index into the programme's rooms.
  func less(_ uses: [Option.RoomUse]) -> RoomCalendar {
    var bookings = bookings
    for use in uses {
      guard let place = rooms.firstIndex(of: use.room) else { continue }
      bookings[place] = Self.merged(
        bookings[place] + [(use.interval.start.minute, use.interval.end.minute)])
    }
    return RoomCalendar(rooms: rooms, capacities: capacities, bookings: bookings)
  }
}
