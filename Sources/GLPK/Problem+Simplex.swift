import Algebra
import CGLPK

/// Which simplex method runs.
public enum SimplexMethod: UInt8, Sendable {
  /// Primal: after columns were added, or from scratch.
  case primal
  /// Dual: after rows were added or bounds changed.
  case dual
  /// Dual, and primal where the dual fails.
  case dualThenPrimal
  /// Primal in rational arithmetic: slow, and free of rounding.
  case exact
}

/// How a simplex run is limited; nothing is, unless said.
public struct SimplexOptions {
  /// Simplify the programme first; the basis at hand is then not used.
  public var presolve = false
  /// Iterations of this run, or nil.
  public var iterationLimit: Int?
  /// Wall-clock time of this run, or nil.
  public var timeLimit: Duration?
  /// Stop the dual simplex once the objective is this or worse, or nil.
  public var objectiveLimit: Double?
  /// Choose the entering column by its reduced cost alone, not by the projected steepest edge: iterations are more and
  /// cheaper, which pays where the basis at hand is nearly optimal.
  public var pricesPlainly = false
  /// Where the solver's messages go, or nil for nowhere.
  public var log: MessageLog?

  /// No limits, no presolve, no log.
  public init(
    presolve: Bool = false, iterationLimit: Int? = nil, timeLimit: Duration? = nil,
    objectiveLimit: Double? = nil, log: MessageLog? = nil
  ) {
    self.presolve = presolve
    self.iterationLimit = iterationLimit
    self.timeLimit = timeLimit
    self.objectiveLimit = objectiveLimit
    self.log = log
  }
}

/// How a simplex run ended.
public enum SimplexStatus: Equatable, Sendable {
  /// Optimal: values and duals can be read.
  case optimal
  /// No values keep to all rows and bounds.
  case infeasible
  /// The objective can be improved without end.
  case unbounded
  /// The duals have no solution, so one of the two; the dual simplex cannot say which.
  case infeasibleOrUnbounded
  /// The iteration limit was reached; values of the last basis can be read.
  case iterationLimit
  /// The time limit was reached; values of the last basis can be read.
  case timeLimit
  /// The dual simplex passed the objective limit.
  case objectiveLimit
}

extension Problem {
  /// Solves the linear relaxation from the basis at hand.
  ///
  /// Where the basis turns out invalid, singular or ill-conditioned, a fresh one is built and the method
  /// runs once more. Throws `simplexFailed` where that fails too.
  public func simplex(
    _ method: SimplexMethod = .primal, _ options: SimplexOptions = SimplexOptions()
  ) throws(GLPKError) -> SimplexStatus {
    try beginChange()
    if let limit = options.objectiveLimit { try Self.check(limit, "objective limit") }
    if let limit = options.timeLimit, limit <= .zero { return .timeLimit }
    Terminal.capture(into: options.log)
    defer { Terminal.release() }
    repairBasis()
    var parameters = parameters(method, options)
    var code = run(method, &parameters)
    if code == GLP_ENODFS, options.presolve {
      // The presolver cannot tell unbounded from infeasible; the method itself can.
      parameters.presolve = GLP_OFF
      code = run(method, &parameters)
    }
    if Self.isBasisFault(code) {
      useAdvancedBasisSilently()
      code = run(method, &parameters)
    }
    let status = try status(code)
    guard status == .infeasibleOrUnbounded, method == .dualThenPrimal else { return status }
    parameters.meth = GLP_PRIMAL
    parameters.presolve = GLP_OFF
    return try self.status(run(.primal, &parameters))
  }

  private func parameters(_ method: SimplexMethod, _ options: SimplexOptions) -> glp_smcp {
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = options.log == nil ? GLP_MSG_OFF : GLP_MSG_ALL
    parameters.presolve = options.presolve && method != .exact ? GLP_ON : GLP_OFF
    switch method {
    case .primal, .exact: parameters.meth = GLP_PRIMAL
    case .dual: parameters.meth = GLP_DUAL
    case .dualThenPrimal: parameters.meth = GLP_DUALP
    }
    if options.pricesPlainly { parameters.pricing = GLP_PT_STD }
    if let limit = options.iterationLimit { parameters.it_lim = Int32(clamping: max(limit, 0)) }
    if let limit = options.timeLimit { parameters.tm_lim = limit.solverMilliseconds }
    if let limit = options.objectiveLimit {
      if direction == .minimise {
        parameters.obj_ul = limit
      } else {
        parameters.obj_ll = limit
      }
    }
    return parameters
  }

  private func run(_ method: SimplexMethod, _ parameters: inout glp_smcp) -> Int32 {
    // The exact method refuses a problem without rows or columns; there the other has nothing to round.
    let isExact = method == .exact && rowCount > 0 && columnCount > 0
    return isExact ? glp_exact(pointer, &parameters) : glp_simplex(pointer, &parameters)
  }

  private static func isBasisFault(_ code: Int32) -> Bool {
    code == GLP_EBADB || code == GLP_ESING || code == GLP_ECOND || code == GLP_EFAIL
  }

  private func status(_ code: Int32) throws(GLPKError) -> SimplexStatus {
    switch code {
    case 0:
      isSolved = true
      return try finalStatus()
    case GLP_EITLIM:
      isSolved = true
      return .iterationLimit
    case GLP_ETMLIM:
      isSolved = true
      return .timeLimit
    case GLP_EOBJLL, GLP_EOBJUL:
      isSolved = true
      return .objectiveLimit
    case GLP_ENOPFS: return .infeasible
    case GLP_ENODFS: return .infeasibleOrUnbounded
    case GLP_EBADB: throw .simplexFailed(reason: "the basis is invalid")
    case GLP_ESING: throw .simplexFailed(reason: "the basis matrix is singular")
    case GLP_ECOND: throw .simplexFailed(reason: "the basis matrix is ill-conditioned")
    case GLP_EBOUND: throw .simplexFailed(reason: "a pair of bounds is empty")
    default: throw .simplexFailed(reason: "the solver answered code \(code)")
    }
  }

  private func finalStatus() throws(GLPKError) -> SimplexStatus {
    switch glp_get_status(pointer) {
    case GLP_OPT: return .optimal
    case GLP_NOFEAS: return .infeasible
    case GLP_UNBND: return .unbounded
    default:
      if glp_get_prim_stat(pointer) == GLP_NOFEAS { return .infeasible }
      if glp_get_dual_stat(pointer) == GLP_NOFEAS { return .infeasibleOrUnbounded }
      throw .simplexFailed(reason: "it ended with neither a solution nor a proof that there is none")
    }
  }
}

extension Duration {
  /// Whole milliseconds for the solver, at least 1.
  var solverMilliseconds: Int32 {
    let parts = components
    guard parts.seconds < 2_000_000 else { return .max }
    return Int32(clamping: max(1, parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000))
  }

  /// Seconds, for display.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
