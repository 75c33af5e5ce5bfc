import Algebra
import GLPK
import Testing

/// A complete graph whose cheapest tour is known from trying everything.
struct Tour {
  let cost: [[Int]]
  let best: Int

  init(seed: UInt64, size: Int) {
    var random = SplitMix(seed: seed)
    var cost = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
    for from in 0..<size {
      for to in 0..<from {
        cost[from][to] = Int.random(in: 1...40, using: &random)
        cost[to][from] = cost[from][to]
      }
    }
    self.cost = cost
    best = Self.cheapest(cost, at: 0, seen: 1)
  }

  private static func cheapest(_ cost: [[Int]], at: Int, seen: Int) -> Int {
    let left = cost.indices.filter { seen & (1 << $0) == 0 }
    if left.isEmpty { return cost[at][0] }
    return left.map { cost[at][$0] + cheapest(cost, at: $0, seen: seen | (1 << $0)) }.min() ?? 0
  }

  /// Two edges at each place; what is missing is that the edges hang together.
  func model() throws -> (Model, edges: [(Int, Int, Variable)]) {
    var model = Model("tour")
    var edges: [(Int, Int, Variable)] = []
    for from in cost.indices {
      for to in 0..<from { edges.append((from, to, try model.addBinary("e[\(to),\(from)]"))) }
    }
    try model.minimise(sum(edges) { cost[$0.0][$0.1] * $0.2 })
    for place in cost.indices {
      try model.add("place[\(place)]", sum(edges.filter { $0.0 == place || $0.1 == place }, \.2) == 2)
    }
    return (model, edges)
  }
}

@Suite struct CallbackTests {
  /// The places that hang together with place 0 by edges above one half.
  private static func component(_ edges: [(Int, Int, Variable)], _ size: Int, _ node: SearchNode) -> Set<Int>
  {
    var reached: Set<Int> = [0]
    for _ in 0..<size {
      for (from, to, edge) in edges where node.value(of: edge) > 0.5 {
        if reached.contains(from) != reached.contains(to) { reached.formUnion([from, to]) }
      }
    }
    return reached
  }

  @Test func `tours with rows added lazily agree with trying everything`() throws {
    var added = 0
    for seed in 0..<60 {
      let size = 6 + seed % 2
      let tour = Tour(seed: UInt64(seed), size: size)
      let (model, edges) = try tour.model()
      var callbacks = ModelCallbacks()
      callbacks.lazyRows = { node in
        guard node.isIntegral else { return [] }
        let reached = Self.component(edges, size, node)
        guard reached.count < size else { return [] }
        added += 1
        return [sum(edges.filter { reached.contains($0.0) != reached.contains($0.1) }, \.2) >= 2]
      }
      let outcome = try solve(model, callbacks: callbacks)
      guard case .optimal(let solution) = outcome else {
        Issue.record("seed \(seed): \(outcome)")
        continue
      }
      #expect(solution.integerObjective == tour.best, "seed \(seed)")
    }
    #expect(added > 0)
  }

  @Test func `rows flagged lazy are kept to all the same`() throws {
    for seed in 0..<60 {
      let size = 6
      let tour = Tour(seed: UInt64(500 + seed), size: size)
      var (model, edges) = try tour.model()
      // Every set of 2 or 3 places that holds place 0 is left at least twice.
      for set in 1..<(1 << size) where set & 1 == 1 && (2...3).contains(set.nonzeroBitCount) {
        let crossing = edges.filter { (set >> $0.0) & 1 != (set >> $0.1) & 1 }
        try model.add("cut[\(set)]", sum(crossing, \.2) >= 2, lazy: true)
      }
      for set in 1..<(1 << size) where set & 1 == 0 && set.nonzeroBitCount == 2 {
        let crossing = edges.filter { (set >> $0.0) & 1 != (set >> $0.1) & 1 }
        try model.add("cut[\(set)]", sum(crossing, \.2) >= 2, lazy: true)
      }
      #expect(try solve(model).solution?.integerObjective == tour.best, "seed \(seed)")
    }
  }

  @Test func `matchings with odd-set rows added lazily agree with trying everything`() throws {
    for seed in 0..<60 {
      var random = SplitMix(seed: UInt64(2000 + seed))
      let size = 5 + seed % 3
      var weight = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
      let problem = Problem(.maximise)
      for _ in 0..<size { try problem.addRow(bounds: .atMost(1)) }
      var edges: [(Int, Int)] = []
      for from in 0..<size {
        for to in 0..<from {
          weight[from][to] = Int.random(in: 1...30, using: &random)
          edges.append((from, to))
          try problem.addColumn(
            cost: Double(weight[from][to]), bounds: .unit, kind: .integer, rows: [from, to],
            coefficients: [1, 1])
        }
      }
      var callbacks = SearchCallbacks()
      callbacks.lazyRows = { node in
        var rows: [SparseRow] = []
        for set in 0..<(1 << size) where set.nonzeroBitCount >= 3 && set.nonzeroBitCount % 2 == 1 {
          let inside = edges.indices.filter {
            (set >> edges[$0].0) & 1 == 1 && (set >> edges[$0].1) & 1 == 1
          }
          let limit = Double(set.nonzeroBitCount / 2)
          if inside.reduce(0, { $0 + node.values[$1] }) > limit + 1e-6 {
            rows.append(
              SparseRow(
                columns: inside, coefficients: [Double](repeating: 1, count: inside.count),
                bounds: .atMost(limit)))
          }
        }
        return rows
      }
      let best = Self.heaviest(weight, used: 0, from: size - 1)
      #expect(try problem.branchAndBound(callbacks: callbacks).solution?.integerObjective == best)
      #expect(problem.rowCount == size)
      // And the same problem, used again, without the rows.
      #expect(try problem.branchAndBound().solution?.integerObjective == best)
    }
  }

  private static func heaviest(_ weight: [[Int]], used: Int, from: Int) -> Int {
    guard from > 0 else { return 0 }
    if (used >> from) & 1 == 1 { return heaviest(weight, used: used, from: from - 1) }
    var best = heaviest(weight, used: used, from: from - 1)
    for to in 0..<from where (used >> to) & 1 == 0 {
      best = max(best, weight[from][to] + heaviest(weight, used: used | (1 << to), from: from - 1))
    }
    return best
  }

  @Test func `a candidate is checked before it is believed`() throws {
    for seed in 0..<20 {
      let knapsack = try Knapsack(seed: UInt64(seed), count: 10)
      var options = SearchOptions()
      let log = MessageLog()
      options.log = log
      var offered = 0
      var callbacks = ModelCallbacks()
      callbacks.heuristic = { node in
        offered += 1
        // Everything at once is too heavy; rounding down is not.
        return offered == 1 ? node.values.map { _ in 1 } : node.values.map { $0.rounded(.down) }
      }
      #expect(
        try solve(knapsack.model, options, callbacks: callbacks).solution?.integerObjective == knapsack.best)
      #expect(log.text.contains("a candidate was refused: row capacity") == (offered > 0))
    }
  }

  @Test func `a candidate that breaks a lazy row is refused`() throws {
    var model = Model()
    let x = try (0..<3).map { try model.addBinary("x[\($0)]") }
    try model.maximise(sum(x))
    for (a, b) in [(0, 1), (1, 2), (0, 2)] { try model.add("pair", 2 * x[a] + 2 * x[b] <= 3) }
    var callbacks = ModelCallbacks()
    // A rule only the callback knows: not the first.
    callbacks.lazyRows = { _ in [x[0] <= 0] }
    callbacks.heuristic = { _ in [1, 0, 0] }
    let solution = try solve(model, callbacks: callbacks).solution
    #expect(solution?.integerObjective == 1)
    #expect(solution?[x[0]] == 0)
  }

  @Test func `branching follows the priority list, then the closure's word`() throws {
    let knapsack = try Knapsack(seed: 4, count: 12)
    let variables = Array(knapsack.model.variables)
    var callbacks = ModelCallbacks()
    callbacks.branchingPriority = variables.reversed()
    callbacks.priorityDirection = .up
    #expect(try solve(knapsack.model, callbacks: callbacks).solution?.integerObjective == knapsack.best)
    var levels: Set<Int> = []
    callbacks.branch = { node in
      levels.insert(node.level)
      // A variable that is whole is no choice, and ignored.
      return variables.first.map { ($0, .down) }
    }
    #expect(try solve(knapsack.model, callbacks: callbacks).solution?.integerObjective == knapsack.best)
    #expect(levels.contains(0))
  }

  @Test func `an aggregate column can be branched on first`() throws {
    // x0 + x1 + x2 = a and 2 x0 + 2 x1 + 2 x2 <= 3: branching on a settles it at once.
    let problem = Problem(.maximise)
    for cost in [3.0, 2, 1] { try problem.addColumn(cost: cost, bounds: .unit, kind: .integer) }
    let sum = try problem.addColumn(cost: 0, bounds: Bounds(0, 3), kind: .integer)
    try problem.addRow(bounds: .exactly(0), columns: [0, 1, 2, sum], coefficients: [1, 1, 1, -1])
    try problem.addRow(bounds: .atMost(3), columns: [0, 1, 2], coefficients: [2, 2, 2])
    var callbacks = SearchCallbacks()
    callbacks.branchingPriority = [sum]
    var options = SearchOptions()
    options.nodeLimit = 3
    guard case .optimal(let solution) = try problem.branchAndBound(options, callbacks: callbacks) else {
      Issue.record("not solved in three nodes")
      return
    }
    #expect(solution.values == [1, 0, 0, 1])
  }
}
