import Algebra
import GLPK
import Testing

/// A knapsack with its best value found by trying everything.
struct Knapsack {
  let model: Model
  let values: [Int]
  let weights: [Int]
  let capacity: Int
  let best: Int

  init(seed: UInt64, count: Int) throws {
    var random = SplitMix(seed: seed)
    let values = (0..<count).map { _ in Int.random(in: 1...50, using: &random) }
    let weights = (0..<count).map { _ in Int.random(in: 1...30, using: &random) }
    let capacity = weights.reduce(0, +) / 2
    var model = Model("knapsack")
    let x = try (0..<count).map { try model.addBinary("x[\($0)]") }
    try model.maximise(sum(x.indices) { values[$0] * x[$0] })
    try model.add("capacity", sum(x.indices) { weights[$0] * x[$0] } <= capacity)
    var best = 0
    for set in 0..<(1 << count) {
      var value = 0
      var weight = 0
      for item in 0..<count where set & (1 << item) != 0 {
        value += values[item]
        weight += weights[item]
      }
      if weight <= capacity { best = max(best, value) }
    }
    self.model = model
    self.values = values
    self.weights = weights
    self.capacity = capacity
    self.best = best
  }
}

@Suite struct BranchAndBoundTests {
  @Test func `knapsacks agree with trying everything`() throws {
    for seed in 0..<120 {
      let knapsack = try Knapsack(seed: UInt64(seed), count: 10)
      var options = SearchOptions()
      options.presolve = seed.isMultiple(of: 2)
      options.cuts = seed.isMultiple(of: 3) ? [.cover, .mixedIntegerRounding] : []
      let outcome = try solve(knapsack.model, options)
      guard case .optimal(let solution) = outcome else {
        Issue.record("seed \(seed): \(outcome)")
        continue
      }
      #expect(solution.integerObjective == knapsack.best, "seed \(seed)")
      #expect(try knapsack.model.violations(of: solution.integers).isEmpty)
    }
  }

  @Test func `assignments agree with trying everything`() throws {
    for seed in 0..<120 {
      var random = SplitMix(seed: UInt64(1000 + seed))
      let size = 2 + seed % 4
      let cost = (0..<size).map { _ in (0..<size).map { _ in Int.random(in: -20...20, using: &random) } }
      var model = Model("assignment")
      let x = try (0..<size).map { row in
        try (0..<size).map { try model.addBinary("x[\(row),\($0)]") }
      }
      try model.minimise(sum(0..<size) { row in sum(0..<size) { cost[row][$0] * x[row][$0] } })
      for index in 0..<size {
        try model.add("row[\(index)]", sum(x[index]) == 1)
        try model.add("column[\(index)]", sum(x) { $0[index] } == 1)
      }
      let best = Self.cheapest(cost, row: 0, taken: 0)
      #expect(try solve(model).solution?.integerObjective == best, "seed \(seed)")
    }
  }

  private static func cheapest(_ cost: [[Int]], row: Int, taken: Int) -> Int {
    if row == cost.count { return 0 }
    return cost.indices.filter { taken & (1 << $0) == 0 }
      .map { cost[row][$0] + cheapest(cost, row: row + 1, taken: taken | (1 << $0)) }.min() ?? 0
  }

  @Test(arguments: [false, true])
  func `infeasible and unbounded models are told apart`(presolve: Bool) throws {
    var options = SearchOptions()
    options.presolve = presolve
    var model = Model()
    let x = try model.addInteger("x")
    let y = try model.addInteger("y")
    try model.maximise(x)
    try model.add("link", x - y <= 1)
    #expect(try solve(model, options) == .unbounded)
    try model.add("low", x + y <= 1)
    try model.add("high", x + y >= 2)
    #expect(try solve(model, options) == .infeasible)
    // 2x = 2y + 1 has fractional solutions only.
    var odd = Model()
    let a = try odd.addInteger("a", upper: 3)
    let b = try odd.addInteger("b", upper: 3)
    try odd.add("odd", 2 * a - 2 * b == 1)
    #expect(try solve(odd, options) == .infeasible)
  }

  @Test func `continuous variables stay real`() throws {
    var model = Model()
    let n = try model.addInteger("n")
    let s = try model.addContinuous("s")
    try model.minimise(2 * n + s)
    try model.add("need", 2 * n + 3 * s >= 7)
    try model.add("few", s <= 2)
    let outcome = try solve(model)
    guard case .optimal(let solution) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    // n = 1, s = 5/3 costs 3 2/3; n = 0 needs s = 7/3; n = 2, s = 1 costs 5.
    #expect(solution[n] == 1)
    #expect((solution.value(of: s) - 5 / 3.0).magnitude < 1e-9)
    #expect((solution.objective - 11 / 3.0).magnitude < 1e-9)
    #expect(solution.integerObjective == nil)
  }

  @Test func `models without rows, variables or integers are solved`() throws {
    #expect(try solve(Model()).solution?.values == [])
    var noRows = Model()
    let x = try noRows.addInteger("x", lower: 2, upper: 5)
    try noRows.maximise(3 * x + 1)
    #expect(try solve(noRows).solution?.integerObjective == 16)
    var options = SearchOptions()
    options.presolve = false
    #expect(try solve(noRows, options).solution?.integerObjective == 16)
    #expect(try solve(Model(), options).solution?.values == [])
    var emptyRow = Model()
    _ = try emptyRow.addBinary()
    try emptyRow.add("never", LinearExpression(1) <= 0)
    #expect(try solve(emptyRow) == .infeasible)
    #expect(try solve(emptyRow, options) == .infeasible)
  }

  @Test func `column generation can finish in place`() throws {
    // max x + y + z with x + y, y + z, x + z <= 1: 3/2 as real numbers, 1 as whole ones.
    let problem = Problem(.maximise)
    for _ in 0..<3 { try problem.addRow(bounds: .atMost(1)) }
    for rows in [[0, 2], [0, 1], [1, 2]] {
      try problem.addColumn(cost: 1, bounds: .unit, rows: rows, coefficients: [1, 1])
    }
    #expect(try problem.simplex() == .optimal)
    #expect(try problem.objectiveValue() == 1.5)
    for column in 0..<3 { try problem.setKind(ofColumn: column, .integer) }
    var options = SearchOptions()
    options.presolve = false
    #expect(try problem.branchAndBound(options).solution?.integerObjective == 1)
    #expect(problem.rowCount == 3 && problem.columnCount == 3)
    for column in 0..<3 { #expect(try problem.bounds(ofColumn: column) == .unit) }
    try problem.addColumn(cost: 1, bounds: .unit, kind: .integer)
    #expect(try problem.branchAndBound(options).solution?.integerObjective == 2)
  }

  @Test func `large objectives are not cut short`() throws {
    // Within the solver's own tolerance of 1e-7 both items would be equally good.
    var model = Model()
    let x = try model.addBinary("x")
    let y = try model.addBinary("y")
    let z = try model.addInteger("z", upper: 3)
    try model.maximise(1_000_000_000 * x + 1_000_000_001 * y + z)
    try model.add("one", 2 * x + 2 * y + z <= 3)
    #expect(try solve(model).solution?.integerObjective == 1_000_000_002)
  }

  @Test func `every branching rule and node selection finds the optimum`() throws {
    let knapsack = try Knapsack(seed: 7, count: 10)
    for branching in [
      BranchingRule.firstFractional, .lastFractional, .mostFractional, .driebeckTomlin, .pseudocost,
    ] {
      for selection in [NodeSelection.depthFirst, .breadthFirst, .bestBound, .bestProjection] {
        var options = SearchOptions()
        options.presolve = false
        options.branching = branching
        options.nodeSelection = selection
        options.cuts = [.gomory, .clique]
        #expect(try solve(knapsack.model, options).solution?.integerObjective == knapsack.best)
      }
    }
  }

  @Test func `the log is captured`() throws {
    let knapsack = try Knapsack(seed: 3, count: 8)
    var options = SearchOptions()
    let log = MessageLog()
    options.log = log
    _ = try solve(knapsack.model, options)
    #expect(log.text.contains("INTEGER OPTIMAL SOLUTION FOUND"))
  }
}
