import Domain
import Tabular

/// What a calendar says of one stretch of a day, and where it says so.
struct DiaryStretch {
  var day: Day
  /// Minutes after midnight, 0 to 1440, `start` before `end`.
  var start: Int
  var end: Int
  var status: AvailabilityStatus
  /// The cell that names the owner.
  var owner: PlacedCell
  /// Where the entry stands.
  var place: TextPosition
}

/// Makes tables of what calendars say.
enum DiaryTable {
  /// The columns of the tables; the owner's place is not the row's.
  private static func header(_ owner: String) -> [PlacedCell] {
    ["date", "start", "end", "status", owner].map { PlacedCell($0, at: TextPosition(line: 1, column: 1)) }
  }

  /// Rows of availability.csv; what is said twice stands there once.
  ///
  /// A person whose rows say "if needed" is free only in rows that say so, while a calendar says where somebody is not
  /// free. So whoever has such a stretch gets an `available` row on each of `days` (see docs/formats.md, "Availability").
  static func availability(_ stretches: [DiaryStretch], days: ClosedRange<Day>) -> CSVTable {
    struct Said: Hashable {
      var owner: String
      var day: Day
      var start: Int
      var end: Int
      var status: AvailabilityStatus
    }
    var said: Set<Said> = []
    var rows: [[PlacedCell]] = []
    var opened: Set<String> = []
    for stretch in stretches {
      let key = Said(
        owner: stretch.owner.text, day: stretch.day, start: stretch.start, end: stretch.end,
        status: stretch.status)
      guard said.insert(key).inserted else { continue }
      if stretch.status.isPositive, opened.insert(stretch.owner.text).inserted {
        for day in days {
          var free = stretch
          (free.day, free.start, free.end, free.status) = (day, 0, 1440, .available)
          rows.append(row(free, status: free.status.word))
        }
      }
      rows.append(row(stretch, status: stretch.status.word))
    }
    return CSVTable(header: header("person_id"), rows: rows)
  }

  /// Rows of room_bookings.csv: entries that overlap are one booking, which is held where all of them are tentative.
  /// `calendar` is the name of the calendar.
  static func bookings(_ stretches: [DiaryStretch], calendar: String) -> CSVTable {
    let top = TextPosition(line: 1, column: 1)
    var rows: [[PlacedCell]] = []
    var open: DiaryStretch?
    func close() {
      guard let open else { return }
      rows.append(
        row(open, status: open.status.isPositive ? "held" : "booked") + [PlacedCell(calendar, at: top)])
    }
    let sorted = stretches.sorted { a, b in
      if a.owner.text != b.owner.text {
        return a.owner.text.utf8.lexicographicallyPrecedes(b.owner.text.utf8)
      }
      return (a.day.number, a.start, a.end, a.place) < (b.day.number, b.start, b.end, b.place)
    }
    for stretch in sorted {
      if var last = open, last.owner.text == stretch.owner.text, last.day == stretch.day,
        stretch.start < last.end
      {
        last.end = max(last.end, stretch.end)
        last.status = min(last.status, stretch.status)
        open = last
      } else {
        close()
        open = stretch
      }
    }
    close()
    return CSVTable(header: header("room_id") + [PlacedCell("calendar", at: top)], rows: rows)
  }

  private static func row(_ stretch: DiaryStretch, status: String) -> [PlacedCell] {
    let isAllDay = stretch.start == 0 && stretch.end == 1440
    func clock(_ minute: Int) -> String { isAllDay ? "" : ClockTime(minute: minute)?.description ?? "" }
    return [
      PlacedCell(stretch.day.iso, at: stretch.place), PlacedCell(clock(stretch.start), at: stretch.place),
      PlacedCell(clock(stretch.end), at: stretch.place), PlacedCell(status, at: stretch.place), stretch.owner,
    ]
  }
}
