public import Domain

/// The best schedule found, and what is known about better ones.
public struct VisitsAnswer: Sendable {
  /// By date, start and id.
  public var visits: [Visit]
  /// Every visit without a date, and why; by id.
  public var unscheduled: [UnscheduledVisit]
  /// The cost by preference; its sum is the objective.
  public var costs: CostSheet
  /// Objective and bound in clinician-minutes.
  public var quality: Quality
  /// What the search did, for logs and benchmarks.
  public var effort: VisitsEffort
}

/// What a search did.
public struct VisitsEffort: Sendable, Equatable {
  /// Options of all visits.
  public var options = 0
  /// Options that are perhaps not the best of their date and facilitator: then nothing is proven.
  public var cutShort = 0
  /// Options of a trio that have no column because there would be too many: then nothing is proven.
  public var leftOut = 0
  /// Columns of all pairs and the trio.
  public var columns = 0
  /// Columns that entered the linear programme.
  public var entered = 0
  /// Coupling rows that were needed.
  public var rows = 0
  /// Pivots of the simplex method.
  public var pivots = 0
  /// How the search ended.
  public var ending = Ending.finished
  /// Columns that the last search could not rule out by their reduced cost.
  public var left = 0

  /// How a search ended.
  public enum Ending: Sendable {
    /// There was nothing left to search.
    case finished
    /// The pivots were used up.
    case pivots
    /// The time was used up: another run may find another schedule.
    case time
  }
}

/// How far the search has come.
public struct VisitsProgress: Sendable {
  /// What is going on.
  public var phase: Phase
  /// The cost of the best schedule so far in minutes.
  public var best: Int?
  /// No schedule costs less.
  public var bound: Int?

  /// What the search is doing.
  public enum Phase: String, Sendable {
    case bounding
    case diving
    case closing
  }
}

/// What the caller lends to a search: when to stop and whom to tell.
public struct VisitsControl {
  /// Seconds left; infinite without a limit. Called often.
  public var secondsLeft: () -> Double
  /// How many pivots of the simplex method there may be in all; `nil` without a limit. Where they are the limit and
  /// time is not, the same problem has the same answer.
  public var pivots: Int?
  /// Told at every phase and better schedule.
  public var progress: (VisitsProgress) -> Void

  /// Lends a clock and a listener, and sets a limit of pivots.
  public init(
    secondsLeft: @escaping () -> Double = { .infinity }, pivots: Int? = nil,
    progress: @escaping (VisitsProgress) -> Void = { _ in }
  ) {
    self.secondsLeft = secondsLeft
    self.pivots = pivots
    self.progress = progress
  }

  /// The time left as the solver takes it; `nil` without a limit.
  var timeLeft: Duration? {
    let left = secondsLeft()
    return left.isFinite ? .milliseconds(Int(min(left, 1e6) * 1000) + 1) : nil
  }
}
