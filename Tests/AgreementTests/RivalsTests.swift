import Domain
import Opportunities
import Testing

@testable import Visits

/// Which visits could take something from each other is known of the pairs: a schedule made of what is left to choose
/// costs what it costs where every visit has a choice for whatever any team could take.
@Suite struct RivalsTests {
  @Test func `fewer choices, and the same cost`() throws {
    var saved = 0
    var contested = 0
    for seed in 0..<60 {
      var tiny = TinyProgramme(seed: 11_000 + seed, teams: 4, contested: true)
      var programme = tiny.make()
      if seed % 3 == 0 {
        tiny.addSchedule(to: &programme, legs: [(0, [2]), (2, [0]), (1, [3]), (3, [1])], mayFix: true)
      }
      let groups = [[0, 2], [1, 3]]
      let table = OpportunityTable(programme)
      let own = VisitsProblem(table, groups: groups)
      let any = VisitsProblem(table, groups: groups) { host, visitors, _ in
        table.options(host: host, visitors: visitors)
      }
      var solver = VisitsSolver(own)
      var reference = VisitsSolver(any)
      #expect(
        try solver.solve().quality.objective == reference.solve().quality.objective, "seed \(11_000 + seed)")
      #expect(own.options.count <= any.options.count)
      if own.options.count < any.options.count { saved += 1 }
      if own.options.count
        > Set(own.options.indices.map { [own.visitOf[$0], own.day[$0], own.facilitator[$0]] })
        .count
      {
        contested += 1
      }
    }
    // Both kinds must have been drawn.
    #expect(saved > 3 && contested > 3, "\(saved) \(contested)")
  }

  @Test func `options of before are kept where nothing more is contested than was`() throws {
    var (kept, dropped) = (0, 0)
    for seed in 0..<60 {
      var tiny = TinyProgramme(seed: 12_000 + seed, teams: 4, contested: true)
      let programme = tiny.make()
      let table = OpportunityTable(programme)
      let alone = VisitsProblem(table, groups: [[0, 2]])
      let both = VisitsProblem(table, groups: [[0, 2], [1, 3]]) {
        alone.options(host: $0, visitors: $1, beside: $2)
      }
      let anew = VisitsProblem(table, groups: [[0, 2], [1, 3]])
      #expect(both.options.count >= anew.options.count)
      for host in [0, 2] {
        let known = alone.options(host: host, visitors: [2 - host], beside: both.rivals)
        if known == nil { dropped += 1 } else { kept += 1 }
      }
      var solver = VisitsSolver(both)
      var reference = VisitsSolver(anew)
      #expect(
        try solver.solve().quality.objective == reference.solve().quality.objective, "seed \(12_000 + seed)")
    }
    #expect(kept > 3 && dropped > 3, "\(kept) \(dropped)")
  }
}
