import Domain
import Opportunities
import Testing
import Visits

/// The tutorial with hardly any work allowed for its days.
@Suite struct SearchEffortTests {
  private let table: OpportunityTable

  init() throws {
    table = try TutorialTests().table
  }

  @Test func `a search that is cut short says so, finds days all the same, and proves nothing`() throws {
    func effort() -> SearchEffort { SearchEffort(day: 200, programme: 400, least: 20) }
    var found = 0
    for host in table.programme.teams.indices {
      for visitor in table.programme.teams.indices where visitor != host {
        let options = table.options(host: host, visitors: [visitor], effort: effort())
        #expect(options.count == table.options(host: host, visitors: [visitor]).count)
        let again = table.options(host: host, visitors: [visitor], effort: effort())
        #expect(again.map(\.cost) == options.map(\.cost))
        found += options.filter { !$0.isBest }.count
      }
    }
    #expect(found > 0)
    var solver = VisitsSolver(VisitsProblem(table, groups: [[0, 1], [2, 3]], effort: effort()))
    let answer = try solver.solve()
    #expect(answer.visits.count == 4)
    #expect(answer.effort.cutShort > 0)
    #expect(answer.quality.bound == 0)
    #expect(!answer.quality.isProven)
  }

  @Test func `with the usual effort every day is searched to the end`() throws {
    for host in table.programme.teams.indices {
      for visitor in table.programme.teams.indices where visitor != host {
        let cutShort = table.options(host: host, visitors: [visitor]).filter { !$0.isBest }
        #expect(cutShort.isEmpty)
      }
    }
  }

  @Test(arguments: [0, 400, 2_000, 20_000, 200_000, 10_000_000])
  func `options worked out on all cores are those worked out one after another`(programme: Int) {
    let teams = Array(table.programme.teams.indices)
    let pairs = teams.flatMap { a in teams.filter { $0 > a }.map { [a, $0] } }
    let visits = pairs.flatMap { [(host: $0[0], visitors: [$0[1]]), (host: $0[1], visitors: [$0[0]])] }
    let rivals = Rivals(table, groups: pairs)
    func effort() -> SearchEffort { SearchEffort(day: 2_000, programme: programme, least: 20) }
    let (one, all) = (effort(), effort())
    let serial = visits.map {
      table.options(host: $0.host, visitors: $0.visitors, rivals: rivals, effort: one)
    }
    let together = table.options(of: visits, rivals: rivals, effort: all)
    #expect(together.map { $0.map { "\($0)" } } == serial.map { $0.map { "\($0)" } })
    #expect(all.spent == one.spent)
  }
}
