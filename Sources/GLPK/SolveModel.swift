public import Algebra

/// Solves a whole model by branch and bound.
///
/// Rows flagged lazy are left out of the first relaxation and added once a node violates them, the most
/// violated first, at most 200 at a time. Every solution is checked against all rows in exact arithmetic.
/// Throws what a wrong option, incumbent or callback row deserves, and `badNumber` where the model holds a
/// number beyond 2^53.
public func solve(
  _ model: Model, _ options: SearchOptions = SearchOptions(), callbacks: ModelCallbacks = ModelCallbacks()
) throws(GLPKError) -> Outcome {
  let problem = try Problem(model)
  return try problem.branchAndBound(options, SearchCallbacks(callbacks, model), SolutionChecker(model))
}

extension SearchCallbacks {
  init(_ callbacks: ModelCallbacks, _ model: Model) {
    heuristic = callbacks.heuristic
    branchingPriority = callbacks.branchingPriority.map(\.index)
    priorityDirection = callbacks.priorityDirection
    if let branch = callbacks.branch {
      self.branch = { node in
        branch(node).map { Branch(column: $0.variable.index, direction: $0.direction) }
      }
    }
    let flagged = LazyRows(model)
    if !flagged.isEmpty || callbacks.lazyRows != nil {
      lazyRows = { node in
        flagged.violated(at: node.values) + (callbacks.lazyRows?(node) ?? []).map(SparseRow.init)
      }
    }
  }
}

/// The rows of a model that are flagged lazy.
struct LazyRows {
  private static let mostAtOnce = 200
  private let model: Model
  private let rows: [Int]

  init(_ model: Model) {
    self.model = model
    rows = (0..<model.rowCount).filter(model.isLazyRow)
  }

  var isEmpty: Bool { rows.isEmpty }

  func violated(at values: [Double]) -> [SparseRow] {
    var found: [(excess: Double, row: Int)] = []
    for row in rows {
      var activity = 0.0
      for entry in model.matrix.starts[row]..<model.matrix.starts[row + 1] {
        activity += Double(model.matrix.coefficients[entry]) * values[Int(model.matrix.columns[entry])]
      }
      let excess = model.boundsOfRow(row).excess(of: activity)
      if excess > 1e-6 { found.append((excess, row)) }
    }
    found.sort { ($1.excess, $0.row) < ($0.excess, $1.row) }
    return found.prefix(Self.mostAtOnce).map { SparseRow(model.row($0.row)) }
  }
}

extension SparseRow {
  /// A row of a model in the solver's terms.
  ///
  /// A row whose arithmetic overflowed gets a right-hand side of NaN, so that the check refuses it.
  public init(_ row: Row) {
    self.init(
      columns: row.expression.terms.map(\.variable.index),
      coefficients: row.expression.terms.map { Double($0.coefficient) },
      bounds: row.relation.bounds(row.expression.isOverflowed ? .nan : Double(row.rightSide)))
  }
}
