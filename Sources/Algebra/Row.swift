/// How a row compares its expression with its right-hand side.
public enum Relation: UInt8, Sendable {
  /// `<=`.
  case atMost
  /// `==`.
  case equal
  /// `>=`.
  case atLeast

  /// As written in LP text.
  var symbol: String {
    switch self {
    case .atMost: "<="
    case .equal: "="
    case .atLeast: ">="
    }
  }

  /// Whether `left` stands in this relation to `right`.
  public func holds(_ left: Int, _ right: Int) -> Bool {
    switch self {
    case .atMost: left <= right
    case .equal: left == right
    case .atLeast: left >= right
    }
  }
}

/// A linear condition, built by comparing: `x + y <= 1`.
///
/// Terms stand on the left, the constant on the right, so that `x + 1 <= y` is the row `x - y <= -1`.
public struct Row: Hashable, Sendable {
  /// The name, empty until the row is given one.
  public var name: String
  /// The terms; the constant is 0.
  public let expression: LinearExpression
  /// `<=`, `==` or `>=`.
  public let relation: Relation
  /// What the terms are compared with.
  public let rightSide: Int

  /// `left relation right`, with terms and constants collected.
  public init<Left: Linear, Right: Linear>(_ left: Left, _ relation: Relation, _ right: Right) {
    var difference = combined(left, right, times: -1)
    let (negated, overflow) = 0.subtractingReportingOverflow(difference.constant)
    difference.constant = 0
    difference.isOverflowed = difference.isOverflowed || overflow
    self.init(name: "", expression: difference, relation: relation, rightSide: negated)
  }

  init(name: String, expression: LinearExpression, relation: Relation, rightSide: Int) {
    self.name = name
    self.expression = expression
    self.relation = relation
    self.rightSide = rightSide
  }

  /// The same row under a name: `(x + y <= 1).named("one visit a day")`.
  public func named(_ name: String) -> Row {
    var row = self
    row.name = name
    return row
  }

  /// Whether the row holds where variable number i has the value `values[i]`.
  ///
  /// Throws `overflow`, or `unknownVariable` where `values` is too short.
  public func holds(at values: [Int]) throws(AlgebraError) -> Bool {
    relation.holds(try expression.value(at: values), rightSide)
  }
}

/// `x + y <= z`.
public func <= <Left: Linear, Right: Linear>(left: Left, right: Right) -> Row { Row(left, .atMost, right) }

/// `x + y <= 1`.
public func <= <Left: Linear>(left: Left, right: Int) -> Row { Row(left, .atMost, LinearExpression(right)) }

/// `1 <= x + y`.
public func <= <Right: Linear>(left: Int, right: Right) -> Row {
  Row(right, .atLeast, LinearExpression(left))
}

/// `x + y >= z`.
public func >= <Left: Linear, Right: Linear>(left: Left, right: Right) -> Row { Row(left, .atLeast, right) }

/// `x + y >= 1`.
public func >= <Left: Linear>(left: Left, right: Int) -> Row { Row(left, .atLeast, LinearExpression(right)) }

/// `1 >= x + y`.
public func >= <Right: Linear>(left: Int, right: Right) -> Row { Row(right, .atMost, LinearExpression(left)) }

/// `x + y == z`.
public func == <Left: Linear, Right: Linear>(left: Left, right: Right) -> Row { Row(left, .equal, right) }

/// `x + y == 1`.
public func == <Left: Linear>(left: Left, right: Int) -> Row { Row(left, .equal, LinearExpression(right)) }

/// `1 == x + y`.
public func == <Right: Linear>(left: Int, right: Right) -> Row { Row(right, .equal, LinearExpression(left)) }
