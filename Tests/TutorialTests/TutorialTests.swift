import Domain
import Foundation
import Intake
import Opportunities
import Testing
import Visits

@testable import Checking

/// The program against the calculation by hand in scenarios/tutorial/README.md: every pair's figures, every
/// date's cost, and the plan.
@Suite struct TutorialTests {
  let byHand: HandCalculation
  let programme: Programme
  let table: OpportunityTable

  init() throws {
    byHand = try HandCalculation()
    let names = try FileManager.default.contentsOfDirectory(atPath: HandCalculation.folder.path)
    let files = try names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") }.sorted().map { name in
      let data = try Data(contentsOf: HandCalculation.folder.appendingPathComponent(name))
      return InputFile(name: name, bytes: Array(data))
    }
    programme = try ProgrammeReader.read(files: files, today: Day(number: 0)).programme
    table = OpportunityTable(programme)
  }

  private func position(_ team: String) throws -> Int {
    try #require(programme.teams.firstIndex { $0.id.text == team || $0.name == team }, "\(team)")
  }

  @Test func `standings are those worked out by hand`() throws {
    let standings = try byHand.table(after: "**Standings.**")
    let facts = Checker(programme: programme).facts
    for row in standings.rows {
      let indicator = try #require(IndicatorID(row[0]))
      for (team, cell) in zip(standings.header, row).dropFirst() {
        let expected = try #require(Double(cell.replacingOccurrences(of: "−", with: "-")))
        let own = facts.standings.standing(of: programme.teams[try position(team)].id, on: indicator)
        #expect(abs(try #require(own) - expected) < 1e-9, "\(team), \(indicator)")
      }
    }
    #expect(standings.rows.count == 2)
  }

  @Test func `scores of all pairs are those worked out by hand`() throws {
    let pairs = try byHand.table(after: "**Gains.**")
    let checker = Checker(programme: programme)
    for row in pairs.rows where row[5] != "" {
      let teams = row[0].split(separator: "+").compactMap { TeamID(String($0)) }
      let figures = try #require(checker.figures(of: teams))
      let stated = try #require(row[5].split(separator: " ").last.flatMap { Double($0) }, "\(row[0])")
      #expect(figures.score == Score(deviations: stated), "\(row[0])")
      let gains = row[1...2].compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }
      #expect(figures.gains == gains.map { Score(deviations: $0) }, "\(row[0])")
      #expect(figures.levelGap == Score(deviations: try #require(Double(row[3]))), "\(row[0])")
      #expect("\(figures.travel.count) min" == row[4], "\(row[0])")
    }
    #expect(pairs.rows.filter { $0[5] != "" }.count == 4)
  }

  @Test func `every date costs what was worked out by hand`() throws {
    var compared = 0
    func compare(_ host: String, _ visitor: String, _ dates: [(date: String, total: String)]) throws {
      let (host, visitor) = (try position(host), try position(visitor))
      let options = table.options(host: host, visitors: [visitor])
      for (date, total) in dates {
        let day = try day(date)
        let option = options.first { $0.day == day }
        #expect(option.map { "\($0.cost)" } ?? "–" == total, "\(programme.teams[host].name), \(date)")
        compared += 1
      }
      #expect(Set(options.map(\.day)).isSubset(of: try Set(dates.map { try day($0.date) })))
    }
    for (host, visitor) in [("Hebden Bridge", "Glossop"), ("Glossop", "Hebden Bridge")] {
      let rows = try byHand.table(after: "\(host) hosts \(visitor), ").rows
      try compare(host, visitor, rows.map { ($0[0], $0[4]) })
    }
    let both = try byHand.table(after: "Ilkley hosts Penistone, and Penistone hosts Ilkley").rows
    try compare("Ilkley", "Penistone", both.map { ($0[0], $0[2]) })
    try compare("Penistone", "Ilkley", both.map { ($0[0], $0[4]) })
    #expect(compared == 32)
  }

  private func day(_ text: String) throws -> Day {
    let parts = text.split(separator: " ")
    let months = ["Jan": 1, "Feb": 2, "Mar": 3]
    return try #require(
      Day(year: 2027, month: months[String(parts[1])] ?? 0, day: Int(parts[0]) ?? 0), "\(text)")
  }

  @Test func `the schedule of the two pairs is the plan by hand`() throws {
    let pairs = [("GLO", "HEB"), ("ILK", "PEN")]
    var solver = VisitsSolver(
      VisitsProblem(table, groups: try pairs.map { [try position($0.0), try position($0.1)] }))
    let answer = try solver.solve()
    let rows = try byHand.table(after: "## The plan").rows
    let checker = Checker(programme: programme)
    let own = answer.visits.map { visit in
      [
        visit.id.text, "\(visit.leg ?? 0)", visit.date.iso,
        "\(visit.interval.start.clock)–\(visit.interval.end.clock)", visit.room?.text ?? "",
        "\(checker.cost(of: visit).total.count)",
      ]
    }
    #expect(own == rows)
    #expect(answer.quality.isProven)
    let text = try String(
      contentsOf: HandCalculation.folder.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(text.contains("Together \(answer.quality.objective) minutes"))
    #expect(text.contains("\(answer.costs[.delay].count) for delay"))
    #expect(text.contains("\(answer.costs[.facilitatorTravel].count) for the facilitator's drives"))
    #expect(text.contains("\(answer.costs[.ownMeetingMissed].count) for the meeting that Ilkley misses"))
  }
}
