import Algebra
import CGLPK

/// What lives while one branch and bound runs: the solver's callback finds it through its info pointer.
final class SearchContext {
  let problem: Problem
  let options: SearchOptions
  let callbacks: SearchCallbacks
  let checker: SolutionChecker
  /// Columns of the problem proper; a phantom that carries the cutoff may stand behind them.
  let columnCount: Int
  let clock = ContinuousClock()
  let start: ContinuousClock.Instant
  let firstIteration: Int

  /// The solver's own best bound so far, without margin.
  var rawBound: Double?
  /// The incumbent handed in or a candidate, checked, not yet with the solver.
  var pending: Solution?
  /// The objective under which the solver recorded the cutoff as if it were a solution.
  private var phantomObjective: Double?
  var stopReason: StopReason?
  var failure: GLPKError?
  private var lastProgress: ContinuousClock.Instant?
  private var hasOfferedStart = false
  private var values: [Double] = []

  init(
    _ problem: Problem, _ options: SearchOptions, _ callbacks: SearchCallbacks, _ checker: SolutionChecker
  ) {
    self.problem = problem
    searched = problem.pointer
    self.options = options
    self.callbacks = callbacks
    self.checker = checker
    columnCount = problem.columnCount
    start = clock.now
    firstIteration = problem.iterationCount
  }

  var remainingTime: Duration? {
    options.timeLimit.map { $0 - (clock.now - start) }
  }

  /// The problem whose tree is searched: the solver's own where it simplified the problem first.
  private var searched: OpaquePointer

  private var iterations: Int { Int(glp_get_it_cnt(searched)) - firstIteration }

  var remainingIterations: Int? {
    options.iterationLimit.map { $0 - iterations }
  }

  /// The function the solver calls.
  static let trampoline: @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?) -> Void = { tree, info in
    guard let tree, let info else { return }
    Unmanaged<SearchContext>.fromOpaque(info).takeUnretainedValue().answer(tree)
  }

  private func answer(_ tree: OpaquePointer) {
    let reason = glp_ios_reason(tree)
    searched = glp_ios_get_prob(tree)
    // A caller's closure may solve another problem on this thread and so take the hook away.
    defer { Terminal.capture(into: options.log) }
    noteBound(tree)
    if reason == GLP_IPREPRO, !hasOfferedStart {
      hasOfferedStart = true
      offerStart(tree)
    }
    if let stop = reasonToStop(tree, reason) {
      stopReason = stop
      glp_ios_terminate(tree)
      return
    }
    switch reason {
    case GLP_IROWGEN: addLazyRows(tree)
    case GLP_IHEUR: offerCandidate(tree)
    case GLP_IBRANCH: chooseBranch(tree)
    // The solver's reasons are plain ints; the others need no answer.
    default: break
    }
    if failure != nil { glp_ios_terminate(tree) }
  }

  func finish() {
    searched = problem.pointer
  }

  private func noteBound(_ tree: OpaquePointer) {
    let best = glp_ios_best_node(tree)
    guard best != 0 else { return }
    let bound = glp_ios_node_bound(tree, best)
    if bound.magnitude < .greatestFiniteMagnitude { rawBound = bound }
  }

  private func reasonToStop(_ tree: OpaquePointer, _ reason: Int32) -> StopReason? {
    if options.isCancelled?() == true { return .cancelled }
    if let left = remainingTime, left <= .zero { return .timeLimit }
    var open: Int32 = 0
    var created: Int32 = 0
    glp_ios_tree_size(tree, &open, nil, &created)
    if let limit = options.nodeLimit, Int(created) > limit { return .nodeLimit }
    if let left = remainingIterations, left <= 0 { return .iterationLimit }
    guard let tell = options.progress else { return nil }
    let now = clock.now
    let isDue = lastProgress.map { now - $0 >= options.progressInterval } ?? true
    guard reason == GLP_IBINGO || (reason == GLP_ISELECT && isDue) else { return nil }
    lastProgress = now
    return tell(progress(nodes: Int(created), openNodes: Int(open), at: now)) == .stop ? .cancelled : nil
  }

  private func progress(nodes: Int, openNodes: Int, at now: ContinuousClock.Instant) -> Progress {
    let best = bestObjective
    let bound = safeBound
    var gap: Double?
    if let best, let bound { gap = (best - bound).magnitude / max(1, best.magnitude) }
    return Progress(
      best: best, bound: bound, gap: gap, nodes: nodes, openNodes: openNodes, iterations: iterations,
      seconds: (now - start).inSeconds)
  }

  /// Whether the solver's recorded solution is one, and not the phantom's: what it accepts later is better.
  var hasSolution: Bool {
    let status = glp_mip_status(searched)
    guard status == GLP_FEAS || status == GLP_OPT else { return false }
    return phantomObjective.map { glp_mip_obj_val(searched) != $0 } ?? true
  }

  private var bestObjective: Double? {
    hasSolution ? glp_mip_obj_val(searched) : pending?.objective
  }

  /// The relaxation at hand, read into memory that is used again.
  private func node(_ tree: OpaquePointer) -> SearchNode {
    if values.count != columnCount { values = [Double](repeating: 0, count: columnCount) }
    var isIntegral = true
    for column in 0..<columnCount {
      let value = glp_get_col_prim(problem.pointer, Int32(truncatingIfNeeded: column + 1))
      values[column] = value
      if checker.isInteger[column], (value - value.rounded()).magnitude > 1e-5 { isIntegral = false }
    }
    if isIntegral {
      for column in 0..<columnCount where checker.isInteger[column] { values[column].round() }
    }
    return SearchNode(
      values: values, isIntegral: isIntegral,
      level: Int(glp_ios_node_level(tree, glp_ios_curr_node(tree))),
      objective: glp_get_obj_val(problem.pointer), best: bestObjective)
  }

  // MARK: lazy rows

  private func addLazyRows(_ tree: OpaquePointer) {
    guard let lazyRows = callbacks.lazyRows else { return }
    for row in lazyRows(node(tree)) {
      do {
        try Problem.check(row.bounds, "lazy row")
        try problem.check(
          indices: row.columns, coefficients: row.coefficients, count: columnCount, ofRows: false,
          "lazy row")
        try problem.checkRoom(rows: 1, entries: row.columns.count)
      } catch {
        failure = error
        return
      }
      if isViolated(row) { add(row) }
    }
  }

  /// By the solver's own values and well beyond its tolerance: a row that it holds to be satisfied would
  /// come back for ever.
  private func isViolated(_ row: SparseRow) -> Bool {
    var activity = 0.0
    for (column, coefficient) in zip(row.columns, row.coefficients) {
      activity += coefficient * glp_get_col_prim(problem.pointer, Int32(column + 1))
    }
    let below = row.bounds.lower - activity
    let above = activity - row.bounds.upper
    return below > 1e-6 * (1 + 0.1 * row.bounds.lower.magnitude)
      || above > 1e-6 * (1 + 0.1 * row.bounds.upper.magnitude)
  }

  private func add(_ row: SparseRow) {
    let number = Int(glp_add_rows(problem.pointer, 1)) - 1
    problem.apply(row.bounds, toRow: number)
    let length = problem.load(row.columns, row.coefficients)
    glp_set_mat_row(
      problem.pointer, Int32(number + 1), length, problem.scratch.indices, problem.scratch.numbers)
  }

  // MARK: candidates

  private func offerCandidate(_ tree: OpaquePointer) {
    guard let heuristic = callbacks.heuristic, let candidate = heuristic(node(tree)) else { return }
    switch check(candidate) {
    case .valid(let solution):
      offer(solution.values, phantom: 0, tree)
    case .broken(let reason):
      options.log?.note("a candidate was refused: \(reason)")
    }
  }

  /// The exact check, and the rows that only a callback knows.
  func check(_ candidate: [Double]) -> SolutionChecker.Verdict {
    let verdict = checker.check(candidate)
    guard case .valid(let solution) = verdict, let lazyRows = callbacks.lazyRows else { return verdict }
    let node = SearchNode(
      values: solution.values, isIntegral: true, level: 0, objective: solution.objective, best: nil)
    for row in lazyRows(node) {
      guard row.columns.count == row.coefficients.count, row.columns.allSatisfy(solution.values.indices.contains)
      else { return .broken("a lazy row names columns that do not exist") }
      var activity = 0.0
      for (column, coefficient) in zip(row.columns, row.coefficients) {
        activity += coefficient * solution.values[column]
      }
      guard row.bounds.excess(of: activity) <= 1e-6 * max(1, activity.magnitude) else {
        return .broken("a lazy row has the activity \(activity), out of its bounds")
      }
    }
    return verdict
  }

  /// Hands the incumbent to the solver and, where it is stricter, the cutoff by way of the phantom.
  private func offerStart(_ tree: OpaquePointer) {
    if let pending { offer(pending.values, phantom: 0, tree) }
    guard let cutoff = options.cutoff else { return }
    let zeros = [Double](repeating: 0, count: columnCount)
    // Refused where the incumbent is better than the cutoff, and stands.
    if offer(zeros, phantom: Double(cutoff) - checker.constant, tree) {
      phantomObjective = glp_mip_obj_val(searched)
    }
  }

  @discardableResult
  private func offer(_ solution: [Double], phantom: Double, _ tree: OpaquePointer) -> Bool {
    let count = Int(glp_get_num_cols(problem.pointer))
    // One place in front, because the solver counts from 1, and one behind for the phantom.
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: columnCount + 2) { vector in
      vector.initialize(repeating: 0)
      for column in 0..<columnCount { vector[column + 1] = solution[column] }
      if count > columnCount { vector[count] = phantom }
      return glp_ios_heur_sol(tree, vector.baseAddress) == 0
    }
  }

  // MARK: branching

  private func chooseBranch(_ tree: OpaquePointer) {
    if let branch = callbacks.branch, let choice = branch(node(tree)), take(choice, tree) { return }
    for column in callbacks.branchingPriority {
      if take(Branch(column: column, direction: callbacks.priorityDirection), tree) { return }
    }
  }

  private func take(_ choice: Branch, _ tree: OpaquePointer) -> Bool {
    guard choice.column >= 0, choice.column < columnCount else { return false }
    let number = Int32(choice.column + 1)
    guard glp_ios_can_branch(tree, number) != 0 else { return false }
    switch choice.direction {
    case .either: glp_ios_branch_upon(tree, number, GLP_NO_BRNCH)
    case .down: glp_ios_branch_upon(tree, number, GLP_DN_BRNCH)
    case .up: glp_ios_branch_upon(tree, number, GLP_UP_BRNCH)
    }
    return true
  }
}
