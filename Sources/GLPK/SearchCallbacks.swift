public import Algebra

/// The relaxation that branch and bound has just solved.
public struct SearchNode {
  /// The value of each column; whole where `isIntegral`.
  public let values: [Double]
  /// Whether every integer column is whole (within 1e-5, and then rounded).
  public let isIntegral: Bool
  /// The depth in the tree, 0 at the root.
  public let level: Int
  /// The objective of the relaxation.
  public let objective: Double
  /// The objective of the best solution so far, or nil.
  public let best: Double?

  /// The value of a variable.
  public func value(of variable: Variable) -> Double { values[variable.index] }
}

/// Which branch is followed first.
public enum BranchDirection: UInt8, Sendable {
  /// As the node selection says.
  case either
  /// The smaller values.
  case down
  /// The larger values.
  case up
}

/// A column to branch on.
public struct Branch: Equatable, Sendable {
  /// The column, which must be integer and fractional at the node; otherwise the choice is ignored.
  public var column: Int
  /// Which branch is followed first.
  public var direction: BranchDirection

  /// A choice.
  public init(column: Int, direction: BranchDirection = .either) {
    self.column = column
    self.direction = direction
  }
}

/// What a search asks of its caller while it runs, in terms of columns.
///
/// Callbacks must not touch the problem being searched (it throws `busy`); they may make and solve others.
public struct SearchCallbacks {
  /// Rows that the node violates; those it does not violate are ignored. A candidate whose values are
  /// integral becomes a solution only if nothing comes back.
  public var lazyRows: ((SearchNode) -> [SparseRow])?
  /// A candidate solution, one value a column, or nil. It is checked before it is believed.
  public var heuristic: ((SearchNode) -> [Double]?)?
  /// Columns to branch on first, in this order, while they are fractional.
  public var branchingPriority: [Int] = []
  /// Which branch of a priority column is followed first.
  public var priorityDirection = BranchDirection.either
  /// The column to branch on, or nil for the priority list and then the rule in the options.
  public var branch: ((SearchNode) -> Branch?)?

  /// No callbacks.
  public init() {}

  var lookAtColumns: Bool {
    lazyRows != nil || heuristic != nil || branch != nil || !branchingPriority.isEmpty
  }
}

/// What a search asks of its caller while it runs, in terms of a model's variables and rows.
public struct ModelCallbacks {
  /// Rows that the node violates; those it does not violate are ignored. A candidate whose values are
  /// integral becomes a solution only if nothing comes back.
  public var lazyRows: ((SearchNode) -> [Row])?
  /// A candidate solution, one value a variable, or nil. It is checked before it is believed.
  public var heuristic: ((SearchNode) -> [Double]?)?
  /// Variables to branch on first, in this order, while they are fractional.
  public var branchingPriority: [Variable] = []
  /// Which branch of a priority variable is followed first.
  public var priorityDirection = BranchDirection.either
  /// The variable to branch on and the branch to follow first, or nil.
  public var branch: ((SearchNode) -> (variable: Variable, direction: BranchDirection)?)?

  /// No callbacks.
  public init() {}
}
