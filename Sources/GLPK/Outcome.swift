public import Algebra

/// Values that were rounded where they must be whole, and then checked again.
///
/// Where all columns are integer with whole-number data the check is exact integer arithmetic; a row with
/// a continuous column is checked to one millionth of its size.
public struct Solution: Equatable, Sendable {
  /// The value of each column or variable, exactly whole where it must be.
  public let values: [Double]
  /// The objective, computed from `values`.
  public let objective: Double
  /// The objective in exact arithmetic, where it has whole-number coefficients on integer columns only.
  public let integerObjective: Int?

  /// The values as integers; a continuous value is rounded to the nearest.
  public var integers: [Int] { values.map { Int($0.rounded()) } }

  /// The value of a variable as an integer; a continuous value is rounded to the nearest.
  public subscript(variable: Variable) -> Int { Int(values[variable.index].rounded()) }

  /// The value of a variable.
  public func value(of variable: Variable) -> Double { values[variable.index] }
}

/// Why a search ended before its end.
public enum StopReason: Equatable, Sendable {
  /// The time limit was reached.
  case timeLimit
  /// `isCancelled` or the progress closure said so.
  case cancelled
  /// The node limit was reached.
  case nodeLimit
  /// The iteration limit was reached.
  case iterationLimit
  /// The relative gap asked for was reached.
  case gapReached
  /// There is nothing better than the cutoff.
  case cutoff
  /// The solver lost its way in the arithmetic; the text says where.
  case solverFailed(String)
  /// What the solver called a solution failed the check; the text says which row or column.
  case rejected(String)
}

/// How a search ended.
///
/// A bound is what no solution can beat: at most every solution's objective when minimising, at least when
/// maximising. It is taken with a margin of one millionth of its size (at least 1e-6) against the solver's
/// tolerances and then, where the objective can only be whole, rounded to the nearest whole number that
/// is still possible. It is nil where not even the first relaxation was solved.
public enum Outcome: Equatable, Sendable {
  /// Nothing is better than this.
  case optimal(Solution)
  /// A solution, and a bound on how much better one could be.
  case feasible(Solution, bound: Double?, reason: StopReason)
  /// There is no solution.
  case infeasible
  /// The relaxation improves without end; an integer programme is then unbounded or infeasible.
  case unbounded
  /// No solution was found, and that there is none was not proved.
  case nothing(bound: Double?, reason: StopReason)

  /// The solution, where there is one.
  public var solution: Solution? {
    switch self {
    case .optimal(let solution), .feasible(let solution, _, _): solution
    case .infeasible, .unbounded, .nothing: nil
    }
  }
}
