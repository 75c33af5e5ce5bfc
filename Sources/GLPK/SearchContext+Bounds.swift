import Algebra
import CGLPK

extension SearchContext {
  private var isMinimising: Bool { glp_get_obj_dir(problem.pointer) == GLP_MIN }

  /// The solver's bound with its margin, rounded where the objective can only be whole.
  var safeBound: Double? {
    guard let rawBound else { return nil }
    return safe(rawBound)
  }

  func safe(_ bound: Double) -> Double {
    let margin = 1e-6 * max(1, bound.magnitude)
    if isMinimising {
      return checker.objectiveIsWhole ? (bound - margin).rounded(.up) : bound - margin
    }
    return checker.objectiveIsWhole ? (bound + margin).rounded(.down) : bound + margin
  }

  /// A bound on the whole problem cannot be better than a solution of it.
  func bound(given solution: Solution?) -> Double? {
    guard let safeBound, let solution else { return safeBound }
    return isMinimising ? min(safeBound, solution.objective) : max(safeBound, solution.objective)
  }

  /// Whether a bound leaves nothing better than a solution.
  func closes(_ solution: Solution, _ bound: Double?) -> Bool {
    guard checker.objectiveIsWhole, let bound else { return false }
    return isMinimising ? bound >= solution.objective : bound <= solution.objective
  }

  /// The outcome of a search that stopped early.
  func outcome(_ solution: Solution?, _ reason: StopReason) -> Outcome {
    guard let solution else { return .nothing(bound: safeBound, reason: reason) }
    let bound = bound(given: solution)
    return closes(solution, bound) ? .optimal(solution) : .feasible(solution, bound: bound, reason: reason)
  }
}
