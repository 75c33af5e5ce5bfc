import Domain
import Foundation
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
  let text = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n ", with: "")
  return text.components(separatedBy: "\r\n").dropLast()
}
