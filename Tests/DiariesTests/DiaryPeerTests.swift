import Domain
import Foundation
import Testing

@testable import Diaries

/// Calendars that other libraries have read too; `benchmarks/run diaries` draws them and says where they are.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["COUNTERPART_DIARIES"] != nil)) struct DiaryPeerTests
{
  @Test func everyCalendarIsReadAsItsPeersReadIt() throws {
    let environment = ProcessInfo.processInfo.environment
    let folder = URL(filePath: try #require(environment["COUNTERPART_DIARIES"]))
    let days = try #require(environment["COUNTERPART_DIARY_DAYS"]).split(separator: " ")
    let window = CalendarWindow(
      first: try #require(Day(iso: days[0])), last: try #require(Day(iso: days[1])))
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "ics" }.sorted { $0.path < $1.path }
    try #require(!files.isEmpty)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let expected = try String(
        contentsOf: file.deletingPathExtension().appendingPathExtension("txt"), encoding: .utf8
      )
      .split(separator: "\n").map(String.init)
      do {
        let found = try stretches(bytes, window: window)
        let missing = expected.filter { !found.contains($0) }.prefix(3)
        let surplus = found.filter { !expected.contains($0) }.prefix(3)
        #expect(found == expected, "\(file.lastPathComponent): missing \(missing), surplus \(surplus)")
      } catch let rejection as CalendarRejection {
        Issue.record("\(file.lastPathComponent): \(rejection.faults)")
      }
    }
  }
}
