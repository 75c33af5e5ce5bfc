/// What a vector of values breaks in a model, and by how much.
public enum Violation: Equatable, Sendable {
  /// The row misses its right-hand side by `amount` > 0.
  case row(index: Int, amount: Int)
  /// The variable is `amount` > 0 below its lower bound.
  case below(Variable, amount: Int)
  /// The variable is `amount` > 0 above its upper bound.
  case above(Variable, amount: Int)
}

extension Model {
  /// The objective where variable number i has the value `values[i]`.
  ///
  /// Throws `overflow`, or `wrongLength` where there is not one value a variable.
  public func objectiveValue(at values: [Int]) throws(AlgebraError) -> Int {
    guard values.count == variableCount else {
      throw .wrongLength(expected: variableCount, found: values.count)
    }
    return try objective.value(at: values)
  }

  /// Everything that `values` breaks, bounds first, then rows (lazy ones too), at most `limit` of them.
  ///
  /// The arithmetic is exact. Throws `overflow`, or `wrongLength` where there is not one value a variable.
  public func violations(of values: [Int], limit: Int = .max) throws(AlgebraError) -> [Violation] {
    guard values.count == variableCount else {
      throw .wrongLength(expected: variableCount, found: values.count)
    }
    var found: [Violation] = []
    for variable in variables {
      guard found.count < limit else { return found }
      let value = values[variable.index]
      if let lower = lower(of: variable), value < lower {
        found.append(.below(variable, amount: try Self.difference(lower, value)))
      } else if let upper = upper(of: variable), value > upper {
        found.append(.above(variable, amount: try Self.difference(value, upper)))
      }
    }
    for row in 0..<rowCount {
      guard found.count < limit else { return found }
      let activity = try activityOfRow(row, at: values)
      if !relationOfRow(row).holds(activity, rightSideOfRow(row)) {
        let amount = try Self.difference(
          max(activity, rightSideOfRow(row)), min(activity, rightSideOfRow(row)))
        found.append(.row(index: row, amount: amount))
      }
    }
    return found
  }

  private func activityOfRow(_ row: Int, at values: [Int]) throws(AlgebraError) -> Int {
    var total = 0
    for entry in matrix.starts[row]..<matrix.starts[row + 1] {
      let (product, tooLong) = matrix.coefficients[entry].multipliedReportingOverflow(
        by: values[Int(matrix.columns[entry])])
      let (sum, tooLarge) = total.addingReportingOverflow(product)
      guard !tooLong, !tooLarge else { throw .overflow(place: "row \(nameOfRow(row))") }
      total = sum
    }
    return total
  }

  private static func difference(_ larger: Int, _ smaller: Int) throws(AlgebraError) -> Int {
    let (amount, overflow) = larger.subtractingReportingOverflow(smaller)
    guard !overflow else { throw .overflow(place: "violation") }
    return amount
  }
}
