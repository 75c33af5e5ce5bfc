import Domain
import Foundation
import Opportunities
import Testing

@testable import Visits

/// The parts of the solver that schedules, each against the same by trying everything.
@Suite struct SchedulingMethodTests {
  /// How many tiny programmes are drawn; more where COUNTERPART_SCHEDULES says so.
  private static let drawn =
    ProcessInfo.processInfo.environment["COUNTERPART_SCHEDULES"].flatMap { Int($0) } ?? 300

  @Test func `the schedule is the cheapest of all, and no bound on the way is above it`() throws {
    var open = 0
    for seed in 0..<Self.drawn {
      let problem = Self.problem(5000 + seed)
      let progress = Progress()
      var solver = VisitsSolver(problem, control: VisitsControl(progress: progress.note))
      let answer = try solver.solve()
      let best = BruteForceSchedule(problem, solver.columns, rows: solver.fixed).best
      #expect(answer.quality.objective == best, "seed \(seed)")
      #expect(answer.quality.bound == best, "seed \(seed)")
      #expect(answer.costs.total.count == best, "seed \(seed)")
      #expect(answer.effort.ending == .finished, "seed \(seed)")
      #expect(progress.bounds.allSatisfy { $0 <= best }, "seed \(seed)")
      #expect(progress.bests.allSatisfy { $0 >= best }, "seed \(seed)")
      if let first = progress.bounds.first(where: { $0 > 0 }), first < best { open += 1 }
    }
    // Otherwise the bounds would have nothing to show.
    #expect(open > Self.drawn / 8)
  }

  @Test(arguments: 0..<20)
  func `prices are those of the columns one by one`(seed: Int) throws {
    let problem = Self.problem(6000 + seed)
    let solver = VisitsSolver(problem)
    let columns = solver.columns
    let master = try Self.master(of: solver)
    var dice = Dice(seed)
    let duals = master.rows.map { _ in dice.oneIn(3) ? 0 : -dice.roll(0...200) * VisitsMaster.scale / 7 }
    let pricing = Pricing(master, duals: duals)
    func net(_ column: Int) -> Int {
      var net = columns.cost[column] * VisitsMaster.scale
      for (row, dual) in zip(master.rows, duals) {
        net -= dual * columns.options(of: column).count(where: row.options.contains)
      }
      return net
    }
    var bound = zip(master.rows, duals).reduce(0) { $0 + $1.0.limit * $1.1 }
    for (group, range) in columns.columnsOf.enumerated() {
      let nets = range.map { (net: net($0), column: $0) }.sorted { $0 < $1 }
      #expect(pricing.leastOf[group] == nets[0].net)
      bound += nets[0].net
      let threshold = nets[nets.count / 2].net
      let below = nets.filter { $0.net < threshold }
      let cheapest = pricing.cheapest(columns, group: group, below: threshold, limit: 4)
      #expect(cheapest.map(net) == below.prefix(4).map(\.net))
      #expect(
        pricing.all(columns, group: group, below: threshold) == below.map(\.column).sorted())
    }
    #expect(pricing.scaledBound == bound)
  }

  @Test func `cuts are all that a solution breaks, and every schedule keeps them`() throws {
    var found = 0
    for seed in 0..<40 {
      let problem = Self.problem(7000 + seed)
      let solver = VisitsSolver(problem)
      var master = try Self.master(of: solver)
      var dice = Dice(seed)
      var support: [(index: Int, column: Int, value: Double)] = []
      for range in solver.columns.columnsOf {
        // No LP's solution, but one that breaks many cuts: those of twenty columns that meet the most rows.
        let drawn = Set((0..<20).map { _ in dice.roll(range.lowerBound...range.upperBound - 1) }).sorted()
        let bases = drawn.map { column in
          var count = 0
          master.eachBase(of: column) { if master.isPacking($0) { count += 1 } }
          return (count, column)
        }
        for (_, column) in bases.sorted(by: { $0 > $1 }).prefix(3) {
          try master.add(column)
          support.append((master.place(of: column), column, 0.55))
        }
      }
      let cuts = SubsetSeparation(master, support: support).cuts(limit: Int.max)
      #expect(Set(cuts.map(\.bases)) == Self.brokenTriples(master, support), "seed \(seed)")
      found += cuts.count
      for _ in 0..<300 {
        let plan = solver.columns.columnsOf.map { dice.roll($0.lowerBound...$0.upperBound - 1) }
        guard solver.cost(of: plan) != nil else { continue }
        for cut in cuts {
          let counted = plan.reduce(0) { $0 + cut.coefficient(hits: Self.hits(cut.bases, $1, master)) }
          #expect(counted <= SubsetCut.limit, "seed \(seed), \(cut)")
        }
      }
    }
    #expect(found > 20)
  }

  @Test(arguments: 0..<10)
  func `so many pivots find the same schedule every time, and more never a dearer one`(seed: Int) throws {
    let problem = Self.problem(8000 + seed)
    var last = Int.max
    for pivots in [0, 3, 10, 30, 100, 100_000] {
      var runs: [VisitsAnswer] = []
      for _ in 0..<2 {
        var solver = VisitsSolver(problem, control: VisitsControl(pivots: pivots))
        runs.append(try solver.solve())
      }
      #expect(runs[0].visits == runs[1].visits)
      #expect(runs[0].quality == runs[1].quality)
      #expect(runs[0].effort == runs[1].effort)
      #expect(runs[0].quality.objective <= last)
      #expect(runs[0].effort.ending == (runs[0].quality.isProven ? .finished : .pivots))
      last = runs[0].quality.objective
    }
  }

  @Test func `without any time there is the first schedule that comes to hand`() throws {
    let problem = Self.problem(9000)
    var solver = VisitsSolver(problem, control: VisitsControl(secondsLeft: { 0 }))
    let answer = try solver.solve()
    #expect(answer.visits.count + answer.unscheduled.count == problem.visitCount)
    #expect(answer.effort.ending == .time)
    #expect(answer.quality.bound == 0)
  }

  // MARK: -

  /// What a search told on its way.
  private final class Progress {
    var bests: [Int] = []
    var bounds: [Int] = []
    func note(_ progress: VisitsProgress) {
      if let best = progress.best { bests.append(best) }
      if let bound = progress.bound { bounds.append(bound) }
    }
  }

  /// Three pairs, or two where people and rooms are shared, which multiplies options.
  private static func problem(_ seed: Int) -> VisitsProblem {
    let contested = seed % 2 == 0
    var tiny = TinyProgramme(seed: seed, teams: contested ? 4 : 6, contested: contested)
    var programme = tiny.make()
    if seed % 3 == 0 {
      tiny.addSchedule(to: &programme, legs: [(0, [2]), (2, [0]), (1, [3]), (3, [1])], mayFix: true)
    }
    let groups = contested || seed % 3 == 0 ? [[0, 2], [1, 3]] : [[0, 4], [1, 5], [2, 3]]
    return VisitsProblem(OpportunityTable(programme), groups: groups)
  }

  /// A master that has every clique as a row.
  private static func master(of solver: VisitsSolver) throws -> VisitsMaster {
    var master = try VisitsMaster(solver.problem, solver.columns, rows: solver.fixed)
    for clique in 0..<solver.conflicts.cliques.count {
      let options = solver.conflicts.cliques[clique].map(Int.init)
      try master.add(CouplingRow(rule: .oneVisitPerRoom, options: options, limit: 1))
    }
    return master
  }

  private static func hits(_ bases: [Int], _ column: Int, _ master: VisitsMaster) -> Int {
    let groups = master.problem.groups.count
    return bases.reduce(0) { hits, base in
      if base < groups { return hits + (master.columns.columnsOf[base].contains(column) ? 1 : 0) }
      let row = master.rows[base - groups]
      return hits + master.columns.options(of: column).count(where: row.options.contains)
    }
  }

  private static func brokenTriples(
    _ master: VisitsMaster, _ support: [(index: Int, column: Int, value: Double)]
  ) -> Set<[Int]> {
    let bases = (0..<master.baseCount).filter { base in
      master.isPacking(base) && support.contains { hits([base], $0.column, master) > 0 }
    }
    var broken: Set<[Int]> = []
    for (i, a) in bases.enumerated() {
      for (j, b) in bases.enumerated().dropFirst(i + 1) {
        for c in bases.dropFirst(j + 1) {
          var counted = 0.0
          var common: Set<[Bool]> = []
          for (_, column, value) in support {
            let met = [a, b, c].map { hits([$0], column, master) > 0 }
            guard met.count(where: \.self) > 1 else { continue }
            counted += value
            common.insert(met)
          }
          // Two rows alone can be broken no more than each of them, which no LP allows.
          let isLinked = common.count > 1 || common.contains([true, true, true])
          if counted > 1.02, isLinked { broken.insert([a, b, c]) }
        }
      }
    }
    return broken
  }
}
