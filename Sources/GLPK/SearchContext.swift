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
  var phantomObjective: Double?
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
  private(set) var searched: OpaquePointer

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
  func node(_ tree: OpaquePointer) -> SearchNode {
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
