import Domain
import Foundation
import Opportunities
import Testing
import Visits

@testable import Reasons

/// An ask that is granted does what was promised.
///
/// `COUNTERPART_ASKS=20` tries as many of england-30 besides, and those of overfull, which take minutes.
@Suite struct AskTests {
  private static let wanted = ProcessInfo.processInfo.environment["COUNTERPART_ASKS"].flatMap { Int($0) }

  @Test(.enabled(if: wanted != nil)) func `what is asked for gives visits without a date the promised plan`()
    throws
  {
    let planned = try Planned(Programmes.scenario("overfull"))
    #expect(planned.answer.unscheduled.count == 3)
    var asks = 0
    for visit in planned.answer.unscheduled {
      let found = try findings(planned, host: visit.host, most: 6)
      #expect(found.asks.contains { $0.date != nil }, "\(visit.id)")
      for ask in found.asks.prefix(2) { try expectKept(ask, planned, visit.id) }
      asks += found.asks.count
    }
    #expect(asks >= 3)
  }

  @Test func `what is asked for gives late visits the promised plan`() throws {
    let planned = try Planned(Programmes.drawn(teams: 4, seed: 21))
    var asks = 0
    for visit in planned.answer.visits.suffix(2) {
      let found = try findings(planned, host: visit.host, most: 6)
      for ask in found.asks.prefix(2) { try expectKept(ask, planned, visit.id) }
      asks += found.asks.count
    }
    #expect(asks > 0)
  }

  @Test(.enabled(if: wanted != nil)) func `the same in a programme of thirty teams`() throws {
    let planned = try Planned(Programmes.scenario("england-30"))
    var asks = 0
    for visit in planned.answer.visits.reversed() where asks < Self.wanted ?? 0 {
      let found = try findings(planned, host: visit.host, most: 30)
      for ask in found.asks.prefix(3) {
        try expectKept(ask, planned, visit.id)
        asks += 1
      }
    }
    #expect(asks >= Self.wanted ?? 0)
  }

  private func findings(_ planned: Planned, host: TeamID, most: Int) throws -> AskSearch.Findings {
    let index = try #require(planned.programme.teams.firstIndex { $0.id == host })
    let explanation = Explainer(planned.settled, host: index).explanation()
    return try AskSearch(planned.problem, before: planned.answer, plan: planned.settled)
      .findings(explanation, most: most)
  }

  /// Edits the programme as was asked for and plans it from nothing.
  private func expectKept(_ ask: Ask, _ planned: Planned, _ id: VisitID) throws {
    var programme = planned.programme
    for obstacle in ask.obstacles { obstacle.grant(in: &programme) }
    let problem = VisitsProblem(OpportunityTable(programme), groups: planned.groups)
    var solver = VisitsSolver(problem)
    let answer = try solver.solve()
    #expect(answer.quality.isProven)
    #expect(answer.quality.objective == ask.objective, "\(ask.obstacles)")
    #expect(planned.answer.quality.objective - ask.objective == ask.gain.count)
    #expect(ask.gain > .zero)
    #expect(ask.due >= programme.settings.today)
    #expect(answer.visits.contains { $0.id == id } == (ask.date != nil), "\(ask.obstacles)")
    #expect(answer.visits.count - planned.answer.visits.count == ask.placed)
  }
}
