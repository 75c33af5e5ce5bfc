import Algebra
import CGLPK

extension Problem {
  /// Solves the problem in whole numbers where its columns ask for them.
  ///
  /// First the relaxation, from the basis at hand, then the solver's branch and bound. Afterwards the
  /// problem has the rows, bounds and columns it had before. Throws what a wrong option, incumbent or lazy
  /// row deserves, and `simplexFailed` where the first relaxation could not be solved.
  public func branchAndBound(
    _ options: SearchOptions = SearchOptions(), callbacks: SearchCallbacks = SearchCallbacks()
  ) throws(GLPKError) -> Outcome {
    try checkAccess()
    return try branchAndBound(options, callbacks, SolutionChecker(self))
  }

  func branchAndBound(
    _ options: SearchOptions, _ callbacks: SearchCallbacks, _ checker: SolutionChecker
  ) throws(GLPKError) -> Outcome {
    try checkAccess()
    if let column = checker.fractionalColumn { throw .fractionalBounds(column: column) }
    for column in callbacks.branchingPriority { try checkColumn(column) }
    guard options.relativeGap >= 0, options.relativeGap.isFinite else {
      throw .badNumber(options.relativeGap, place: "relative gap")
    }
    let context = SearchContext(self, options, callbacks, checker)
    if let incumbent = options.incumbent {
      isSearching = true
      let verdict = context.check(incumbent)
      isSearching = false
      switch verdict {
      case .valid(let solution): context.pending = solution
      case .broken(let reason): throw .badIncumbent(reason: reason)
      }
    }
    if options.isCancelled?() == true { return context.outcome(context.pending, .cancelled) }
    guard let cutoff = options.cutoff else { return try search(context) }
    try Self.check(Double(cutoff), "cutoff")
    let phantom = try addColumn(
      cost: 1, bounds: .exactly(0),
      kind: checker.constant == checker.constant.rounded() ? .integer : .continuous)
    return try searchWithPhantom(context, phantom)
  }

  /// The solver has no cutoff of its own. A column that is fixed at 0 and costs 1 carries it: the solver
  /// is told of a solution where that column has the cutoff's value, and does not check.
  private func searchWithPhantom(_ context: SearchContext, _ phantom: Int) throws(GLPKError) -> Outcome {
    let outcome: Outcome
    do {
      outcome = try search(context)
    } catch {
      try deleteColumns([phantom])
      throw error
    }
    try deleteColumns([phantom])
    return outcome
  }

  private func search(_ context: SearchContext) throws(GLPKError) -> Outcome {
    let options = context.options
    // Simplifying would throw away the optimal basis that column generation leaves behind.
    let hasOptimalBasis = isSolved && glp_get_status(pointer) == GLP_OPT
    let usesPresolve =
      !hasOptimalBasis && options.presolve && !context.callbacks.lookAtColumns && context.pending == nil
      && options.cutoff == nil
    // The solver's presolve solves the first relaxation itself and heeds no time limit while it does.
    if !usesPresolve || options.timeLimit != nil || options.iterationLimit != nil {
      if let early = try solveRoot(context, presolve: usesPresolve) { return early }
    }
    var parameters = searchParameters(options, usesPresolve: usesPresolve, context)
    parameters.cb_func = SearchContext.trampoline
    parameters.cb_info = Unmanaged.passUnretained(context).toOpaque()
    Terminal.capture(into: options.log)
    isSearching = true
    isSolved = false
    // The last check asks for lazy rows once more, so the problem is closed to the caller until then.
    defer {
      isSearching = false
      Terminal.release()
    }
    let code = withExtendedLifetime(context) { glp_intopt(pointer, &parameters) }
    // After the search the simplified problem is gone.
    context.finish()
    if let failure = context.failure { throw failure }
    return conclude(context, code)
  }

  /// The first relaxation; an outcome where that already ends the search.
  private func solveRoot(_ context: SearchContext, presolve: Bool) throws(GLPKError) -> Outcome? {
    func limits() -> SimplexOptions {
      SimplexOptions(
        presolve: presolve, iterationLimit: context.remainingIterations, timeLimit: context.remainingTime,
        log: context.options.log)
    }
    var status = try simplex(context.options.rootMethod, limits())
    if status == .infeasibleOrUnbounded { status = try simplex(.primal, limits()) }
    switch status {
    case .optimal:
      context.rawBound = glp_get_obj_val(pointer)
      return nil
    case .infeasible: return .infeasible
    case .unbounded, .infeasibleOrUnbounded: return .unbounded
    case .iterationLimit: return context.outcome(context.pending, .iterationLimit)
    case .timeLimit: return context.outcome(context.pending, .timeLimit)
    case .objectiveLimit: return context.outcome(context.pending, .cutoff)
    }
  }

  private func searchParameters(
    _ options: SearchOptions, usesPresolve: Bool, _ context: SearchContext
  ) -> glp_iocp {
    var parameters = glp_iocp()
    glp_init_iocp(&parameters)
    parameters.msg_lev = options.log == nil ? GLP_MSG_OFF : GLP_MSG_ALL
    parameters.br_tech = options.branching.code
    parameters.bt_tech = options.nodeSelection.code
    parameters.mip_gap = options.relativeGap
    parameters.presolve = usesPresolve ? GLP_ON : GLP_OFF
    parameters.gmi_cuts = options.cuts.contains(.gomory) ? GLP_ON : GLP_OFF
    parameters.mir_cuts = options.cuts.contains(.mixedIntegerRounding) ? GLP_ON : GLP_OFF
    parameters.cov_cuts = options.cuts.contains(.cover) ? GLP_ON : GLP_OFF
    parameters.clq_cuts = options.cuts.contains(.clique) ? GLP_ON : GLP_OFF
    // The solver's rounding knows nothing of lazy rows.
    parameters.sr_heur = context.callbacks.lazyRows == nil ? GLP_ON : GLP_OFF
    // The default prunes what is within 1e-7 of the best, which is more than 1 where objectives are large.
    if context.checker.objectiveIsWhole { parameters.tol_obj = 1e-12 }
    if let left = context.remainingTime { parameters.tm_lim = left.solverMilliseconds }
    return parameters
  }

  private func conclude(_ context: SearchContext, _ code: Int32) -> Outcome {
    var solution: Solution?
    var rejection: String?
    let status = glp_mip_status(pointer)
    if context.hasSolution {
      let values = (0..<context.columnCount).map { glp_mip_col_val(pointer, Int32($0 + 1)) }
      switch context.check(values) {
      case .valid(let found): solution = found
      case .broken(let reason): rejection = reason
      }
    }
    if let rejection { return context.outcome(context.pending, .rejected(rejection)) }
    switch code {
    case 0:
      return finished(context, solution, status)
    case GLP_EMIPGAP: return context.outcome(solution ?? context.pending, .gapReached)
    case GLP_ETMLIM: return context.outcome(solution ?? context.pending, .timeLimit)
    case GLP_ESTOP: return context.outcome(solution ?? context.pending, context.stopReason ?? .cancelled)
    case GLP_ENOPFS: return .infeasible
    case GLP_ENODFS: return .unbounded
    case GLP_EROOT:
      return context.outcome(context.pending, .solverFailed("the first relaxation is not optimal"))
    default:
      return context.outcome(
        solution ?? context.pending,
        .solverFailed("the relaxation of a node could not be solved (code \(code))"))
    }
  }

  /// The outcome of a search that went through the whole tree.
  private func finished(_ context: SearchContext, _ solution: Solution?, _ status: Int32) -> Outcome {
    if let solution {
      let claimed = glp_mip_obj_val(pointer)
      guard (claimed - solution.objective).magnitude <= 1e-6 * max(1, claimed.magnitude) else {
        context.rawBound = claimed
        return context.outcome(
          solution, .rejected("the objective was claimed as \(claimed) and is \(solution.objective)"))
      }
      return .optimal(solution)
    }
    if status == GLP_NOFEAS { return .infeasible }
    guard let cutoff = context.options.cutoff else {
      return context.outcome(context.pending, .solverFailed("the search ended without a verdict"))
    }
    // The whole tree was searched: what is left is not better than the cutoff.
    context.rawBound = nil
    let bound = Double(cutoff)
    guard let pending = context.pending else { return .nothing(bound: bound, reason: .cutoff) }
    return context.closes(pending, bound)
      ? .optimal(pending) : .feasible(pending, bound: bound, reason: .cutoff)
  }
}

extension BranchingRule {
  var code: Int32 {
    switch self {
    case .firstFractional: GLP_BR_FFV
    case .lastFractional: GLP_BR_LFV
    case .mostFractional: GLP_BR_MFV
    case .driebeckTomlin: GLP_BR_DTH
    case .pseudocost: GLP_BR_PCH
    }
  }
}

extension NodeSelection {
  var code: Int32 {
    switch self {
    case .depthFirst: GLP_BT_DFS
    case .breadthFirst: GLP_BT_BFS
    case .bestBound: GLP_BT_BLB
    case .bestProjection: GLP_BT_BPH
    }
  }
}
