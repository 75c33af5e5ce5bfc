public import Domain

/// One meeting of a team on one day, and what forbids a visit to it whoever would come.
public struct Occasion: Sendable, Equatable {
  /// When the meeting is held.
  public var meeting: Interval
  /// Where it is held, if known.
  public var room: RoomID?
  /// Why nobody can visit it, in the order of `OccasionBlock`; empty where somebody may.
  public var blocks: [OccasionBlock] = []

  /// The day of the meeting.
  public var day: Day { meeting.start.day }

  /// Whether the meeting itself takes place with a quorum on an open day.
  var isHeld: Bool {
    blocks.allSatisfy {
      switch $0 {
      case .notAfterToday, .outsideWindow: true
      case .cancelled, .inquorate, .moved, .bankHoliday, .closed: false
      }
    }
  }
}

/// What forbids a visit to a meeting whoever would come.
public enum OccasionBlock: Sendable, Equatable {
  /// The meeting does not take place.
  case cancelled
  /// The meeting has no quorum.
  case inquorate
  /// The meeting is held on another day.
  case moved(to: Day)
  /// The day is a public holiday of this name.
  case bankHoliday(String)
  /// The day is closed for everybody, at the site or for the team, for this reason.
  case closed(reason: String?)
  /// The day is not after today.
  case notAfterToday
  /// The day is outside the programme's window.
  case outsideWindow
}

/// The meetings of every team on the days that are read.
struct MeetingCalendar: Sendable {
  /// For each team of the programme, its occasions by time.
  let occasions: [[Occasion]]
  /// For each team, the days on which it takes no part in anything.
  let closedDays: [Set<Day>]
  /// The days closed for one visit alone.
  let closedForVisit: [VisitID: Set<Day>]

  init(_ programme: Programme) {
    let settings = programme.settings
    let days = programme.daysRead
    let holidays = Dictionary(
      programme.bankHolidays.map { ($0.day, $0.name) }, uniquingKeysWith: { a, _ in a })
    var occasions: [[Occasion]] = []
    var closedDays: [Set<Day>] = []
    for team in programme.teams {
      let closures = programme.closures.filter { closure in
        switch closure.scope {
        case .all: true
        case .site(let site): site == team.site
        case .team(let id): id == team.id
        // Which visit it would be is not known here.
        case .visit: false
        }
      }
      let exceptions = programme.meetingExceptions.filter { $0.team == team.id }
      var own: [Occasion] = []
      for meeting in programme.meetings where meeting.team == team.id {
        for day in days where meeting.takesPlace(on: day) {
          own += Self.occasions(of: meeting, on: day, exceptions: exceptions)
        }
        // A meeting moved into the window from outside it.
        for exception in exceptions
        where !days.contains(exception.date) && meeting.takesPlace(on: exception.date) {
          own += Self.occasions(of: meeting, on: exception.date, exceptions: [exception])
        }
      }
      own = own.filter { days.contains($0.day) }
      for index in own.indices {
        let day = own[index].day
        if let name = holidays[day] { own[index].blocks.append(.bankHoliday(name)) }
        for closure in closures where (closure.from...closure.to).contains(day) {
          own[index].blocks.append(.closed(reason: closure.reason))
        }
        if day <= settings.today { own[index].blocks.append(.notAfterToday) }
        if day < settings.visitsFrom || day > settings.visitsTo { own[index].blocks.append(.outsideWindow) }
      }
      occasions.append(own.sorted { ($0.meeting.start, $0.meeting.end) < ($1.meeting.start, $1.meeting.end) })
      closedDays.append(
        Set(
          closures.filter { $0.scope == .team(team.id) }.flatMap { closure in
            days.filter { (closure.from...closure.to).contains($0) }
          }))
    }
    var closedForVisit: [VisitID: Set<Day>] = [:]
    for closure in programme.closures {
      guard case .visit(let visit) = closure.scope else { continue }
      closedForVisit[visit, default: []].formUnion(days.filter { (closure.from...closure.to).contains($0) })
    }
    self.occasions = occasions
    self.closedDays = closedDays
    self.closedForVisit = closedForVisit
  }

  private static func occasions(
    of meeting: Meeting, on day: Day, exceptions: [MeetingException]
  ) -> [Occasion] {
    func occasion(_ day: Day, _ start: ClockTime, _ end: ClockTime, _ blocks: [OccasionBlock] = [])
      -> Occasion
    {
      Occasion(
        meeting: Interval(start: Moment(day, start), end: Moment(day, end)), room: meeting.room,
        blocks: blocks)
    }
    guard let exception = exceptions.first(where: { $0.date == day }) else {
      return [occasion(day, meeting.start, meeting.end)]
    }
    switch exception.change {
    case .cancelled: return [occasion(day, meeting.start, meeting.end, [.cancelled])]
    case .inquorate: return [occasion(day, meeting.start, meeting.end, [.inquorate])]
    case .moved(let date, let start, let end):
      let moved = occasion(date, start ?? meeting.start, end ?? meeting.end)
      return date == day ? [moved] : [occasion(day, meeting.start, meeting.end, [.moved(to: date)]), moved]
    }
  }
}

extension Meeting {
  /// Whether the regular meeting falls on `day`, exceptions aside.
  func takesPlace(on day: Day) -> Bool {
    guard day.weekday == weekday else { return false }
    if let firstDate, day < firstDate { return false }
    switch frequency {
    case .weekly: return true
    case .fortnightly: return firstDate.map { $0.distance(to: day) % 14 == 0 } ?? false
    case .monthly(let n): return (day.civil.day - 1) / 7 + 1 == n
    }
  }
}
