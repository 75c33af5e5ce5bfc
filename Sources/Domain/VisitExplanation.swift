/// Why a visit has the date it has, or none: every meeting date of its host, and what to ask for.
public struct VisitExplanation: Sendable, Equatable, Codable {
  /// Who receives.
  public var host: TeamID
  /// Who comes; two in a trio.
  public var visitors: [TeamID]
  /// By day.
  public var dates: [DateVerdict]
  /// What would make the plan better, best first.
  public var asks: [Ask]
  /// How many asks were tried by making the whole plan anew.
  public var tried: Int
  /// The objective of the whole plan made anew without any ask, in clinician-minutes.
  public var objective: Int

  /// An explanation.
  public init(
    host: TeamID, visitors: [TeamID], dates: [DateVerdict], asks: [Ask] = [], tried: Int = 0,
    objective: Int = 0
  ) {
    self.host = host
    self.visitors = visitors
    self.dates = dates
    self.asks = asks
    self.tried = tried
    self.objective = objective
  }

  /// The stable name of the visit.
  public var id: VisitID { VisitID(host: host, visitors: visitors) }
  /// The date that the plan has chosen.
  public var chosen: DateVerdict? { dates.first(where: \.isChosen) }
}

/// What is to be said of a visit on one meeting date of its host.
public struct DateVerdict: Sendable, Equatable, Codable {
  /// The day.
  public var day: Day
  /// The host's meetings of that day, by start.
  public var meetings: [Interval]
  /// Whether the plan has the visit there.
  public var isChosen: Bool
  /// Whether the visit can be there while everything else stays.
  public var outcome: Outcome

  /// Whether a visit can be on a day.
  public enum Outcome: Sendable, Equatable, Codable {
    /// It can, in this way at the least cost.
    case possible(PossibleDate)
    /// It cannot; without all of these it could, and without all but one of them it could not.
    case blocked([Obstacle])
  }

  /// A verdict.
  public init(day: Day, meetings: [Interval], isChosen: Bool, outcome: Outcome) {
    self.day = day
    self.meetings = meetings
    self.isChosen = isChosen
    self.outcome = outcome
  }
}

/// The best way to hold a visit on a day while everything else stays.
public struct PossibleDate: Sendable, Equatable, Codable {
  /// From the first session to the end of the last.
  public var interval: Interval
  /// Who leads it.
  public var facilitator: FacilitatorID?
  /// What the visit costs there, a change of its pair's facilitator and a facilitator's surplus included.
  public var costs: CostSheet

  /// A way to hold a visit.
  public init(interval: Interval, facilitator: FacilitatorID?, costs: CostSheet) {
    self.interval = interval
    self.facilitator = facilitator
    self.costs = costs
  }
}

/// Something to ask for: obstacles that, once out of the way, make a better plan.
public struct Ask: Sendable, Equatable, Codable {
  /// All of them are needed.
  public var obstacles: [Obstacle]
  /// The visit that they keep from a day.
  public var visit: VisitID
  /// That day.
  public var day: Day
  /// The last day on which to ask: after it somebody's notice is too short, or the date freezes.
  public var due: Day
  /// The objective of the whole plan, made anew with the ask granted, in clinician-minutes.
  public var objective: Int
  /// What the whole plan gains by it.
  public var gain: Minutes
  /// When the visit that is explained would be then; `nil` if it still had no date.
  public var date: Interval?
  /// How many more visits would have a date.
  public var placed: Int
  /// How many other visits would have another date.
  public var moved: Int

  /// An ask.
  public init(
    obstacles: [Obstacle], visit: VisitID, day: Day, due: Day, objective: Int, gain: Minutes, date: Interval?,
    placed: Int, moved: Int
  ) {
    self.obstacles = obstacles
    self.visit = visit
    self.day = day
    self.due = due
    self.objective = objective
    self.gain = gain
    self.date = date
    self.placed = placed
    self.moved = moved
  }
}
