import Domain
import Foundation
import Intake
import Opportunities
import Testing
import Visits

/// Programmes that leave more ways to spend a day than can be tried: england-30 with a long agenda in any order.
@Suite struct SearchEffortTests {
  private func programme(sessions: [Int]) throws -> Programme {
    let folder = HandCalculation.folder.deletingLastPathComponent().appendingPathComponent("england-30")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let files = try names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") }.sorted().map { name in
      InputFile(name: name, bytes: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
    }
    var programme = try ProgrammeReader.read(files: files, today: Day(number: 0)).programme
    programme.settings.visits.agenda =
      [Session(id: try #require(SessionID("mdt")), title: "MDT")]
      + (try sessions.enumerated().map { place, minutes in
        Session(id: try #require(SessionID("s\(place)")), title: "S\(place)", minutes: Minutes(minutes))
      })
    return programme
  }

  @Test func `a search that is cut short says so, finds days all the same, and proves nothing`() throws {
    let table = OpportunityTable(try programme(sessions: [30, 35, 40, 45, 50, 25, 20, 55]))
    let problem = VisitsProblem(table, pairs: [(0, 1)])
    let options = table.options(host: 0, visitor: 1)
    let dates = Set(options.map(\.day)).count
    #expect(dates == table.commonDates(host: 0, visitor: 1))
    #expect(options.contains { !$0.isBest })
    var solver = VisitsSolver(problem)
    let answer = try solver.solve()
    #expect(answer.effort.cutShort > 0)
    #expect(answer.quality.bound == 0)
    #expect(!answer.quality.isProven)
    // The same work everywhere gives the same days.
    let again = table.options(host: 0, visitor: 1)
    #expect(again.map(\.cost) == options.map(\.cost))
  }

  @Test func `the agenda as it stands is searched to the end`() throws {
    var programme = try programme(sessions: [])
    programme.settings.visits.agenda = Session.standardAgenda
    let table = OpportunityTable(programme)
    let cutShort = table.options(host: 0, visitor: 1).filter { !$0.isBest }
    #expect(cutShort.isEmpty)
  }
}
