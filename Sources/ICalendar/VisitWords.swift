import Domain

/// What the calendar entries of one visit say, in plain words.
///
/// Nothing here says who stays away or why: pins' reasons, absences and missed sessions are left out.
struct VisitWords {
  private let visit: Visit
  private let programme: Programme
  private let imprint: String

  /// The words of `visit`; the last line of each text is `imprint`, which says of what plan they are.
  init(of visit: Visit, in programme: Programme, imprint: String) {
    self.visit = visit
    self.programme = programme
    self.imprint = imprint
  }

  /// Whether the texts name people.
  var namesPeople: Bool { programme.settings.publish.detail == .full }

  /// As in `Peer review visit: Wythenshawe hosts Royal Blackburn`.
  var summary: String { marked("Peer review visit: \(teams)") }

  /// The session's title, then whose visit it belongs to.
  func summary(of item: AgendaItem) -> String { marked("\(item.title): \(teams)") }

  /// Where the drive goes.
  func summary(of drive: Drive) -> String {
    switch drive {
    case .outward: marked("Travel to the peer review visit at \(siteName)")
    case .homeward: marked("Travel home from the peer review visit at \(siteName)")
    }
  }

  /// The milestone's title, then whose visit it belongs to.
  func summary(of milestone: Milestone) -> String { marked("\(milestone.title): \(teams)") }

  /// The site, a room of it, and the postcode.
  func place(room: RoomID?) -> String {
    let parts = [siteName, room.map { programme.room($0)?.name ?? $0.text }, site?.postcode]
    return parts.compactMap { $0 }.joined(separator: ", ").onOneLine
  }

  /// Where a session is: its room, and for the MDT meeting the room in which the host's meeting is held.
  func place(of item: AgendaItem) -> String { place(room: room(of: item)) }

  /// Where the site stands, if the programme gave it exactly: the centre of a postcode district would send
  /// people to the wrong place.
  var coordinates: Coordinates? {
    site.flatMap { $0.location.isFromPostcode ? nil : $0.location.coordinates }
  }

  /// The text of the visit's entry, line by line.
  func description(travelling: Traveller?, missing: [SessionID]) -> [String] {
    var lines = [purpose, firmness]
    if let reserve = visit.reserveDate { lines.append("Date kept in reserve: \(reserve.inWords).") }
    if let detail = visit.detail {
      lines += ["", "Agenda"]
      lines += detail.agenda.filter { !missing.contains($0.session) }.map(agendaLine)
      lines += ["", "Who attends"] + AttendanceWords(of: visit, in: programme).lines
      if let journey = detail.journeys.first(where: { $0.traveller == travelling }) {
        lines += ["", "Travel", out(journey), home(journey)]
      }
    }
    return finished(lines + [""])
  }

  /// The text of a session's entry.
  var sessionDescription: [String] { finished([purpose]) }

  /// The text of a drive's entry.
  func description(of drive: Drive, journey: Journey) -> [String] {
    switch drive {
    case .outward: finished([out(journey), "The visit starts \(time(visit.interval.start))."])
    case .homeward: finished([home(journey)])
    }
  }

  /// The text of a milestone's entry.
  func description(of milestone: Milestone) -> [String] {
    let days = milestone.days.magnitude
    let distance =
      switch milestone.days {
      case 0: "on the day of"
      case ..<0: "\(days) \(days == 1 ? "day" : "days") before"
      default: "\(days) \(days == 1 ? "day" : "days") after"
      }
    let who =
      switch milestone.responsible {
      case nil: visit.allTeams
      case .host: "the host, \(name(of: visit.host))"
      case .visitor: "the visitors, \(visitors)"
      case .facilitator: "the facilitator"
      }
    return finished(["Due \(distance) the visit on \(visit.date.inWords).", "Responsible: \(who)."])
  }

  private var purpose: String {
    "A reciprocal peer review visit, not an inspection: each team hosts the other"
      + (visit.visitors.count > 1 ? "s, and all learn." : ", and both learn.")
  }

  private var firmness: String {
    switch visit.status {
    case .draft: "The date is a draft and may still change."
    case .tentative: "The date is tentative; please keep it free."
    case .confirmed: "The date is confirmed."
    case .held: "The visit has been held."
    case .cancelled: "The visit is cancelled: nobody needs to come."
    }
  }

  private func agendaLine(_ item: AgendaItem) -> String {
    let place = room(of: item).map { " (\(programme.room($0)?.name ?? $0.text))" } ?? ""
    return "\(item.interval.start.clock)–\(item.interval.end.clock) \(item.title)\(place)"
  }

  private func out(_ journey: Journey) -> String {
    guard journey.outward > .zero else { return "No drive there: the visit is at the travellers' own site." }
    let night = journey.isOvernight ? " Stay overnight near \(siteName)." : ""
    return "Leave \(time(journey.departure)), a drive of \(journey.outward.inWords)\(guess(journey)).\(night)"
  }

  private func home(_ journey: Journey) -> String {
    guard journey.homeward > .zero else { return "No drive home." }
    return "Drive home \(journey.homeward.inWords)\(guess(journey)), home \(time(journey.arrival))."
  }

  private func guess(_ journey: Journey) -> String { journey.isEstimated ? " (estimated)" : "" }

  private func time(_ moment: Moment) -> String { "\(moment.day.inWords) at \(moment.clock)" }

  /// The text with its last line. What is cancelled says so and asks nothing of anybody.
  private func finished(_ lines: [String]) -> [String] {
    ((visit.status == .cancelled ? [firmness] : lines) + [imprint]).map(\.onOneLine)
  }

  private func marked(_ summary: String) -> String {
    (visit.status == .cancelled ? "Cancelled: \(summary)" : summary).onOneLine
  }

  private func room(of item: AgendaItem) -> RoomID? {
    if item.room != nil || item.session.text != "mdt" { return item.room }
    let start = item.interval.start
    return programme.meetings.first {
      $0.team == visit.host && $0.weekday == start.day.weekday && $0.start.minute == start.minuteOfDay
    }?.room
  }

  private var teams: String { "\(name(of: visit.host)) hosts \(visitors)" }
  private var visitors: String { visit.visitors.map(name).joined(separator: " and ") }
  private func name(of team: TeamID) -> String { programme.team(team)?.name ?? team.text }
  private var site: Site? { programme.team(visit.host).flatMap { programme.site($0.site) } }
  private var siteName: String { site?.name ?? name(of: visit.host) }
}
