import Algebra
import GLPK

/// The restricted master: the matching's linear relaxation over a pool of edges and the odd sets found so far.
///
/// Columns: how much each node is left alone, then the pool's edges and trios as they come. Rows: one a node
/// (`OnePartnerPerTeam`), the side rows, where trios may be made one that admits one at most, then the odd sets.
struct MasterLP {
  /// What a column of the pool stands for.
  private enum Member {
    case edge(Int)
    case trio(Trio)
  }

  private(set) var problem: MatchingProblem
  private let lp: Problem
  private var pool: [Member] = []
  private(set) var trios: [Trio] = []
  private var isInPool: [Bool]
  private(set) var oddSets: [OddSet] = []
  private var keptCount = 0
  private var isMember: [[Bool]] = []
  private(set) var values: [Double] = []
  private(set) var duals: [Double] = []
  private(set) var objective = 0.0

  /// Iterations between two looks at the deadline.
  private static let stretch = 2000

  /// The master over `edges`, which must hold those of `start`, its first basis: dual feasible, and primal feasible
  /// but for side rows.
  init(_ problem: MatchingProblem, edges: [Int], start: StartBasis) throws(GLPKError) {
    self.problem = problem
    lp = Problem(.maximise)
    isInPool = Array(repeating: false, count: problem.edgeCount)
    var rows = RowBatch()
    for _ in 0..<problem.nodeCount { rows.append(bounds: .exactly(1)) }
    for row in problem.sideRows { rows.append(bounds: .atMost(Double(row.bound))) }
    if problem.trios != nil { rows.append(bounds: .atMost(1)) }
    try lp.addRows(rows)
    var columns = ColumnBatch()
    for node in 0..<problem.nodeCount {
      columns.append(cost: -Double(problem.penalty))
      columns.appendEntry(row: node, 1)
    }
    try lp.addColumns(columns)
    try add(edges: edges)
    var isBasic = Array(repeating: false, count: problem.edgeCount)
    for edge in start.edges { isBasic[edge] = true }
    for node in 0..<problem.nodeCount { try lp.setBasisStatus(ofRow: node, .fixed) }
    for node in start.alone { try lp.setBasisStatus(ofColumn: node, .basic) }
    for (position, edge) in edges.enumerated() where isBasic[edge] {
      try lp.setBasisStatus(ofColumn: problem.nodeCount + position, .basic)
    }
  }

  var columnCount: Int { pool.count }

  /// Whether an edge is a column already.
  func holds(_ edge: Int) -> Bool { isInPool[edge] }

  /// Adds edges that are no columns yet.
  mutating func add(edges: [Int]) throws(GLPKError) {
    var columns = ColumnBatch()
    for edge in edges {
      let (u, v) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
      columns.append(cost: problem.spreadWeight(edge))
      columns.appendEntry(row: u, 1)
      columns.appendEntry(row: v, 1)
      for (position, row) in problem.sideRows.enumerated() where row.coefficients[edge] != 0 {
        columns.appendEntry(row: problem.nodeCount + position, Double(row.coefficients[edge]))
      }
      for (position, flags) in isMember.enumerated() where flags[u] && flags[v] {
        columns.appendEntry(row: firstOddSet + position, 1)
      }
      isInPool[edge] = true
      pool.append(.edge(edge))
    }
    try lp.addColumns(columns)
  }

  /// Adds trios that are no columns yet; a set holds as much of one as an edge where two of its nodes are inside.
  mutating func add(trios added: [Trio]) throws(GLPKError) {
    guard let table = problem.trios else { return }
    var columns = ColumnBatch()
    for trio in added {
      columns.append(cost: Double(table.weight(trio) ?? problem.worthless) + table.spread(trio))
      for node in trio.nodes { columns.appendEntry(row: node, 1) }
      for row in problem.sideRows.indices {
        let coefficient = table.coefficient(trio, row: row)
        if coefficient != 0 { columns.appendEntry(row: problem.nodeCount + row, Double(coefficient)) }
      }
      columns.appendEntry(row: firstOddSet - 1, 1)
      for (position, flags) in isMember.enumerated() where trio.count(in: flags) >= 2 {
        columns.appendEntry(row: firstOddSet + position, 1)
      }
      pool.append(.trio(trio))
      trios.append(trio)
    }
    try lp.addColumns(columns)
  }

  /// Adds violated odd sets; their rows enter basic, so the dual simplex goes on from here.
  mutating func add(oddSets sets: [OddSet]) throws(GLPKError) {
    var rows = RowBatch()
    for set in sets {
      var flags = Array(repeating: false, count: problem.nodeCount)
      for node in set.members { flags[Int(node)] = true }
      rows.append(bounds: .atMost(Double(set.capacity)))
      for (position, member) in pool.enumerated() {
        let isInside =
          switch member {
          case .edge(let edge): flags[Int(problem.tails[edge])] && flags[Int(problem.heads[edge])]
          case .trio(let trio): trio.count(in: flags) >= 2
          }
        if isInside { rows.appendEntry(column: problem.nodeCount + position, 1) }
      }
      isMember.append(flags)
      oddSets.append(set)
    }
    try lp.addRows(rows)
  }

  /// Adds odd sets that are never dropped, before any others.
  mutating func keep(oddSets sets: [OddSet]) throws(GLPKError) {
    try add(oddSets: sets)
    keptCount = sets.count
  }

  /// Drops odd sets that do not bind, whose rows are basic, so that the basis survives.
  mutating func dropSlackOddSets() throws(GLPKError) {
    var dropped: [Int] = []
    for position in oddSets.indices.dropFirst(keptCount)
    where try lp.basisStatus(ofRow: firstOddSet + position) == .basic {
      dropped.append(position)
    }
    try lp.deleteRows(dropped.map { firstOddSet + $0 })
    for position in dropped.reversed() {
      oddSets.remove(at: position)
      isMember.remove(at: position)
    }
  }

  private var firstOddSet: Int {
    problem.nodeCount + problem.sideRows.count + (problem.trios == nil ? 0 : 1)
  }

  /// Takes over another problem's weights and trios; the edges and rows must be the same, and the basis stays
  /// primal feasible.
  mutating func reweigh(_ other: MatchingProblem) throws(GLPKError) {
    for (position, member) in pool.enumerated() {
      let cost: Double
      switch member {
      case .edge(let edge):
        guard other.weights[edge] != problem.weights[edge] else { continue }
        cost = other.spreadWeight(edge)
      case .trio(let trio):
        guard let table = other.trios else { continue }
        cost = Double(table.weight(trio) ?? other.worthless) + table.spread(trio)
      }
      try lp.setCost(ofColumn: problem.nodeCount + position, cost)
    }
    problem = other
  }

  /// Solves from the basis at hand and reads values and duals; `false` where `isOver` cut it short.
  mutating func solve(_ method: SimplexMethod, isOver: () -> Bool) throws(GLPKError) -> Bool {
    var options = SimplexOptions(iterationLimit: Self.stretch)
    options.pricesPlainly = true
    while true {
      switch try lp.simplex(method, options) {
      case .optimal:
        try lp.readValues(into: &values)
        try lp.readDuals(into: &duals)
        objective = try lp.objectiveValue()
        return true
      case .iterationLimit:
        if isOver() { return false }
      case .timeLimit, .objectiveLimit: return false
      case .infeasible, .unbounded, .infeasibleOrUnbounded:
        // Everyone left alone is a solution, and no value is above 1.
        throw .simplexFailed(reason: "the relaxation of a matching has an optimum, and it found none")
      }
    }
  }

  /// π, one a node.
  var nodePrices: [Double] { Array(duals[..<problem.nodeCount]) }
  /// ν, one a side row.
  var rowPrices: [Double] {
    Array(duals[problem.nodeCount..<problem.nodeCount + problem.sideRows.count])
  }
  /// What a trio more would be worth; 0 where none may be made.
  var trioPrice: Double { problem.trios == nil ? 0 : max(0, duals[firstOddSet - 1]) }
  /// μ, one an odd set.
  var oddSetPrices: [Double] { Array(duals[firstOddSet...]) }

  /// The solution as a graph, values below `tolerance` left out.
  func support(tolerance: Double) -> SupportGraph {
    var support = SupportGraph(
      alone: values[..<problem.nodeCount].map { $0 > tolerance ? $0 : 0 })
    for (position, member) in pool.enumerated() {
      let value = values[problem.nodeCount + position]
      guard value > tolerance else { continue }
      switch member {
      case .edge(let edge): support.append(Int(problem.tails[edge]), Int(problem.heads[edge]), value)
      case .trio(let trio): support.append(trio, value)
      }
    }
    return support
  }

  /// The matching that the solution suggests: the trio with the largest value, if any has one, then the pool's
  /// edges, the largest values first, then the heaviest.
  func rounded() -> Matching {
    var keyed: [(value: Int, edge: Int)] = []
    var others: [Int] = []
    var trio: (value: Int, trio: Trio)?
    for (position, member) in pool.enumerated() {
      // Coarse, so that noise does not decide the order.
      let value = Int((values[problem.nodeCount + position] * 1e6).rounded())
      switch member {
      case .edge(let edge): if value > 0 { keyed.append((value, edge)) } else { others.append(edge) }
      case .trio(let found):
        if value > trio?.value ?? 0 || (value > 0 && value == trio?.value && found < trio?.trio ?? found) {
          trio = (value, found)
        }
      }
    }
    let order = keyed.sorted { a, b in
      if a.value != b.value { return a.value > b.value }
      let (first, second) = (problem.weights[a.edge], problem.weights[b.edge])
      return first != second ? first > second : a.edge < b.edge
    }
    let matching = Matching(taking: order.map(\.edge), trio: trio?.trio, in: problem)
    guard problem.isLonely(matching) else { return matching }
    // The rest serves only nodes that are alone still.
    let rest = others.filter {
      matching.isAlone(Int(problem.tails[$0])) && matching.isAlone(Int(problem.heads[$0]))
    }
    let last = rest.sorted { (problem.weights[$1], $0) < (problem.weights[$0], $1) }
    return Matching(taking: order.map(\.edge) + last, trio: trio?.trio, in: problem)
  }
}
