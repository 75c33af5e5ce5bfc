/// What can stand in a linear expression: a variable, a term, or an expression.
public protocol Linear: Sendable {
  /// The value as an expression.
  var expression: LinearExpression { get }
  /// Adds the value, times `factor`, to a sum.
  func add(to sum: inout LinearAccumulator, times factor: Int)
}

extension Variable: Linear {
  /// `1 * x`.
  public var expression: LinearExpression { Term(1, self).expression }

  /// Adds `factor * x` to a sum.
  public func add(to sum: inout LinearAccumulator, times factor: Int) {
    sum.add(Term(factor, self))
  }
}

extension Term: Linear {
  /// The term alone.
  public var expression: LinearExpression {
    LinearExpression(terms: coefficient == 0 ? [] : [self], constant: 0, isOverflowed: false)
  }

  /// Adds `factor` times the term to a sum.
  public func add(to sum: inout LinearAccumulator, times factor: Int) {
    if factor == 1 {
      sum.add(self)
    } else {
      sum.add(expression, times: factor)
    }
  }
}

extension LinearExpression: Linear {
  /// The expression itself.
  public var expression: LinearExpression { self }

  /// Adds `factor` times the expression to a sum.
  public func add(to sum: inout LinearAccumulator, times factor: Int) {
    sum.add(self, times: factor)
  }
}

/// The sum of many: `sum(x[day])`.
public func sum<Parts: Sequence>(_ parts: Parts) -> LinearExpression where Parts.Element: Linear {
  var total = LinearAccumulator()
  for part in parts { part.add(to: &total, times: 1) }
  return total.expression()
}

/// The sum over a range or collection: `sum(teams.indices) { cost[$0] * x[$0] }`.
public func sum<Items: Sequence, Part: Linear>(
  _ items: Items, _ part: (Items.Element) -> Part
) -> LinearExpression {
  var total = LinearAccumulator()
  for item in items { part(item).add(to: &total, times: 1) }
  return total.expression()
}

/// `3 * x`.
public func * (factor: Int, variable: Variable) -> Term { Term(factor, variable) }

/// `x * 3`.
public func * (variable: Variable, factor: Int) -> Term { Term(factor, variable) }

/// `3 * (x + y)`.
public func * <Right: Linear>(factor: Int, right: Right) -> LinearExpression {
  var total = LinearAccumulator()
  right.add(to: &total, times: factor)
  return total.expression()
}

/// `(x + y) * 3`.
public func * <Left: Linear>(left: Left, factor: Int) -> LinearExpression { factor * left }

/// `-x`, `-(x + y)`.
public prefix func - <Right: Linear>(right: Right) -> LinearExpression { (-1) * right }

/// `x + y`.
public func + <Left: Linear, Right: Linear>(left: Left, right: Right) -> LinearExpression {
  combined(left, right, times: 1)
}

/// `x + 1`.
public func + <Left: Linear>(left: Left, right: Int) -> LinearExpression {
  combined(left, LinearExpression(right), times: 1)
}

/// `1 + x`.
public func + <Right: Linear>(left: Int, right: Right) -> LinearExpression {
  combined(LinearExpression(left), right, times: 1)
}

/// `x - y`.
public func - <Left: Linear, Right: Linear>(left: Left, right: Right) -> LinearExpression {
  combined(left, right, times: -1)
}

/// `x - 1`.
public func - <Left: Linear>(left: Left, right: Int) -> LinearExpression {
  combined(left, LinearExpression(right), times: -1)
}

/// `1 - x`.
public func - <Right: Linear>(left: Int, right: Right) -> LinearExpression {
  combined(LinearExpression(left), right, times: -1)
}

/// `total += 3 * x`; adding variables in their order takes constant time each.
public func += <Right: Linear>(left: inout LinearExpression, right: Right) {
  if let term = right as? Term {
    left.append(term)
  } else if let variable = right as? Variable {
    left.append(Term(1, variable))
  } else {
    left = combined(left, right, times: 1)
  }
}

/// `total += 1`.
public func += (left: inout LinearExpression, right: Int) {
  left = left + right
}

/// `total -= x`.
public func -= <Right: Linear>(left: inout LinearExpression, right: Right) {
  left = combined(left, right, times: -1)
}

func combined<Left: Linear, Right: Linear>(_ left: Left, _ right: Right, times factor: Int)
  -> LinearExpression
{
  var total = LinearAccumulator()
  left.add(to: &total, times: 1)
  right.add(to: &total, times: factor)
  return total.expression()
}

extension LinearExpression {
  fileprivate mutating func append(_ term: Term) {
    if let last = terms.last, !(last.variable < term.variable) {
      self = combined(self, term, times: 1)
    } else if term.coefficient != 0 {
      terms.append(term)
    }
  }
}
