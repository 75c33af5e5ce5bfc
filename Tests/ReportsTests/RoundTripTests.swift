import Domain
import Tabular
import Testing

@testable import Reports

/// Every table that a plan writes, read back by our own reader.
struct RoundTripTests {
  static let hostile = [
    "=HYPERLINK(\"http://example.org\")", "+44 161 000", "-1+1", "@SUM(A1)", "\t=1", "\r\n=1", "'=1", "''",
    "'",
    "a,b;c", "\"quoted\"", "\"", "two\r\nlines", "one\rreturn", "007", "1E5", "-5", "2027-03-04", "TRUE",
    "Ä漢👩‍⚕️", "\u{202E}evil", "＝1", " spaces ", "", ",", "\n", "\u{FEFF}mark",
  ]

  @Test(arguments: hostile)
  func `every cell reads back as it was, without complaint`(text: String) throws {
    for (name, cells) in try tables(with: text) {
      let own = cells.flatMap { $0 }.filter { $0 == text }.count
      switch name {
      case "agenda.csv": #expect(own >= 1, "\(name)")
      case "visits.csv", "unscheduled.csv": #expect(own >= 2, "\(name)")
      // A name, an address, a coordinator's address; a name and an address.
      case "chase.csv": #expect(own >= 3, "\(name)")
      case "actions.csv": #expect(own >= 2, "\(name)")
      case "attendance.csv", "pairs.csv": break
      default: Issue.record("\(name) is not looked at")
      }
    }
  }

  static let unreadable = [
    "\u{0}a\u{7}b\u{7F}", String(repeating: "x", count: 10_000), String(repeating: "\"", count: 9_000),
  ]

  @Test(arguments: unreadable.indices)
  func `what our reader would not take is written so that it does`(index: Int) throws {
    let text = Self.unreadable[index]
    for (name, cells) in try tables(with: text) {
      #expect(cells.allSatisfy { $0.count == cells[0].count }, "\(name)")
    }
  }

  /// 4,096 bytes less three for quotes and an apostrophe, and three for the ellipsis.
  @Test(arguments: [("x", 4_093, 4_093), ("x", 4_094, 4_090), ("\"", 3_000, 2_045), ("漢", 2_000, 1_363)])
  func `a cell is cut with an ellipsis where it would be too long`(letter: String, count: Int, kept: Int) {
    let text = CellText(String(repeating: letter, count: count)).text
    #expect(text == String(repeating: letter, count: kept) + (kept < count ? "…" : ""))
  }

  @Test func `control characters become spaces, tabs and the ends of lines stay`() {
    #expect(CellText("a\u{0}b\u{7F}c\td\r\ne").text == "a b c\td\r\ne")
  }

  @Test func `the ids of a table are those of the plan, leading zeros and all`() throws {
    var plan = SamplePlan().plan
    plan.visits[0].host = id("007")
    plan.visits[0].room = id("0012")
    plan.visits[0].facilitator = id("-1e5")
    let files = PlanFiles(programme: SampleProgramme().complete, plan: plan).files
    let row = try cells(of: #require(files.first { $0.name == "visits.csv" }))[1]
    #expect(row[3] == "007" && row[8] == "0012" && row[9] == "-1e5")
  }

  /// Every table of a plan in which each text that comes from files is `text`.
  private func tables(with text: String) throws -> [(name: String, cells: [[String]])] {
    var programme = SampleProgramme().complete
    var plan = SamplePlan().plan
    programme.settings.name = text
    for at in programme.teams.indices {
      programme.teams[at].name = text
      programme.teams[at].coordinatorEmail = text + "1"
    }
    for at in programme.people.indices {
      programme.people[at].name = text
      programme.people[at].email = at % 2 == 0 ? text : nil
    }
    for at in programme.teams.indices where at % 2 == 0 { programme.teams[at].coordinatorEmail = text }
    for at in programme.sites.indices {
      programme.sites[at].name = text
      programme.sites[at].postcode = text
    }
    for at in programme.rooms.indices { programme.rooms[at].name = text }
    for at in programme.facilitators.indices { programme.facilitators[at].name = text }
    for at in programme.settings.visits.milestones.indices {
      programme.settings.visits.milestones[at].title = text
    }
    plan.visits[0].pin = Pin(by: text, reason: text)
    plan.visits[0].detail?.agenda[0].title = text
    plan.unscheduled[0].reason = text
    plan.unscheduled[0].cheapestAsk = text
    let files = PlanFiles.tables(PlanWords(programme: programme, plan: plan))
    #expect(files.count == 7)
    return try files.map { ($0.name, try cells(of: $0)) }
  }

  private func cells(of file: ReportFile) throws -> [[String]] {
    let reading = CSVReader().read(file.bytes)
    #expect(reading.problems.isEmpty, "\(file.name): \(reading.problems)")
    let table = reading.table
    let cells = ([table.header] + table.rows).map { row in (0..<row.count).map { row[$0].text } }
    #expect(cells.allSatisfy { $0.count == cells[0].count }, "\(file.name)")
    return cells
  }
}
