import Foundation
import Testing

/// Folders that once brought the program down, in small.
@Suite(.timeLimit(.minutes(5))) struct FoundByMutationTests {
  private let place: Workplace
  private let folder: URL

  init() throws {
    place = try Workplace()
    folder = place.url.appendingPathComponent("in")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, bytes) in try Scenario.files("tutorial") {
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
  }

  private func edit(_ name: String, _ change: (String) -> String) throws {
    let file = folder.appendingPathComponent(name)
    try Data(change(try String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
  }

  @Test func `who can give no day at all is no candidate for a date`() async throws {
    // The nurse specialist, of whom Ilkley has one: no visit of Ilkley can be.
    try edit("people.csv") { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
        index == 0
          ? line + ",max_days" : line.hasPrefix("ILK-nurse,") ? line + ",0" : line.isEmpty ? "" : line + ","
      }.joined(separator: "\n")
    }
    let outcome = try await Program.run(["plan", "in", "--out", "out"], in: place.url)
    #expect([0, 3].contains(outcome.status), "\(outcome.errors)")
    #expect(try place.rows("out/pairs.csv").allSatisfy { !$0[0].contains("ILK") })
  }

  @Test func `a visit of nothing but the meeting is in the meeting's room`() async throws {
    try edit("programme.yaml") { $0 + "visits:\n  agenda: [{id: mdt, title: M}]\n" }
    try edit("mdt.csv") { text in
      text.split(separator: "\n").enumerated().map { index, line in
        let room = "S-\(line.prefix(3))-R1"
        return line + (index == 0 ? ",room_id\n" : ",\(room)\n")
      }.joined()
    }
    let outcome = try await Program.run(["plan", "in", "--out", "out"], in: place.url)
    #expect([0, 3].contains(outcome.status), "\(outcome.errors)")
    let visits = try place.rows("out/visits.csv")
    #expect(!visits.isEmpty)
    #expect(visits.allSatisfy { $0[8] == "S-\($0[3])-R1" })
  }

  @Test func `more sessions than can be planned are refused at the agenda`() async throws {
    let sessions = (1...30).map { "    - {id: s\($0), title: S, minutes: 1}\n" }.joined()
    try edit("programme.yaml") { $0 + "visits:\n  agenda:\n    - {id: mdt, title: M}\n" + sessions }
    let outcome = try await Program.run(["plan", "in"], in: place.url)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasSuffix(
        "error: the agenda has 31 sessions, more than the 9 that can be planned; make one session of several\n"
      ))
  }

  @Test func `a message stays on one line, whatever stands in the cell`() async throws {
    try edit("rooms.csv") { $0.replacing("S-GLO-R1,S-GLO,", with: "S-GLO-R1,\"S\nGLO\",") }
    let outcome = try await Program.run(["check", "in"], in: place.url)
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.allSatisfy { $0.contains(#/:\d+:\d+: (error|warning): .+; .+/#) })
    #expect(
      outcome.errorLines.contains {
        $0.hasPrefix("rooms.csv:2:10: error: 'S GLO' is no site id; use 1 to 40 of the letters")
      })
  }

  @Test func `a message repeats only the beginning of a long text`() async throws {
    try edit("programme.yaml") {
      $0.replacing("time_zone: Europe/London", with: "time_zone: " + String(repeating: "x", count: 5000))
    }
    let outcome = try await Program.run(["check", "in"], in: place.url)
    #expect(outcome.status == 1)
    #expect(
      outcome.errorLines.contains {
        $0.hasSuffix("xxx…' is no time zone; write its IANA name, as in Europe/London")
      })
    #expect(outcome.errorLines.allSatisfy { $0.count < 200 })
  }
}
