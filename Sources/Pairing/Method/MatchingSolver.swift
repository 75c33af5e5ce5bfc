import GLPK

/// Solves a matching problem: columns by pricing, odd sets by separation, a proof in integers.
///
/// Without side rows the relaxation with all odd sets has integral vertices (Edmonds, Journal of Research of the
/// National Bureau of Standards 69B (1965) 125–130), so it alone finds the optimum; branch and bound is for side
/// rows, and for the day that rounding errors leave the relaxation fractional.
struct MatchingSolver {
  /// What a run is told from outside.
  struct Control {
    /// Whether the time is up.
    var isOver: () -> Bool = { false }
    /// Told after each round.
    var report: (MatchingEffort) -> Void = { _ in }
    /// Whether a value is enough: the run ends once it is reached, or shown to be out of reach.
    var target: Int?
    /// What is worth less is of no interest: the run ends once nothing else is possible.
    var least: Int?
  }

  let problem: MatchingProblem
  private let control: Control
  /// The relaxation as it was left, to go on from.
  private var master: MasterLP?
  /// The best matching so far.
  private(set) var incumbent: Matching
  /// Its value.
  private(set) var value: Int
  /// No matching is worth more.
  private(set) var bound: Int
  /// What `bound` rests on, where that is a certificate.
  private(set) var certificate: Certificate?
  /// Whether `bound` rests on a finished branch and bound instead.
  private(set) var isSearched = false
  private(set) var effort = MatchingEffort()

  /// Reduced costs up to here count as none; a thousand of them stay far below a unit of the objective.
  private static let reducedCostTolerance = 1e-6
  /// Odd sets violated by less are left alone.
  private static let violationTolerance = 1e-6
  /// Values below are noise.
  private static let valueTolerance = 1e-9
  /// A smaller decrease of the relaxation's objective is no decrease.
  private static let strictDecrease = 1e-5

  var isProven: Bool { value >= bound }

  /// Solves `problem`, beginning from `start` or the heaviest edges first, whichever is better.
  init(_ problem: MatchingProblem, start: Matching? = nil, control: Control = Control()) {
    self.problem = problem
    self.control = control
    incumbent = Matching.greedy(problem)
    value = incumbent.value(in: problem)
    bound = problem.nodeCount * problem.largestWeight
    if let start { adopt(start) }
    guard problem.nodeCount > 0 else {
      certifyAtOnce()
      return
    }
    do {
      try relax()
      if certificate == nil { certifyAtOnce() }
      if !isDecided, !control.isOver() { try search() }
    } catch {
      // The solver gave up: what is known by now, with its bound, is the answer.
      effort.failure = error.description
      if certificate == nil { certifyAtOnce() }
    }
  }

  /// Solves `problem`, which has the edges and rows of the one that `solved` has solved and is worth `bound` at most,
  /// going on from where that was left.
  ///
  /// Takes over the relaxation of `solved`, which must not be gone on from again but by way of this one.
  /// Begins from `start`, if that is given. `nil` where `solved` was decided without a relaxation.
  init?(
    _ problem: MatchingProblem, after solved: MatchingSolver, bound: Int, start: Matching? = nil,
    control: Control = Control()
  ) {
    guard let master = solved.master else { return nil }
    self.problem = problem
    self.control = control
    self.master = master
    incumbent = Matching(nodeCount: problem.nodeCount)
    value = incumbent.value(in: problem)
    self.bound = bound
    if let start { adopt(start) }
    do {
      try self.master?.reweigh(problem)
      try foreseeLonely(after: solved)
      try relax()
      if !isDecided, !control.isOver() { try search() }
    } catch {
      effort.failure = error.description
    }
  }

  /// Adds the odd sets that tell how many nodes are left alone, where those are more than before.
  private mutating func foreseeLonely(after solved: MatchingSolver) throws(GLPKError) {
    let usable = problem.usableEdges
    let possible = problem.keeping(usable, trios: nil)
    var start = Matching(nodeCount: problem.nodeCount)
    for (position, edge) in usable.enumerated() where solved.incumbent.edges[Int(problem.tails[edge])] == edge
    {
      start.insert(position, in: possible)
    }
    let matching = CardinalityMatching(possible, start: start)
    guard matching.aloneCount > 0, var master else { return }
    let known = Set(master.oddSets)
    let sets = matching.oddSets().filter { !known.contains($0) }
    try master.add(oddSets: sets)
    effort.cuts += sets.count
    self.master = master
  }

  /// Whether there is nothing more to find out.
  private var isDecided: Bool {
    if isProven { return true }
    if let least = control.least, bound < least { return true }
    guard let target = control.target else { return false }
    return value >= target || bound < target
  }

  private mutating func adopt(_ matching: Matching) {
    let worth = matching.value(in: problem)
    guard worth > value else { return }
    incumbent = matching
    value = worth
  }

  private mutating func certify(
    nodePrices: [Double], oddSets: [OddSet], oddSetPrices: [Double], rowPrices: [Double]
  ) {
    guard
      let found = Certificate(
        problem, nodePrices: nodePrices, oddSets: oddSets, oddSetPrices: oddSetPrices, rowPrices: rowPrices)
    else { return }
    if certificate == nil || found.bound < bound {
      bound = found.bound
      certificate = found
    }
  }

  /// A bound without any solve: half the heaviest edge at each node covers every edge.
  private mutating func certifyAtOnce() {
    let heaviest = problem.weights.max() ?? -2 * problem.penalty
    certify(
      nodePrices: Array(repeating: Double(heaviest) / 2, count: problem.nodeCount), oddSets: [],
      oddSetPrices: [], rowPrices: problem.sideRows.map { _ in 0 })
  }

  private mutating func learn(from master: MasterLP) {
    certify(
      nodePrices: master.nodePrices, oddSets: master.oddSets, oddSetPrices: master.oddSetPrices,
      rowPrices: master.rowPrices)
    adopt(master.rounded())
  }

  /// The relaxation to be solved first, and by which method: the one that was left, or one at the best fractional
  /// matching, with the odd sets that this breaks.
  private mutating func begin() throws(GLPKError) -> (MasterLP, SimplexMethod) {
    if let master { return (master, .primal) }
    let weights = problem.weights.indices.map { problem.spreadWeight($0) }
    let adjacency = Adjacency(problem)
    let fractional = FractionalMatching(problem, weights: weights, adjacency: adjacency)
    let start = StartBasis(problem, at: fractional, weights: weights, adjacency: adjacency)
    var master = try MasterLP(
      problem, edges: Pricing.firstPool(problem, weights: weights, start: start), start: start)
    // Where nodes must be left alone, the relaxation would find out odd set by odd set how many.
    if problem.isLonely(incumbent) {
      try master.keep(oddSets: CardinalityMatching(problem, start: incumbent).oddSets())
    }
    let known = Set(master.oddSets)
    let circuits = fractional.circuits.map { OddSet(members: $0.sorted().map(Int32.init)) }
    try master.add(oddSets: circuits.filter { !known.contains($0) })
    effort.cuts = master.oddSets.count
    return (master, master.oddSets.isEmpty && problem.sideRows.isEmpty ? .primal : .dual)
  }

  private mutating func relax() throws(GLPKError) {
    var (master, method) = try begin()
    defer { self.master = master }
    var isSolved = try master.solve(method, isOver: control.isOver)
    var lastDrop = master.objective
    while isSolved {
      effort.rounds += 1
      effort.columns = master.columnCount
      control.report(effort)
      let edges = Pricing.improving(problem, master, tolerance: Self.reducedCostTolerance)
      // Trios are many: they are looked at once no edge is wanted any more.
      let trios =
        edges.isEmpty ? TrioPricing.improving(problem, master, tolerance: Self.reducedCostTolerance) : []
      let isPriced = edges.isEmpty && trios.isEmpty
      let isOver = control.isOver()
      if isPriced || isOver { learn(from: master) }
      guard !isDecided, !isOver else { return }
      guard isPriced else {
        try master.add(edges: edges)
        try master.add(trios: trios)
        isSolved = try master.solve(.primal, isOver: control.isOver)
        continue
      }

      let sets = newOddSets(master)
      guard !sets.isEmpty else { return }
      if master.objective < lastDrop - Self.strictDecrease {
        try master.dropSlackOddSets()
        lastDrop = master.objective
      }
      effort.cuts += sets.count
      try master.add(oddSets: sets)
      isSolved = try master.solve(.dual, isOver: control.isOver)
    }
  }

  private mutating func search() throws(GLPKError) {
    guard let certificate else { return }
    guard problem.trios == nil else { return searchTrios(certificate) }
    var search = BranchAndBound(problem, certificate: certificate)
    if problem.sideRows.count == 1 {
      let price = Double(certificate.rowPrices[0]) / Double(1 << certificate.shift)
      if search.isLarge(for: value) {
        let frugal = FrugalMatching(
          problem, problem.sideRows[0], price: price, near: search.nearEdges, isOver: control.isOver)
        if let found = frugal.best { adopt(found) }
      }
      if isDecided || control.isOver() { return }
      if problem.isLonely(incumbent), searchWithCompanions() { return }
    }
    let found = try search.improve(on: incumbent, isOver: control.isOver)
    effort.searchNodes = search.nodes
    adopt(found.matching)
    if found.isFinished {
      bound = value
      isSearched = true
    }
  }

  /// Where the side row leaves more nodes alone than the edges would, that number is found first, and then the best
  /// matching with so many alone; whether that was so.
  private mutating func searchWithCompanions() -> Bool {
    let edges = problem.usableEdges
    let usable = problem.keeping(edges, trios: nil)
    let fewest = CardinalityMatching(usable, start: Matching(nodeCount: problem.nodeCount)).aloneCount
    let alone = (0..<problem.nodeCount).count { incumbent.isAlone($0) }
    guard alone > fewest, let least = FewestAlone(usable, usable.sideRows[0], isOver: control.isOver)
    else { return false }
    var matching = Matching(nodeCount: problem.nodeCount)
    for edge in least.matching.taken(in: usable) { matching.insert(edges[edge], in: problem) }
    adopt(matching)
    guard least.count > fewest else { return false }
    let companions = Companions(problem, count: least.count)
    let more = least.count * problem.penalty
    let solver = MatchingSolver(
      companions.problem,
      control: Control(
        isOver: control.isOver, report: control.report, target: control.target.map { $0 + more },
        least: control.least.map { $0 + more }))
    adopt(companions.matching(solver.incumbent))
    effort.searchNodes += solver.effort.searchNodes
    effort.failure = effort.failure ?? solver.effort.failure
    if solver.bound - more < bound {
      bound = solver.bound - more
      // Part of it is that no fewer can be alone, which no duals show.
      isSearched = true
    }
    return true
  }

  /// Tries every trio, and none, that could still make a better matching, each with the rest as a problem of its own.
  private mutating func searchTrios(_ certificate: Certificate) {
    var search = TrioSearch(problem, certificate: certificate, control: control)
    let isFinished = search.improve(on: incumbent)
    effort.searchNodes = search.nodes
    effort.failure = effort.failure ?? search.failure
    adopt(search.best)
    if isFinished {
      bound = value
      isSearched = true
    }
  }

  private func newOddSets(_ master: MasterLP) -> [OddSet] {
    let support = master.support(tolerance: Self.valueTolerance)
    // A set that the master holds is violated by rounding errors alone.
    let known = Set(master.oddSets)
    let quick = OddSets.violated(in: support, tolerance: Self.violationTolerance)
      .filter { !known.contains($0) }
    guard quick.isEmpty else { return quick }
    return ExactSeparation.violated(in: support, tolerance: Self.violationTolerance)
      .filter { !known.contains($0) }
  }
}

/// How much work a matching took.
struct MatchingEffort {
  /// Times the relaxation was solved.
  var rounds = 0
  /// Edges in its pool.
  var columns = 0
  /// Odd sets separated.
  var cuts = 0
  /// Nodes of branch and bound.
  var searchNodes = 0
  /// What the solver gave up on, if it did.
  var failure: String?
}
