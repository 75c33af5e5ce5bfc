/// Why an expression, a row or a model was refused.
public enum AlgebraError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A sum, product or difference left the range of `Int`; `place` names the row, objective or value.
  case overflow(place: String)
  /// An expression names a variable that the model does not hold.
  case unknownVariable(index: Int, place: String)
  /// The lower bound is above the upper bound.
  case emptyBounds(variable: String, lower: Int, upper: Int)
  /// A vector of values has the wrong length.
  case wrongLength(expected: Int, found: Int)
  /// The model holds more variables, rows or terms than flat 32-bit storage can number.
  case tooLarge(place: String)

  /// One sentence: what is wrong.
  public var description: String {
    switch self {
    case .overflow(let place):
      "\(place): the arithmetic left the range of 64-bit integers"
    case .unknownVariable(let index, let place):
      "\(place): variable number \(index) is not in this model"
    case .emptyBounds(let variable, let lower, let upper):
      "variable \(variable): lower bound \(lower) is above upper bound \(upper)"
    case .wrongLength(let expected, let found):
      "\(expected) values are needed, one a variable, and \(found) were given"
    case .tooLarge(let place):
      "\(place): more than 2147483647 entries"
    }
  }
}
