public import Algebra

extension Problem {
  /// A problem with a column for each variable and a row for each row of a model that is not lazy, in
  /// the model's order and without names.
  ///
  /// Throws `badNumber` where a number is beyond 2^53, which the solver's doubles cannot hold.
  public convenience init(_ model: Model) throws(GLPKError) {
    self.init(model.direction)
    var columns = ColumnBatch()
    for variable in model.variables {
      columns.append(
        cost: 0, bounds: model.bounds(of: variable),
        kind: model.kind(of: variable) == .continuous ? .continuous : .integer)
    }
    for term in model.objective.terms { columns.costs[term.variable.index] = Double(term.coefficient) }
    try addColumns(columns)
    try setCostConstant(Double(model.objective.constant))
    var rows = RowBatch()
    for row in 0..<model.rowCount where !model.isLazyRow(row) {
      rows.append(bounds: model.boundsOfRow(row))
      for entry in model.matrix.starts[row]..<model.matrix.starts[row + 1] {
        rows.appendEntry(
          column: Int(model.matrix.columns[entry]), Double(model.matrix.coefficients[entry]))
      }
    }
    try addRows(rows)
  }
}

extension Model {
  func bounds(of variable: Variable) -> Bounds {
    Bounds(
      lower(of: variable).map(Double.init) ?? -.infinity, upper(of: variable).map(Double.init) ?? .infinity)
  }

  func boundsOfRow(_ row: Int) -> Bounds {
    relationOfRow(row).bounds(Double(rightSideOfRow(row)))
  }
}

extension Relation {
  func bounds(_ rightSide: Double) -> Bounds {
    switch self {
    case .atMost: .atMost(rightSide)
    case .equal: .exactly(rightSide)
    case .atLeast: .atLeast(rightSide)
    }
  }
}
