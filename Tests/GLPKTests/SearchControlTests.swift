import Algebra
import GLPK
import Testing

/// Limits, incumbents, cutoffs and cancellation.
@Suite struct SearchControlTests {
  /// Market split: the relaxation is 0 and says nothing, so that the tree is large.
  static func hardModel() throws -> Model {
    var random = SplitMix(seed: 5)
    var model = Model("market split")
    let x = try (0..<30).map { try model.addBinary("x[\($0)]") }
    var slacks: [Variable] = []
    for row in 0..<4 {
      let weights = x.map { _ in Int.random(in: 0...99, using: &random) }
      let over = try model.addInteger("over[\(row)]", upper: 3000)
      let under = try model.addInteger("under[\(row)]", upper: 3000)
      slacks += [over, under]
      try model.add(
        "half[\(row)]", sum(x.indices) { weights[$0] * x[$0] } + under - over == weights.reduce(0, +) / 2)
    }
    try model.minimise(sum(slacks))
    return model
  }

  @Test func `a node limit leaves a solution or none, and a bound`() throws {
    var options = SearchOptions()
    options.nodeLimit = 300
    options.nodeSelection = .depthFirst
    let model = try Self.hardModel()
    switch try solve(model, options) {
    case .feasible(let solution, let bound, let reason):
      #expect(reason == .nodeLimit)
      #expect(bound == 0)
      #expect(try model.violations(of: solution.integers).isEmpty)
    case .nothing(let bound, let reason):
      #expect(reason == .nodeLimit && bound == 0)
    case let other:
      Issue.record("\(other)")
    }
  }

  @Test func `an iteration limit ends the search`() throws {
    var options = SearchOptions()
    options.iterationLimit = 200
    let outcome = try solve(Self.hardModel(), options)
    switch outcome {
    case .feasible(_, let bound, let reason), .nothing(let bound, let reason):
      #expect(bound == 0 && reason == .iterationLimit)
    case .optimal, .infeasible, .unbounded:
      Issue.record("\(outcome)")
    }
    options.iterationLimit = 1
    #expect(try solve(Self.hardModel(), options) == .nothing(bound: nil, reason: .iterationLimit))
  }

  @Test func `a time limit leaves what was found and a bound`() throws {
    let outcome = try solve(Self.hardModel(), SearchOptions(timeLimit: .milliseconds(100)))
    switch outcome {
    case .feasible(_, let bound, let reason), .nothing(let bound, let reason):
      #expect(bound == 0 && reason == .timeLimit)
    case .optimal, .infeasible, .unbounded:
      Issue.record("\(outcome)")
    }
    #expect(
      try solve(Self.hardModel(), SearchOptions(timeLimit: .zero)) == .nothing(bound: nil, reason: .timeLimit)
    )
  }

  @Test func `the progress closure can stop the search`() throws {
    var options = SearchOptions()
    options.progressInterval = .zero
    var told: [Progress] = []
    options.progress = { progress in
      told.append(progress)
      return told.count == 5 ? .stop : .proceed
    }
    let outcome = try solve(Self.hardModel(), options)
    #expect(told.count == 5)
    #expect(told.allSatisfy { $0.best != nil || $0.gap == nil })
    #expect(told.last?.bound == 0)
    #expect(zip(told, told.dropFirst()).allSatisfy { $0.nodes <= $1.nodes && $0.iterations <= $1.iterations })
    switch outcome {
    case .feasible(_, let bound, let reason), .nothing(let bound, let reason):
      #expect(bound == 0 && reason == .cancelled)
    case .optimal, .infeasible, .unbounded:
      Issue.record("\(outcome)")
    }
  }

  @Test func `a flag cancels before and during the search`() throws {
    var options = SearchOptions()
    options.isCancelled = { true }
    #expect(try solve(Self.hardModel(), options) == .nothing(bound: nil, reason: .cancelled))
    var asked = 0
    options.isCancelled = {
      asked += 1
      return asked > 10
    }
    let outcome = try solve(Self.hardModel(), options)
    #expect(asked == 11)
    switch outcome {
    case .feasible(_, _, let reason), .nothing(_, let reason): #expect(reason == .cancelled)
    case .optimal, .infeasible, .unbounded: Issue.record("\(outcome)")
    }
  }

  @Test func `an incumbent is kept where nothing better is found`() throws {
    let model = try Self.hardModel()
    var options = SearchOptions()
    options.nodeLimit = 1
    // Nothing chosen: each row is short by its whole right-hand side.
    var incumbent = [Double](repeating: 0, count: model.variableCount)
    for row in 0..<4 { incumbent[31 + 2 * row] = Double(model.rightSideOfRow(row)) }
    options.incumbent = incumbent
    guard case .feasible(let solution, let bound, .nodeLimit) = try solve(model, options) else {
      Issue.record("no incumbent")
      return
    }
    #expect(solution.values == incumbent)
    #expect(bound == 0)
  }

  @Test func `an optimal incumbent is proved`() throws {
    for seed in 0..<20 {
      let knapsack = try Knapsack(seed: UInt64(seed), count: 9)
      guard let best = try solve(knapsack.model).solution else {
        Issue.record("no solution")
        continue
      }
      var options = SearchOptions()
      options.incumbent = best.values
      guard case .optimal(let again) = try solve(knapsack.model, options) else {
        Issue.record("not proved")
        continue
      }
      #expect(again.integerObjective == knapsack.best)
    }
  }

  @Test func `an incumbent that is no solution is refused`() throws {
    let knapsack = try Knapsack(seed: 1, count: 8)
    var options = SearchOptions()
    options.incumbent = [Double](repeating: 1, count: 8)
    let weight = knapsack.weights.reduce(0, +)
    #expect {
      try solve(knapsack.model, options)
    } throws: {
      "\($0)"
        == "the incumbent is not a solution: row capacity has the activity \(weight), out of its bounds"
    }
    options.incumbent = [0.5] + [Double](repeating: 0, count: 7)
    #expect {
      try solve(knapsack.model, options)
    } throws: {
      "\($0)" == "the incumbent is not a solution: variable x[0] must be whole and is 0.5"
    }
    options.incumbent = [1]
    #expect {
      try solve(knapsack.model, options)
    } throws: {
      "\($0)" == "the incumbent is not a solution: 8 values are needed and 1 were given"
    }
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7])
  func `a cutoff admits only what is better`(seed: UInt64) throws {
    let knapsack = try Knapsack(seed: seed, count: 9)
    var options = SearchOptions()
    options.cutoff = knapsack.best - 1
    #expect(try solve(knapsack.model, options).solution?.integerObjective == knapsack.best)
    options.cutoff = knapsack.best
    #expect(try solve(knapsack.model, options) == .nothing(bound: Double(knapsack.best), reason: .cutoff))
    options.cutoff = 0
    #expect(try solve(knapsack.model, options).solution?.integerObjective == knapsack.best)
    // With an incumbent as well: the best is handed in, so the cutoff proves it.
    options.cutoff = nil
    let best = try solve(knapsack.model, options).solution
    options.incumbent = best?.values
    options.cutoff = knapsack.best
    guard case .optimal(let solution) = try solve(knapsack.model, options) else {
      Issue.record("not proved")
      return
    }
    #expect(solution.integerObjective == knapsack.best)
  }

  @Test func `a cutoff leaves the problem as it was`() throws {
    let problem = Problem()
    try problem.addColumn(cost: 3, bounds: Bounds(1, 5), kind: .integer)
    try problem.setCostConstant(0.5)
    var options = SearchOptions()
    options.cutoff = 4
    #expect(try problem.branchAndBound(options).solution?.objective == 3.5)
    options.cutoff = 3
    #expect(try problem.branchAndBound(options) == .nothing(bound: 3, reason: .cutoff))
    #expect(problem.columnCount == 1)
  }

  @Test func `a relative gap ends the search early`() throws {
    let knapsack = try Knapsack(seed: 11, count: 12)
    var options = SearchOptions()
    options.presolve = false
    options.relativeGap = 0.9
    options.incumbent = try solve(knapsack.model).solution?.values
    switch try solve(knapsack.model, options) {
    case .optimal(let solution): #expect(solution.integerObjective == knapsack.best)
    case .feasible(let solution, let bound, let reason):
      #expect(reason == .gapReached && solution.integerObjective == knapsack.best)
      #expect(try #require(bound) >= Double(knapsack.best))
    case let other: Issue.record("\(other)")
    }
  }

  @Test func `a solver inside a callback leaves the outer log alone`() throws {
    let knapsack = try Knapsack(seed: 2, count: 10)
    var options = SearchOptions()
    let log = MessageLog()
    options.log = log
    var callbacks = ModelCallbacks()
    var inner = 0
    callbacks.heuristic = { _ in
      inner += 1
      return try? solve(knapsack.model).solution?.values
    }
    let outcome = try solve(knapsack.model, options, callbacks: callbacks)
    #expect(outcome.solution?.integerObjective == knapsack.best)
    #expect(inner > 0)
    #expect(log.text.contains("INTEGER OPTIMAL SOLUTION FOUND"))
  }
}
