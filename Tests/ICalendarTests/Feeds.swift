import Domain
import ICalendar
import Testing

/// The calendars of the sample, or of what a test makes of it.
struct Feeds {
  var programme = SampleProgramme().programme
  var plan = SamplePlan().plan
  /// 2027-01-04 00:00 UTC.
  var stamp = CalendarStamp(secondsSince1970: 1_799_020_800)

  /// All of them.
  func files() throws -> [CalendarFile] {
    try CalendarFeeds(programme: programme, plan: plan, stamp: stamp).files
  }

  /// The bytes of one.
  func bytes(_ name: String) throws -> [UInt8] {
    try #require(try files().first { $0.name == name }).bytes
  }

  /// The lines of one, unfolded.
  func lines(_ name: String) throws -> [String] { unfolded(try bytes(name)) }
}

/// The content lines of a calendar after unfolding (RFC 5545 section 3.1).
func unfolded(_ bytes: [UInt8]) -> [String] {
  var lines: [[UInt8]] = []
  for line in physicalLines(bytes) {
    if line.first == UInt8(ascii: " "), !lines.isEmpty {
      lines[lines.count - 1] += line.dropFirst()
    } else {
      lines.append(line)
    }
  }
  return lines.map { String(decoding: $0, as: UTF8.self) }
}

/// The lines as they stand in the file, without CRLF.
func physicalLines(_ bytes: [UInt8]) -> [[UInt8]] {
  var lines: [[UInt8]] = [[]]
  var at = 0
  while at < bytes.count {
    if bytes[at] == 13, at + 1 < bytes.count, bytes[at + 1] == 10 {
      lines.append([])
      at += 2
    } else {
      lines[lines.count - 1].append(bytes[at])
      at += 1
    }
  }
  if lines.last == [] { lines.removeLast() }
  return lines
}
