import Domain
import Testing

@testable import Diaries

/// March to October 2027: the clocks of London are put forward on 28 March and back on 31 October.
let year2027 = CalendarWindow(first: day("2027-03-01"), last: day("2027-11-30"))

func day(_ iso: String) -> Day {
  guard let day = Day(iso: iso) else { fatalError("\(iso) is written wrongly in a test") }
  return day
}

/// A whole calendar around `body`, with the line ends of RFC 5545. What is in `body` begins in line 3.
func calendar(_ body: String) -> [UInt8] {
  let text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + body + "\nEND:VCALENDAR\n"
  return Array(text.replacing("\n", with: "\r\n").utf8)
}

/// A calendar of events, each given by its lines.
func events(_ events: String...) -> [UInt8] {
  calendar(events.map { "BEGIN:VEVENT\n" + $0 + "\nEND:VEVENT" }.joined(separator: "\n"))
}

/// What a calendar comes to: a line a stretch, as in `2027-03-01 09:00 to 10:30 unavailable`.
func stretches(
  _ bytes: [UInt8], zone: String = "Europe/London", window: CalendarWindow = year2027,
  limits: CalendarLimits = .standard
) throws -> [String] {
  try CalendarDiary.read(bytes, zone: zone, window: window, limits: limits).stretches.map(shown)
}

func shown(_ stretch: CalendarStretch) -> String {
  let start = stretch.interval.start
  let end = stretch.interval.end
  let until = end.day == start.day ? end.clock : end.description
  return "\(start) to \(until) \(stretch.status.word)"
}

/// Everything that is wrong with a calendar, a line each.
func faults(
  _ bytes: [UInt8], zone: String = "Europe/London", limits: CalendarLimits = .standard
) -> [String] {
  do throws(CalendarRejection) {
    _ = try CalendarDiary.read(bytes, zone: zone, window: year2027, limits: limits)
    return []
  } catch {
    return error.faults.map(\.description)
  }
}
