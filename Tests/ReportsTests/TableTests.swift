import Domain
import Reports
import Tabular
import Testing

struct TableTests {
  static let hostile = [
    "=HYPERLINK(\"http://example.org\")", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r\n=1", "a,b;c", "\"quoted\"",
    "two\r\nlines", "'=1", "''", "Ä漢👩‍⚕️", " spaces ", "",
  ]

  @Test("A table reads back as it was, whatever is in it", arguments: hostile)
  func roundTrip(text: String) throws {
    var plan = SamplePlan().plan
    plan.visits[0].pin = Pin(by: text, reason: text)
    plan.visits[0].detail?.agenda[0].title = text
    plan.unscheduled[0].reason = text
    plan.unscheduled[0].cheapestAsk = text
    let files = PlanFiles(programme: SampleProgramme().programme, plan: plan).files
    let visits = try cells(of: "visits.csv", in: files)
    #expect(visits[1][12] == text && visits[1][13] == text)
    #expect(visits.map(\.count) == Array(repeating: 17, count: 4))
    #expect(try cells(of: "agenda.csv", in: files)[1][2] == text)
    #expect(try cells(of: "unscheduled.csv", in: files)[1][3...] == [text, text])
  }

  @Test("A trio has a third team and a third gain, and two visitors in one cell")
  func trio() throws {
    var plan = SamplePlan().plan
    plan.pairs[1].teams = [id("RH8"), id("RM3"), id("RXR")]
    plan.pairs[1].gains.append(Score(units: -7))
    plan.pairs[1].isForced = true
    plan.pairs[1].reliability = nil
    plan.pairs[1].commonDates = [5, 2, 3]
    plan.visits[0].visitors = [id("RH8"), id("RXR")]
    plan.visits[0].leg = nil
    let files = PlanFiles(programme: SampleProgramme().programme, plan: plan).files
    #expect(
      try cells(of: "pairs.csv", in: files)[2] == [
        "RH8+RM3+RXR", "RH8", "RM3", "RXR", "0.9123", "1.0000", "1.2345", "-0.0007", "0.1200", "55", "2", "",
        "no", "yes",
      ])
    #expect(
      try cells(of: "visits.csv", in: files)[1][...4] == [
        "RM3--RH8+RXR", "RH8+RM3+RXR", "", "RM3", "RH8;RXR",
      ])
  }

  @Test("A visit without details has a row in visits.csv alone")
  func withoutDetail() throws {
    var plan = SamplePlan().plan
    plan.visits = [plan.visits[0]]
    plan.visits[0].detail = nil
    let files = PlanFiles(programme: SampleProgramme().programme, plan: plan).files
    #expect(try cells(of: "visits.csv", in: files).count == 2)
    #expect(try cells(of: "attendance.csv", in: files).count == 1)
    #expect(try cells(of: "agenda.csv", in: files).count == 1)
  }

  @Test("A visit until midnight ends at 24:00")
  func midnight() throws {
    var plan = SamplePlan().plan
    plan.visits[0].interval.end = moment("2027-03-17 00:00")
    let files = PlanFiles(programme: SampleProgramme().programme, plan: plan).files
    #expect(try cells(of: "visits.csv", in: files)[1][7] == "24:00")
  }

  @Test(
    "Costs are hours without needless zeros",
    arguments: [(0, "0"), (75, "1.25"), (50, "0.8333"), (600, "10"), (1, "0.0167"), (-90, "-1.5")])
  func hours(minutes: Int, hours: String) throws {
    var plan = SamplePlan().plan
    plan.visits[0].detail?.attendance[0].cost = Minutes(minutes)
    let files = PlanFiles(programme: SampleProgramme().programme, plan: plan).files
    #expect(try cells(of: "attendance.csv", in: files)[1][6] == hours)
  }

  private func cells(of name: String, in files: [ReportFile]) throws -> [[String]] {
    let file = try #require(files.first { $0.name == name })
    let reading = CSVReader().read(file.bytes)
    let table = reading.table
    #expect(reading.problems.isEmpty)
    return ([table.header] + table.rows).map { row in (0..<row.count).map { row[$0].text } }
  }
}
