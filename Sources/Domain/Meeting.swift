/// A team's regular MDT meeting.
public struct Meeting: Sendable, Equatable {
  /// Whose meeting.
  public var team: TeamID
  /// On which day of the week.
  public var weekday: Weekday
  /// From when.
  public var start: ClockTime
  /// Until when; after `start`.
  public var end: ClockTime
  /// How often.
  public var frequency: Frequency
  /// The first one, or the one from which fortnights count; every week of the window where absent.
  public var firstDate: Day?
  /// Where it is held: its own room, which no visit's other sessions can have at its hours.
  public var room: RoomID?
  /// Days on which it does without that room. No file says so; it is what asking for the room would give.
  public var daysElsewhere: Set<Day> = []

  /// A meeting as its row describes it.
  public init(
    team: TeamID, weekday: Weekday, start: ClockTime, end: ClockTime, frequency: Frequency = .weekly,
    firstDate: Day? = nil, room: RoomID? = nil
  ) {
    self.team = team
    self.weekday = weekday
    self.start = start
    self.end = end
    self.frequency = frequency
    self.firstDate = firstDate
    self.room = room
  }
}

/// How often a meeting takes place.
public enum Frequency: Sendable, Equatable {
  /// Every week.
  case weekly
  /// Every second week, counted from the first date.
  case fortnightly
  /// On the `n`-th such weekday of each month, 1 to 5.
  case monthly(n: Int)
}

/// A single day on which a team's meeting is not as usual.
public struct MeetingException: Sendable, Equatable {
  /// Whose meeting.
  public var team: TeamID
  /// The day on which it would have been.
  public var date: Day
  /// What happens instead.
  public var change: MeetingChange

  /// An exception as its row describes it.
  public init(team: TeamID, date: Day, change: MeetingChange) {
    self.team = team
    self.date = date
    self.change = change
  }
}

/// What happens to a meeting on an exceptional day.
public enum MeetingChange: Sendable, Equatable {
  /// It does not take place.
  case cancelled
  /// It takes place without a quorum, which is nothing to observe.
  case inquorate
  /// It is held on `date`, at the usual times where `start` and `end` are absent.
  case moved(date: Day, start: ClockTime?, end: ClockTime?)
}
