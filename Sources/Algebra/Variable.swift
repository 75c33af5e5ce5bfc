/// A handle on one variable of a `Model`: eight bytes, so that expressions stay flat.
///
/// Name, kind and bounds are looked up in the model: `model[x].name`.
public struct Variable: Hashable, Comparable, Sendable {
  /// The variable's place in its model, from 0.
  public let index: Int

  /// A handle on the variable at `index`, from 0.
  public init(index: Int) {
    self.index = index
  }

  /// Order of creation.
  public static func < (left: Variable, right: Variable) -> Bool {
    left.index < right.index
  }
}

/// What values a variable may take between its bounds.
public enum VariableKind: UInt8, Sendable {
  /// Any real number.
  case continuous
  /// Whole numbers.
  case integer
  /// 0 or 1.
  case binary
}

/// What a model knows about one of its variables.
public struct VariableDeclaration: Equatable, Sendable {
  /// The name as given, which need not be legal in a file format nor unique.
  public let name: String
  /// Continuous, integer or binary.
  public let kind: VariableKind
  /// The smallest value, or nil where there is none.
  public let lower: Int?
  /// The largest value, or nil where there is none.
  public let upper: Int?
}

/// The variables of a model, in the order they were added: `for x in model.variables`.
public struct Variables: RandomAccessCollection, Sendable {
  let range: Range<Int>

  init(count: Int) {
    range = 0..<count
  }

  /// 0.
  public var startIndex: Int { range.lowerBound }
  /// The number of variables.
  public var endIndex: Int { range.upperBound }
  /// The variable with this number.
  public subscript(position: Int) -> Variable { Variable(index: position) }
}
