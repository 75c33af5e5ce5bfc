/// Which way the objective goes.
public enum Direction: UInt8, Sendable {
  /// The smaller the better.
  case minimise
  /// The larger the better.
  case maximise
}

/// Sparse rows one after the other: row i holds the entries `starts[i]..<starts[i + 1]`.
public struct SparseRows: Equatable, Sendable {
  /// Where each row begins, and at the end the number of entries.
  public internal(set) var starts: [Int] = [0]
  /// The variable of each entry, increasing within a row.
  public internal(set) var columns: [Int32] = []
  /// The coefficient of each entry, never 0.
  public internal(set) var coefficients: [Int] = []
}

/// An objective over variables that keep to rows, with integer data throughout.
///
/// Storage is flat: half a million variables are a handful of arrays.
public struct Model: Sendable {
  /// The name, printed as a comment.
  public var name: String
  /// Which way the objective goes.
  public private(set) var direction: Direction = .minimise
  /// What is minimised or maximised.
  public private(set) var objective = LinearExpression()
  /// The coefficients of all rows.
  public private(set) var matrix = SparseRows()

  private var variableNames = NameTable()
  private var kinds: [VariableKind] = []
  // Int.min and Int.max stand for no bound.
  private var lowers: [Int] = []
  private var uppers: [Int] = []
  private var rowNames = NameTable()
  private var relations: [Relation] = []
  private var rightSides: [Int] = []
  private var laziness: [Bool] = []

  /// A model without variables and rows, minimising 0.
  public init(_ name: String = "") {
    self.name = name
  }

  /// The number of variables.
  public var variableCount: Int { kinds.count }
  /// The number of rows, lazy ones included.
  public var rowCount: Int { relations.count }
  /// The variables, in the order they were added.
  public var variables: Variables { Variables(count: kinds.count) }

  /// Makes room, where the numbers are known beforehand.
  public mutating func reserve(variables: Int, rows: Int = 0, entries: Int = 0) {
    variableNames.reserve(variables)
    kinds.reserveCapacity(variables)
    lowers.reserveCapacity(variables)
    uppers.reserveCapacity(variables)
    rowNames.reserve(rows)
    relations.reserveCapacity(rows)
    rightSides.reserveCapacity(rows)
    laziness.reserveCapacity(rows)
    matrix.starts.reserveCapacity(rows + 1)
    matrix.columns.reserveCapacity(entries)
    matrix.coefficients.reserveCapacity(entries)
  }

  /// Adds a variable that is 0 or 1: `let x = try model.addBinary("x[3]")`.
  public mutating func addBinary(_ name: String = "") throws(AlgebraError) -> Variable {
    try addVariable(name, .binary, lower: 0, upper: 1)
  }

  /// Adds a whole-number variable, from 0 upwards unless said otherwise: `addInteger("n", lower: 1, upper: 9)`.
  public mutating func addInteger(
    _ name: String = "", lower: Int? = 0, upper: Int? = nil
  ) throws(AlgebraError) -> Variable {
    try addVariable(name, .integer, lower: lower, upper: upper)
  }

  /// Adds a real variable, from 0 upwards unless said otherwise: `addContinuous("slack")`.
  public mutating func addContinuous(
    _ name: String = "", lower: Int? = 0, upper: Int? = nil
  ) throws(AlgebraError) -> Variable {
    try addVariable(name, .continuous, lower: lower, upper: upper)
  }

  /// Adds a variable of any kind; the bounds of a binary are cut to 0 and 1.
  ///
  /// Throws `emptyBounds` where the lower bound is above the upper.
  public mutating func addVariable(
    _ name: String, _ kind: VariableKind, lower: Int?, upper: Int?
  ) throws(AlgebraError) -> Variable {
    guard kinds.count < Int(Int32.max) else { throw .tooLarge(place: "variables") }
    let (low, high) = try Self.bounds(name, kind, lower, upper)
    variableNames.append(name)
    kinds.append(kind)
    lowers.append(low)
    uppers.append(high)
    return Variable(index: kinds.count - 1)
  }

  /// Changes the bounds of a variable.
  ///
  /// Throws `unknownVariable`, or `emptyBounds` where the lower bound is above the upper.
  public mutating func setBounds(of variable: Variable, lower: Int?, upper: Int?) throws(AlgebraError) {
    guard kinds.indices.contains(variable.index) else {
      throw .unknownVariable(index: variable.index, place: "bounds")
    }
    (lowers[variable.index], uppers[variable.index]) = try Self.bounds(
      variableNames[variable.index], kinds[variable.index], lower, upper)
  }

  private static func bounds(
    _ name: String, _ kind: VariableKind, _ lower: Int?, _ upper: Int?
  ) throws(AlgebraError) -> (Int, Int) {
    var low = lower ?? .min
    var high = upper ?? .max
    if kind == .binary {
      low = max(low, 0)
      high = min(high, 1)
    }
    guard low <= high else { throw .emptyBounds(variable: name, lower: low, upper: high) }
    return (low, high)
  }

  /// Sets the objective: `try model.minimise(2 * x + 3 * y)`.
  public mutating func minimise<Objective: Linear>(_ objective: Objective) throws(AlgebraError) {
    try setObjective(objective.expression, .minimise)
  }

  /// Sets the objective: `try model.maximise(sum(x))`.
  public mutating func maximise<Objective: Linear>(_ objective: Objective) throws(AlgebraError) {
    try setObjective(objective.expression, .maximise)
  }

  private mutating func setObjective(
    _ expression: LinearExpression, _ direction: Direction
  ) throws(AlgebraError) {
    try check(expression, place: "objective")
    objective = expression
    self.direction = direction
  }

  /// Adds a row under a name: `try model.add("one visit a day", x + y <= 1)`.
  ///
  /// A lazy row is left out of the solver's first relaxation and added once a solution violates it.
  /// Returns the row's number, from 0. Throws `overflow` or `unknownVariable`.
  @discardableResult
  public mutating func add(_ name: String, _ row: Row, lazy: Bool = false) throws(AlgebraError) -> Int {
    let terms = row.expression.terms
    try check(row.expression, place: name.isEmpty ? "row \(rowCount + 1)" : "row \(name)")
    guard matrix.columns.count + terms.count <= Int(Int32.max) else { throw .tooLarge(place: "rows") }
    for term in terms {
      matrix.columns.append(Int32(truncatingIfNeeded: term.variable.index))
      matrix.coefficients.append(term.coefficient)
    }
    matrix.starts.append(matrix.columns.count)
    rowNames.append(name)
    relations.append(row.relation)
    rightSides.append(row.rightSide)
    laziness.append(lazy)
    return relations.count - 1
  }

  /// Adds a row under the name it carries.
  @discardableResult
  public mutating func add(_ row: Row, lazy: Bool = false) throws(AlgebraError) -> Int {
    try add(row.name, row, lazy: lazy)
  }

  private func check(_ expression: LinearExpression, place: String) throws(AlgebraError) {
    guard !expression.isOverflowed else { throw .overflow(place: place) }
    // Sorted, so the ends bound all of them.
    for end in [expression.terms.first, expression.terms.last] {
      guard let index = end?.variable.index else { continue }
      guard kinds.indices.contains(index) else { throw .unknownVariable(index: index, place: place) }
    }
  }
}

extension Model {
  /// What the model knows about a variable; the variable must be one of this model.
  public subscript(variable: Variable) -> VariableDeclaration {
    VariableDeclaration(
      name: variableNames[variable.index], kind: kinds[variable.index],
      lower: lower(of: variable), upper: upper(of: variable))
  }

  /// The kind of a variable of this model.
  public func kind(of variable: Variable) -> VariableKind { kinds[variable.index] }

  /// The lower bound of a variable of this model, or nil.
  public func lower(of variable: Variable) -> Int? {
    lowers[variable.index] == .min ? nil : lowers[variable.index]
  }

  /// The upper bound of a variable of this model, or nil.
  public func upper(of variable: Variable) -> Int? {
    uppers[variable.index] == .max ? nil : uppers[variable.index]
  }

  /// The name of row number `index`, from 0.
  public func nameOfRow(_ index: Int) -> String { rowNames[index] }

  /// The relation of row number `index`, from 0.
  public func relationOfRow(_ index: Int) -> Relation { relations[index] }

  /// The right-hand side of row number `index`, from 0.
  public func rightSideOfRow(_ index: Int) -> Int { rightSides[index] }

  /// Whether row number `index`, from 0, is lazy.
  public func isLazyRow(_ index: Int) -> Bool { laziness[index] }

  /// Row number `index`, from 0, as a value.
  public func row(_ index: Int) -> Row {
    let terms = (matrix.starts[index]..<matrix.starts[index + 1]).map {
      Term(matrix.coefficients[$0], Variable(index: Int(matrix.columns[$0])))
    }
    return Row(
      name: rowNames[index],
      expression: LinearExpression(terms: terms, constant: 0, isOverflowed: false),
      relation: relations[index], rightSide: rightSides[index])
  }
}
