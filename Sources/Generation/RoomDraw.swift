import Domain

/// One room (30 %), two (45 %) or three (25 %) a site, and their bookings.
///
/// The first room holds 16 to 30 people, everybody of two teams; the others 8 to 20. In 35 % a room has a
/// regular booking of one half-day a week, never on the weekday of a meeting at its site; of all weekdays, 4
/// % are booked whole and 4 % for one half. One single booking in seven is only held.
struct RoomDraw {
  private(set) var table = Table("rooms.csv", "room_id", "site_id", "room_name", "capacity", "equipment")
  private(set) var bookings = Table(
    "room_bookings.csv", "room_id", "date", "start", "end", "status", "reference")

  init(sites: [DiarySite], meetings: [MeetingDraw], seed: UInt64, dates: ProgrammeDates) {
    let weekdays = dates.weekdays
    for site in sites {
      var source = RandomSource(seed: seed, stream: "rooms \(site.id)")
      let busy = meetings.filter { $0.team.site == site.id }.map(\.weekday)
      let quiet = Weekday.allCases.filter { $0.rawValue <= 5 && !busy.contains($0) }
      for number in 1...Self.counts.draw(&source) {
        let id = "\(site.id)-R\(number)"
        let capacity = number == 1 ? Self.firstCapacities.draw(&source) : Self.capacities.draw(&source)
        table.add(id, site.id.text, Self.names[number - 1], "\(capacity)", Self.equipment.draw(&source))
        let regular = source.chance(perMille: 350) && !quiet.isEmpty ? quiet[source.below(quiet.count)] : nil
        let regularHalf = source.below(2)
        for day in weekdays {
          let roll = source.below(1000)
          let half = source.below(2)
          let status = source.below(7) == 0 ? "held" : "booked"
          if roll < 40 {
            bookings.add(id, day.iso, nil, nil, status)
          } else if day.weekday == regular {
            bookings.add(
              id, day.iso, Self.halves[regularHalf].0, Self.halves[regularHalf].1, "booked", "Teaching")
          } else if roll < 80 {
            bookings.add(id, day.iso, Self.halves[half].0, Self.halves[half].1, status)
          }
        }
      }
    }
  }

  private static let counts = Choice((1, 30), (2, 45), (3, 25))
  private static let names = ["Seminar room", "Board room", "Postgraduate centre"]
  private static let firstCapacities = Choice((16, 20), (18, 25), (20, 30), (24, 15), (30, 10))
  private static let capacities = Choice((8, 20), (10, 30), (12, 30), (20, 20))
  private static let equipment = Choice<String?>((nil, 40), ("projector", 35), ("video link", 25))
  private static let halves = [("09:00", "12:30"), ("13:30", "17:00")]
}
