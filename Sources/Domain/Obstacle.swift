/// One concrete thing that keeps a visit from a day: lifting it is an exact change of the programme, or of the plan as
/// it stands.
public enum Obstacle: Hashable, Sendable, Codable {
  /// The team's meeting of that day does not take place, or without a quorum, or on another day.
  case noMeeting(TeamID, Day, MeetingLoss)
  /// The day is a public holiday.
  case bankHoliday(Day)
  /// The day is closed for everybody, a site or a team.
  case closure(Day, ClosureScope)
  /// The day is not after today.
  case past(Day)
  /// The drive to a site takes so many minutes, too long for the day.
  case drive(Traveller, to: SiteID, minutes: Int)
  /// Nobody leaves before `earliest_departure` or is home after `latest_return`.
  case travelHours
  /// The sessions do not fit into the day around the meeting.
  case dayLength
  /// A visiting team's own meeting must not be missed.
  case ownMeeting(TeamID, Interval)
  /// The learning event takes place then, and people who are needed are at it.
  case event(EventID, Interval)
  /// Somebody is not free: a longest stretch of one day.
  case busy(Attendee, Interval)
  /// Nobody of a team can fill a required role at this visit.
  case roleVacant(TeamID, Role)
  /// More people are needed than `max_visitors` lets travel.
  case visitorLimit
  /// A room is taken.
  case roomTaken(RoomID, Interval)
  /// No room of a site is large enough.
  case noRoom(SiteID)
  /// The facilitator shares a network, or organisation, with a team.
  case notIndependent(FacilitatorID)
  /// The facilitator takes no new visit so soon.
  case noNotice(FacilitatorID)
  /// Nobody who is listed can lead a visit at a site on that day.
  case noFacilitator(at: SiteID, Day)
  /// Another visit stands where it is, on that day; which rules both would break together, where that is known.
  case visit(VisitID, Day, breaking: [Rule] = [])
  /// The pair's other visit is so many days away.
  case gap(to: VisitID, days: Int)
  /// One facilitator must lead both visits of a pair.
  case sameFacilitator
  /// The week that begins on that day has as many visits already as `max_per_week` allows, or more.
  case weekFull(Day, visits: Int)
  /// The facilitator leads so many visits in that week already.
  case facilitatorWeekFull(FacilitatorID, Day, visits: Int)
  /// The facilitator leads so many visits in all already.
  case facilitatorFull(FacilitatorID, visits: Int)
  /// The person gives so many days already.
  case daysGiven(PersonID, days: Int)
}

/// What became of a meeting on an exceptional day.
public enum MeetingLoss: Hashable, Sendable, Codable {
  case cancelled
  case inquorate
  case moved(to: Day)
}

extension Obstacle {
  /// Who can do something about an obstacle.
  public enum Remedy: Int, Sendable, Codable, Comparable {
    /// Somebody can be asked.
    case asking
    /// Whoever runs the programme can decide it.
    case deciding
    /// Nobody can do anything.
    case nothing

    /// Asking comes first.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// Who can do something about it.
  public var remedy: Remedy {
    switch self {
    case .busy, .roomTaken, .noRoom, .noFacilitator, .noNotice, .facilitatorWeekFull, .facilitatorFull,
      .daysGiven, .roleVacant, .ownMeeting, .noMeeting:
      .asking
    case .closure(_, let scope):
      switch scope {
      case .all, .visit: .deciding
      case .site, .team: .asking
      }
    case .visit, .gap, .sameFacilitator, .weekFull, .visitorLimit, .travelHours, .dayLength, .event: .deciding
    case .bankHoliday, .past, .drive, .notIndependent: .nothing
    }
  }

  /// Whether it lies in the rest of the plan and not in the visit itself.
  public var isOfPlan: Bool {
    switch self {
    case .visit, .gap, .sameFacilitator, .weekFull, .facilitatorWeekFull, .facilitatorFull: true
    case .daysGiven(_, let days): days > 0
    case .noMeeting, .bankHoliday, .closure, .past, .drive, .travelHours, .dayLength, .ownMeeting, .event,
      .busy, .roleVacant, .visitorLimit, .roomTaken, .noRoom, .notIndependent, .noNotice, .noFacilitator:
      false
    }
  }
}
