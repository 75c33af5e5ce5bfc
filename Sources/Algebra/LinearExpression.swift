/// A coefficient times a variable: `3 * x`.
public struct Term: Hashable, Sendable {
  /// The variable.
  public let variable: Variable
  /// Its coefficient.
  public let coefficient: Int

  /// `coefficient * variable`.
  public init(_ coefficient: Int, _ variable: Variable) {
    self.variable = variable
    self.coefficient = coefficient
  }
}

/// A constant plus terms, sorted by variable, each variable once and none with coefficient 0.
///
/// Arithmetic never traps: an expression whose arithmetic left the range of `Int` says so in
/// `isOverflowed`, passes that on to whatever is built from it, and is refused by `Model` with
/// `AlgebraError.overflow`.
public struct LinearExpression: Hashable, Sendable {
  /// The terms in order of their variables.
  public internal(set) var terms: [Term]
  /// What is added to the terms.
  public internal(set) var constant: Int
  /// Whether some sum or product on the way here left the range of `Int`; the rest is then meaningless.
  public internal(set) var isOverflowed: Bool

  /// A constant without terms.
  public init(_ constant: Int = 0) {
    terms = []
    self.constant = constant
    isOverflowed = false
  }

  init(terms: [Term], constant: Int, isOverflowed: Bool) {
    self.terms = terms
    self.constant = constant
    self.isOverflowed = isOverflowed
  }

  /// The coefficient of a variable, 0 where it does not occur.
  public func coefficient(of variable: Variable) -> Int {
    var low = 0
    var high = terms.count
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].variable < variable {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < terms.count && terms[low].variable == variable ? terms[low].coefficient : 0
  }

  /// The value where variable number i has the value `values[i]`.
  ///
  /// Throws `overflow`, or `unknownVariable` where `values` is too short.
  public func value(at values: [Int]) throws(AlgebraError) -> Int {
    guard !isOverflowed else { throw .overflow(place: "expression") }
    var total = constant
    for term in terms {
      guard values.indices.contains(term.variable.index) else {
        throw .unknownVariable(index: term.variable.index, place: "expression")
      }
      let (product, tooLong) = term.coefficient.multipliedReportingOverflow(by: values[term.variable.index])
      let (sum, tooLarge) = total.addingReportingOverflow(product)
      guard !tooLong, !tooLarge else { throw .overflow(place: "expression") }
      total = sum
    }
    return total
  }
}

/// Collects terms in any order and sorts them once: how `sum` stays fast.
public struct LinearAccumulator: Sendable {
  private var terms: [Term] = []
  private var constant = 0
  private var isOverflowed = false
  private var isSorted = true

  /// An empty sum.
  public init() {}

  /// Adds one term.
  public mutating func add(_ term: Term) {
    if let last = terms.last, !(last.variable < term.variable) { isSorted = false }
    terms.append(term)
  }

  /// Adds a constant.
  public mutating func add(_ number: Int) {
    let (sum, overflow) = constant.addingReportingOverflow(number)
    constant = sum
    isOverflowed = isOverflowed || overflow
  }

  /// Adds `factor` times an expression.
  public mutating func add(_ expression: LinearExpression, times factor: Int = 1) {
    isOverflowed = isOverflowed || expression.isOverflowed
    if factor == 1, terms.isEmpty {
      terms = expression.terms
    } else {
      for term in expression.terms {
        let (product, overflow) = term.coefficient.multipliedReportingOverflow(by: factor)
        isOverflowed = isOverflowed || overflow
        add(Term(product, term.variable))
      }
    }
    let (product, overflow) = expression.constant.multipliedReportingOverflow(by: factor)
    isOverflowed = isOverflowed || overflow
    add(product)
  }

  /// The sum so far, in its sorted form.
  public consuming func expression() -> LinearExpression {
    if !isSorted { terms.sort { $0.variable < $1.variable } }
    var end = 0
    var next = 0
    while next < terms.count {
      let variable = terms[next].variable
      var coefficient = terms[next].coefficient
      next += 1
      while next < terms.count, terms[next].variable == variable {
        let (sum, overflow) = coefficient.addingReportingOverflow(terms[next].coefficient)
        coefficient = sum
        isOverflowed = isOverflowed || overflow
        next += 1
      }
      if coefficient != 0 {
        terms[end] = Term(coefficient, variable)
        end += 1
      }
    }
    terms.removeLast(terms.count - end)
    return LinearExpression(terms: terms, constant: constant, isOverflowed: isOverflowed)
  }
}
