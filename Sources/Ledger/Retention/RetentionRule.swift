/// What is kept for how long. The audit, the rows of the tables and what was published are kept for ever.
public struct RetentionRule: Equatable, Sendable {
  /// The logs of jobs are taken out so many days after the job ended; 0 or more.
  public var logDays: Int
  /// plan.json is kept of so many of the newest releases of each programme; 1 or more.
  public var plans: Int
  /// The bytes of inputs that say nothing any more are taken out so many days after they came; 0 or more.
  public var contentDays: Int

  /// Logs for 90 days, twenty plans, contents for a year, unless others are given.
  public init(logDays: Int = 90, plans: Int = 20, contentDays: Int = 365) {
    self.logDays = logDays
    self.plans = plans
    self.contentDays = contentDays
  }
}

/// What was taken out.
public struct Pruned: Equatable, Sendable {
  /// Logs of jobs.
  public let logs: Int
  /// plan.json of releases.
  public let plans: Int
  /// Contents of inputs.
  public let contents: Int
}
