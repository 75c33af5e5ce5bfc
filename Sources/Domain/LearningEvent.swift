/// A day on which the teams learn together, as programme.yaml describes it.
public struct LearningEvent: Sendable, Equatable {
  /// The id, unique among the programme's events.
  public var id: EventID
  /// The title for people.
  public var title: String
  /// When it could be, at least one time, in the order written.
  public var options: [Interval]

  /// An event that could be at any of `options`.
  public init(id: EventID, title: String, options: [Interval]) {
    self.id = id
    self.title = title
    self.options = options
  }
}

/// A learning event at its time, and who of those required can be there.
public struct PlannedEvent: Sendable, Equatable, Codable {
  /// Which event.
  public var event: EventID
  /// The title for people.
  public var title: String
  /// When.
  public var interval: Interval
  /// The required people who can be there, by id; they are not free for anything else at that time.
  public var attending: [PersonID]
  /// The required people who cannot, by id.
  public var missing: [PersonID]
  /// How many could be there at each of the event's options, in the order written.
  public var tallies: [Int]

  /// An event at its time.
  public init(
    event: EventID, title: String, interval: Interval, attending: [PersonID], missing: [PersonID],
    tallies: [Int]
  ) {
    self.event = event
    self.title = title
    self.interval = interval
    self.attending = attending
    self.missing = missing
    self.tallies = tallies
  }

  /// The day on which it takes place.
  public var date: Day { interval.start.day }
}
