/// How branch and bound chooses the column to branch on, where no callback does.
public enum BranchingRule: UInt8, Sendable {
  /// The first fractional column.
  case firstFractional
  /// The last fractional column.
  case lastFractional
  /// The column nearest to one half.
  case mostFractional
  /// The heuristic of Driebeck and Tomlin.
  case driebeckTomlin
  /// Pseudo-costs.
  case pseudocost
}

/// How branch and bound chooses the next node.
public enum NodeSelection: UInt8, Sendable {
  /// Depth first.
  case depthFirst
  /// Breadth first.
  case breadthFirst
  /// Best local bound first.
  case bestBound
  /// Best projection first.
  case bestProjection
}

/// The solver's own cutting planes.
public struct Cuts: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// From bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Gomory's mixed-integer cuts.
  public static let gomory = Cuts(rawValue: 1)
  /// Mixed-integer rounding cuts.
  public static let mixedIntegerRounding = Cuts(rawValue: 2)
  /// Cover cuts.
  public static let cover = Cuts(rawValue: 4)
  /// Clique cuts.
  public static let clique = Cuts(rawValue: 8)
}

/// Whether a search goes on.
public enum SearchControl: Sendable {
  /// Go on.
  case proceed
  /// Stop and report what has been found.
  case stop
}

/// How far a search has come.
public struct Progress: Equatable, Sendable {
  /// The objective of the best solution, or nil.
  public let best: Double?
  /// The bound, with its margin, or nil where there is none yet.
  public let bound: Double?
  /// |best - bound| / max(1, |best|), or nil where one is missing.
  public let gap: Double?
  /// Nodes created so far.
  public let nodes: Int
  /// Nodes still open.
  public let openNodes: Int
  /// Simplex iterations of this search.
  public let iterations: Int
  /// Seconds since the search began.
  public let seconds: Double
}

/// The limits and the manner of a branch and bound.
///
/// Where iterations or nodes are the limit, or the search runs to its end, the same problem gives the same
/// answer; where time is the limit it need not.
public struct SearchOptions {
  /// Wall-clock time for everything, the first relaxation included.
  public var timeLimit: Duration?
  /// Nodes created, or nil.
  public var nodeLimit: Int?
  /// Simplex iterations, or nil.
  public var iterationLimit: Int?
  /// Stop at this relative gap; 0 searches to the end.
  public var relativeGap = 0.0
  /// Let the solver simplify the problem first. Without effect where an incumbent, a cutoff, lazy rows or
  /// a callback that looks at columns is given, because it renumbers them, and where the relaxation has
  /// just been solved, because its basis is worth more.
  public var presolve = true
  /// The method for the first relaxation.
  public var rootMethod = SimplexMethod.primal
  /// How to branch.
  public var branching = BranchingRule.driebeckTomlin
  /// Which node is next.
  public var nodeSelection = NodeSelection.bestBound
  /// The solver's own cuts.
  public var cuts: Cuts = []
  /// A known solution, one value a column; throws `badIncumbent` where it is none.
  public var incumbent: [Double]?
  /// Only what is strictly better than this whole number is looked for.
  public var cutoff: Int?
  /// Asked at every node and relaxation.
  public var isCancelled: (() -> Bool)?
  /// Told at every better solution, and otherwise every `progressInterval`.
  public var progress: ((Progress) -> SearchControl)?
  /// How often `progress` is told; zero means at every node.
  public var progressInterval = Duration.milliseconds(500)
  /// Where the solver's messages go, or nil for nowhere.
  public var log: MessageLog?

  /// No limits, presolve, best bound first.
  public init() {}

  /// A time limit, and otherwise the same.
  public init(timeLimit: Duration?) {
    self.timeLimit = timeLimit
  }
}
