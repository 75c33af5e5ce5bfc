import Foundation
import Testing

/// Input that is refused: by every command alike, in full, and without a trace in the place of the result.
@Suite(.timeLimit(.minutes(2)))
struct RefusalTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test(arguments: [
    ["plan", "missing", "--out", "out"], ["pair", "missing"], ["check", "missing"],
    ["check", "missing", "--json"],
    ["verify", "missing"],
    ["export", "missing", "--model", "visits", "--format", "lp", "--out", "m"],
  ])
  func `a folder that is not there`(arguments: [String]) async throws {
    let outcome = try await place.run(Workplace.program, arguments)
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors
        == "missing: error: there is no such folder; name the folder that holds programme.yaml\n")
    #expect(try place.names() == [])
  }

  @Test(arguments: [["plan", "empty", "--out", "out"], ["pair", "empty"], ["check", "empty"]])
  func `an empty folder lacks every table, and each is named`(arguments: [String]) async throws {
    try FileManager.default.createDirectory(atPath: place.path("empty"), withIntermediateDirectories: true)
    let outcome = try await place.run(Workplace.program, arguments)
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    for file in ["programme.yaml", "teams.csv", "sites.csv", "people.csv", "mdt.csv"] {
      #expect(outcome.errorLines.contains { $0.hasPrefix("\(file):1:1: error: the programme has no ") })
    }
    #expect(try place.names() == ["empty"])
  }

  @Test(arguments: [
    ["plan", "bad", "--out", "out"], ["pair", "bad"], ["check", "bad"], ["verify", "bad"],
    ["export", "bad", "--model", "pairing", "--format", "mps", "--out", "m"],
  ])
  func `every bad row of every file is named by file, line and column`(arguments: [String]) async throws {
    try addBad()
    let outcome = try await place.run(Workplace.program, arguments)
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errorLines == Self.diagnostics)
    #expect(try place.names() == ["bad"])
  }

  @Test func `check --json reports the same diagnostics`() async throws {
    try addBad()
    let outcome = try await place.counterpart("check", "bad", "--json")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    #expect(!report.accepted)
    #expect(report.diagnostics == Self.diagnostics)
  }

  @Test func `a pairs file is refused row by row, and one that is not there by name`() async throws {
    try place.addTutorial()
    try place.write("team_a,team_b\nGLO,XYZ\nHEB,HEB\n", as: "pairs.csv")
    let bad = try await place.counterpart("plan", "tutorial", "--pairs", "pairs.csv", "--out", "out")
    #expect(bad.status == 1)
    #expect(bad.output == "")
    #expect(bad.errorLines.count == 2)
    #expect(bad.errorLines.first?.hasPrefix("pairs.csv:2:5: error: ") == true)
    #expect(bad.errorLines.last?.hasPrefix("pairs.csv:3:5: error: the pair names one team twice; ") == true)
    let missing = try await place.counterpart("plan", "tutorial", "--pairs", "none.csv", "--out", "out")
    #expect(missing.status == 1)
    #expect(missing.errors == "none.csv: error: the file cannot be read; check its name\n")
    try place.write("team_a,team_b,team_c\nGLO,HEB,GLO\n", as: "trio.csv")
    let trio = try await place.counterpart("plan", "tutorial", "--pairs", "trio.csv", "--out", "out")
    #expect(trio.status == 1)
    #expect(
      trio.errors
        == "trio.csv:2:9: error: the pair names one team twice; name two teams, or three in a trio\n")
    #expect(try place.names() == ["pairs.csv", "trio.csv", "tutorial"])
  }

  @Test(arguments: ["forbid", "force"])
  func `a team that the programme does not have is named`(option: String) async throws {
    try place.addTutorial()
    let outcome = try await place.counterpart("pair", "tutorial", "--\(option)", "GLO+XYZ")
    #expect(outcome.status == 2)
    #expect(outcome.errors == "error: XYZ is no team of this programme; use an id of teams.csv\n")
  }

  @Test func `wishes that contradict each other are refused in words`() async throws {
    try place.addTutorial()
    let both = try await place.counterpart("pair", "tutorial", "--forbid", "GLO+HEB", "--force", "HEB+GLO")
    #expect(both.status == 1)
    #expect(
      both.errors
        == "error: GLO+HEB is forced and also forbidden or a previous pair; remove one of the two rules\n")
    let twice = try await place.counterpart("pair", "tutorial", "--force", "GLO+HEB", "--force", "GLO+ILK")
    #expect(twice.status == 1)
    #expect(
      twice.errors
        == "error: GLO is forced into two pairs; a team has one partner, so remove one of the two rules\n")
  }

  private struct Report: Decodable {
    var accepted: Bool
    var diagnostics: [String]
  }

  /// The tutorial with a mistake in each of three files, one of which leaves a site without a room.
  private func addBad() throws {
    try place.addTutorial(as: "bad")
    try place.edit("bad/mdt.csv", "GLO,Thursday", "GLO,Someday")
    try place.edit("bad/rooms.csv", "S-GLO-R1,S-GLO,", "S-GLO-R1,S-XYZ,")
    try place.edit("bad/travel.csv", "OFFICE,S-GLO,45", "OFFICE,S-GLO,soon")
  }

  private static let diagnostics = [
    "mdt.csv:2:5: error: 'Someday' is no weekday; write Monday, Tuesday, Wednesday, Thursday, Friday, Saturday or "
      + "Sunday",
    "rooms.csv:2:10: error: no site 'S-XYZ' is in sites.csv; add the site there",
    "teams.csv:2:13: warning: the site 'S-GLO' has no room in rooms.csv; add one; visits there are planned as if "
      + "rooms were always free until then",
    "travel.csv:2:14: error: 'soon' is no number; write digits with a point before the decimals",
  ]
}
