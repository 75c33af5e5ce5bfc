/// Everything the core knows of a programme: parsed, checked and in a fixed order.
///
/// Every table is sorted by its key, references between tables hold (a person's team exists, a meeting's room
/// exists), and nothing here depends on the order of files or rows. Intake makes it; nobody else should.
public struct Programme: Sendable, Equatable {
  /// programme.yaml with its defaults.
  public var settings: Settings
  /// Sorted by id.
  public var teams: [Team]
  /// Sorted by id.
  public var sites: [Site]
  /// Sorted by id.
  public var people: [Person]
  /// Sorted by team, weekday and start.
  public var meetings: [Meeting]
  /// Sorted by team and date.
  public var meetingExceptions: [MeetingException]
  /// Sorted by team, indicator and period; at most one period per team and indicator is used.
  public var results: [IndicatorResult]
  /// Sorted by owner, start, end and status.
  public var availability: [Availability]
  /// Sorted by id.
  public var rooms: [Room]
  /// Sorted by room and start.
  public var roomBookings: [RoomBooking]
  /// Sorted by id.
  public var facilitators: [Facilitator]
  /// Sorted by from and to.
  public var travelTimes: [TravelTime]
  /// Sorted by teams and kind.
  public var pairRules: [PairRule]
  /// Sorted by day and scope.
  public var closures: [Closure]
  /// Sorted; empty where programme.yaml says `bank_holidays: none`.
  public var bankHolidays: [BankHoliday]
  /// The schedule given with the programme, sorted by visit id.
  public var schedule: [ScheduledVisit]

  /// A programme of the given tables, which must be sorted as each property says.
  public init(
    settings: Settings, teams: [Team], sites: [Site], people: [Person], meetings: [Meeting],
    meetingExceptions: [MeetingException] = [], results: [IndicatorResult] = [],
    availability: [Availability] = [], rooms: [Room] = [], roomBookings: [RoomBooking] = [],
    facilitators: [Facilitator] = [], travelTimes: [TravelTime] = [], pairRules: [PairRule] = [],
    closures: [Closure] = [], bankHolidays: [BankHoliday] = [], schedule: [ScheduledVisit] = []
  ) {
    self.settings = settings
    self.teams = teams
    self.sites = sites
    self.people = people
    self.meetings = meetings
    self.meetingExceptions = meetingExceptions
    self.results = results
    self.availability = availability
    self.rooms = rooms
    self.roomBookings = roomBookings
    self.facilitators = facilitators
    self.travelTimes = travelTimes
    self.pairRules = pairRules
    self.closures = closures
    self.bankHolidays = bankHolidays
    self.schedule = schedule
  }
}

/// A public holiday, on which no meeting takes place.
public struct BankHoliday: Sendable, Equatable {
  /// When.
  public var day: Day
  /// What it is called.
  public var name: String

  /// A holiday.
  public init(day: Day, name: String) {
    self.day = day
    self.name = name
  }
}
