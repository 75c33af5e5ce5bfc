public import Algebra

/// Why a call was refused before it reached the solver, or what the solver could not do.
public enum GLPKError: Error, Sendable, CustomStringConvertible {
  /// A problem was used on another thread than the one that made it.
  case wrongThread
  /// A problem was used from inside its own branch and bound.
  case busy
  /// A row that does not exist.
  case rowOutOfRange(Int, count: Int)
  /// A column that does not exist.
  case columnOutOfRange(Int, count: Int)
  /// The same index twice in one vector or list.
  case duplicateIndex(Int, place: String)
  /// NaN, infinity where a number is needed, or a magnitude above 2^53 or below 1e-15.
  case badNumber(Double, place: String)
  /// The lower bound is above the upper bound.
  case emptyBounds(lower: Double, upper: Double, place: String)
  /// An integer column whose bounds are not whole numbers.
  case fractionalBounds(column: Int)
  /// A name or path with control characters, or longer than 255 bytes.
  case badName(String, reason: String)
  /// Arrays whose lengths do not fit together.
  case wrongLength(expected: Int, found: Int, place: String)
  /// More rows, columns or entries than the solver can number.
  case tooLarge(place: String)
  /// Values were asked for, and there is no solution of the problem as it now stands.
  case noSolution
  /// The simplex method gave up, also from a fresh basis.
  case simplexFailed(reason: String)
  /// The incumbent handed in is not a solution.
  case badIncumbent(reason: String)
  /// The model's arithmetic left the range of 64-bit integers, or its parts do not fit together.
  case algebra(AlgebraError)
  /// A model in MathProg was refused: the file and line where the translator stopped, and its whole log.
  case mathProg(file: String?, line: Int?, log: String)

  /// One sentence: what is wrong.
  public var description: String {
    switch self {
    case .wrongThread:
      "a problem lives and dies on the thread that made it; this is another thread"
    case .busy:
      "the problem is inside its own branch and bound; use the node that the callback was given"
    case .rowOutOfRange(let row, let count):
      "row \(row) does not exist; there are \(count) rows, numbered from 0"
    case .columnOutOfRange(let column, let count):
      "column \(column) does not exist; there are \(count) columns, numbered from 0"
    case .duplicateIndex(let index, let place):
      "\(place): index \(index) occurs twice"
    case .badNumber(let number, let place):
      "\(place): \(number) is not a number the solver can work with"
    case .emptyBounds(let lower, let upper, let place):
      "\(place): lower bound \(lower) is above upper bound \(upper)"
    case .fractionalBounds(let column):
      "column \(column) is an integer column, and its bounds are not whole numbers"
    case .badName(let name, let reason):
      "the name \(name.debugDescription) \(reason)"
    case .wrongLength(let expected, let found, let place):
      "\(place): \(expected) entries are needed and \(found) were given"
    case .tooLarge(let place):
      "\(place): more than the solver can number"
    case .noSolution:
      "there is no solution of the problem as it now stands; solve it first"
    case .simplexFailed(let reason):
      "the simplex method failed: \(reason)"
    case .badIncumbent(let reason):
      "the incumbent is not a solution: \(reason)"
    case .algebra(let error):
      error.description
    case .mathProg(let file, let line, let log):
      "\(file ?? "MathProg")\(line.map { ":\($0)" } ?? ""): \(log)"
    }
  }
}
