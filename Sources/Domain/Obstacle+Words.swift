extension Obstacle {
  /// The obstacle as a clause for people, as in `the MDT meeting is cancelled`; of a visit on `day`.
  public func clause(in programme: Programme, on day: Day) -> String {
    let names = ObstacleNames(programme: programme)
    let settings = programme.settings.visits
    switch self {
    case .noMeeting(_, _, .cancelled): return "the MDT meeting is cancelled"
    case .noMeeting(_, _, .inquorate): return "the MDT meeting has no quorum"
    case .noMeeting(_, _, .moved(let date)): return "the MDT meeting is moved to \(date.inWords)"
    case .bankHoliday(let date):
      return "it is " + (programme.bankHolidays.first { $0.day == date }?.name ?? "a bank holiday")
    case .closure(let date, let scope):
      let reason = programme.closures.first { $0.scope == scope && ($0.from...$0.to).contains(date) }?.reason
      return "\(names.closed(scope)) closed" + (reason.map { " (\($0))" } ?? "")
    case .past: return "the day is not after today"
    case .drive(let traveller, _, let minutes):
      return
        "the drive of \(names.traveller(traveller)) takes \(Minutes(minutes).inWords), too long for that day"
    case .travelHours:
      return "nobody may leave before \(settings.travel.earliestDeparture) or be home after "
        + "\(settings.travel.latestReturn)"
    case .dayLength: return "the sessions do not fit into the day around the meeting"
    case .ownMeeting(let team, let meeting):
      return "\(names.team(team)) has its own MDT meeting, \(names.times(meeting, seenFrom: day))"
    case .event(let id, let interval):
      return "\(names.event(id)) takes place \(names.times(interval, seenFrom: day))"
    case .busy(let attendee, let stretch):
      return "\(names.attendee(attendee)) is away \(names.times(stretch, seenFrom: day))"
    case .roleVacant(let team, let role): return "nobody else of \(names.team(team)) can be its \(role.title)"
    case .visitorLimit:
      return "more visitors are needed than the \(settings.maxVisitors ?? 0) who may travel"
    case .roomTaken(let room, let stretch):
      return "\(names.room(room)) is taken \(names.times(stretch, seenFrom: day))"
    case .noRoom(let site): return "no room at \(names.site(site)) is large enough and free"
    case .notIndependent(let id):
      return "\(names.facilitator(id)) shares \(names.shared) with one of the teams"
    case .noNotice(let id):
      return "\(names.facilitator(id)) asks for \(programme.facilitator(id)?.noticeDays ?? 0) days' notice"
    case .noFacilitator: return "no facilitator can lead"
    case .visit(let id, let date, let rules): return names.visit(id, date, rules, seenFrom: day)
    case .gap(let other, let days):
      return
        "the pair's other visit (\(names.visit(other))) is \(days) \(days == 1 ? "day" : "days") away, where "
        + "\(settings.gapMin) to \(settings.gapMax) are allowed"
    case .sameFacilitator: return "one facilitator must lead both visits of a pair"
    case .weekFull(_, let visits):
      return "that week has \(names.visits(visits)) already, as many as it may have"
    case .facilitatorWeekFull(let id, _, let visits):
      return "\(names.facilitator(id)) leads \(names.visits(visits)) in that week already"
    case .facilitatorFull(let id, let visits):
      return "\(names.facilitator(id)) leads \(names.visits(visits)) already, as many as they give"
    case .daysGiven(let id, let days):
      return days == 0
        ? "\(names.person(id)) gives no day to visits"
        : "\(names.person(id)) gives \(days == 1 ? "one day to visits, and it is taken" : "\(days) days to visits, and all are taken")"
    }
  }

  /// What to do about it, as in `ask Preston to hold its MDT meeting on Tue 12 Jan 2027`; of a visit on `day`.
  public func wish(in programme: Programme, on day: Day) -> String {
    let names = ObstacleNames(programme: programme)
    let settings = programme.settings.visits
    switch self {
    case .noMeeting(let team, let date, _):
      return "ask \(names.team(team)) to hold its MDT meeting on \(date.inWords)"
    case .closure(let date, .all): return "open \(date.inWords) to visits"
    case .closure(let date, .site(let site)): return "ask \(names.site(site)) to open on \(date.inWords)"
    case .closure(let date, .team(let team)): return "ask \(names.team(team)) to take part on \(date.inWords)"
    case .closure(let date, .visit(let visit)): return "let \(names.visit(visit)) on \(date.inWords)"
    case .travelHours:
      return "let people leave before \(settings.travel.earliestDeparture) or be home after "
        + "\(settings.travel.latestReturn)"
    case .dayLength: return "shorten the agenda"
    case .ownMeeting(let team, let meeting):
      return "ask \(names.team(team)) to do without its own MDT meeting on \(meeting.start.day.inWords)"
    case .event(let id, let interval):
      return "move \(names.event(id)) away from \(interval.start.day.inWords)"
    case .busy(let attendee, let stretch):
      return "ask \(names.attendee(attendee)) to be free on \(names.stretch(stretch))"
    case .roleVacant(let team, let role):
      return "ask \(names.team(team)) for somebody else who can be its \(role.title)"
    case .visitorLimit: return "let more than \(settings.maxVisitors ?? 0) visitors travel"
    case .roomTaken(let room, let stretch):
      return "ask for \(names.room(room)) to be released on \(names.stretch(stretch))"
    case .noRoom(let site): return "find one more room at \(names.site(site)) for \(day.inWords)"
    case .noNotice(let id): return "ask \(names.facilitator(id)) to agree at shorter notice"
    case .noFacilitator(_, let date): return "find one more facilitator for \(date.inWords)"
    case .visit(let id, let date, _): return "move \(names.visit(id)) away from \(date.inWords)"
    case .gap(_, let days):
      return "allow \(days) \(days == 1 ? "day" : "days") between the visits of a pair"
    case .sameFacilitator: return "let two facilitators lead the visits of a pair"
    case .weekFull(_, let visits): return "allow \(names.visits(visits + 1)) a week"
    case .facilitatorWeekFull(let id, _, let visits):
      return "ask \(names.facilitator(id)) to lead \(names.visits(visits + 1)) a week"
    case .facilitatorFull(let id, let visits):
      return "ask \(names.facilitator(id)) to lead \(names.visits(visits + 1)) in all"
    case .daysGiven(let id, let days):
      return "ask \(names.person(id)) to give \(days + 1) \(days == 0 ? "day" : "days") to visits"
    case .bankHoliday, .past, .drive, .notIndependent: return "nobody can be asked"
    }
  }
}

/// How obstacles call things.
private struct ObstacleNames {
  let programme: Programme

  func team(_ id: TeamID) -> String { programme.team(id)?.name ?? id.text }
  func site(_ id: SiteID) -> String { programme.site(id)?.name ?? id.text }
  func person(_ id: PersonID) -> String { programme.person(id)?.name ?? id.text }
  func facilitator(_ id: FacilitatorID) -> String { programme.facilitator(id)?.name ?? id.text }

  /// As in `the learning event "Half-time meeting"`.
  func event(_ id: EventID) -> String {
    "the learning event \"\(programme.event(id)?.title ?? id.text)\""
  }

  func room(_ id: RoomID) -> String {
    guard let room = programme.room(id) else { return id.text }
    return "\(room.name) (\(site(room.site)))"
  }

  func attendee(_ attendee: Attendee) -> String {
    switch attendee {
    case .person(let id): person(id)
    case .facilitator(let id): facilitator(id)
    }
  }

  func traveller(_ traveller: Traveller) -> String {
    switch traveller {
    case .team(let id): team(id)
    case .facilitator(let id): facilitator(id)
    }
  }

  /// As in `3 visits`.
  func visits(_ count: Int) -> String { "\(count) \(count == 1 ? "visit" : "visits")" }

  /// As in `Preston hosts Bolton`.
  func visit(_ id: VisitID) -> String {
    guard let row = programme.scheduledVisit(id) else { return id.text }
    return "\(team(row.host)) hosts " + row.visitors.map(team).joined(separator: " and ")
  }

  /// What is closed, with its verb.
  func closed(_ scope: ClosureScope) -> String {
    switch scope {
    case .all: "the day is"
    case .site(let id): "\(site(id)) is"
    case .team(let id): "\(team(id)) is"
    case .visit: "to this visit the day is"
    }
  }

  /// What independence is about.
  var shared: String {
    switch programme.settings.visits.independence {
    case .network: "a network"
    case .organisation: "an organisation"
    }
  }

  /// As in `from 09:00 to 12:30`, `all day` and `all day on Mon 11 Jan 2027`; the day is named where it is not `day`.
  func times(_ stretch: Interval, seenFrom day: Day) -> String {
    let date = stretch.start.day
    let hours = clock(stretch).map { "from \($0.from) to \($0.to)" } ?? "all day"
    return date == day ? hours : "\(hours) on \(date.inWords)"
  }

  /// As in `Tue 12 Jan 2027 from 09:00 to 12:30` and `Tue 12 Jan 2027`.
  func stretch(_ stretch: Interval) -> String {
    stretch.start.day.inWords + (clock(stretch).map { " from \($0.from) to \($0.to)" } ?? "")
  }

  /// The hours of a stretch; `nil` of a whole day.
  private func clock(_ stretch: Interval) -> (from: String, to: String)? {
    let end = stretch.end.minute - stretch.start.day.number * 1440
    if stretch.start.minuteOfDay == 0, end >= 1440 { return nil }
    return (stretch.start.clock, end == 1440 ? "24:00" : stretch.end.clock)
  }

  /// How another visit on `date` is in the way of one on `day`.
  func visit(_ id: VisitID, _ date: Day, _ rules: [Rule], seenFrom day: Day) -> String {
    let row = programme.scheduledVisit(id)
    let leader = row?.facilitator.map(facilitator) ?? "the facilitator"
    let when = date == day ? "that day" : "on \(date.inWords)"
    if rules.contains(.reciprocalGap) { return "the pair's other visit is \(when) (\(visit(id)))" }
    if rules.contains(.oneVisitPerFacilitatorPerDay) {
      return "\(leader) leads another visit \(when) (\(visit(id)))"
    }
    if rules.contains(.facilitatorWithinReach) {
      return "\(leader) leads a visit \(when) that is too far away (\(visit(id)))"
    }
    if rules.contains(.oneVisitPerPersonPerDay) {
      return "somebody who is needed is at another visit \(when) (\(visit(id)))"
    }
    if rules.contains(.oneVisitPerRoom) { return "another visit uses the room \(when) (\(visit(id)))" }
    return "\(visit(id)) is \(when)"
  }
}
