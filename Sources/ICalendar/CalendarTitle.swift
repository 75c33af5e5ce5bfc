import Domain

/// What a subscribed calendar is called in its reader's list of calendars.
struct CalendarTitle {
  /// One line, as in `Improving Lung Cancer Outcomes: Wythenshawe`.
  let text: String

  /// The title of a reader's feed; people are named only where the programme publishes names.
  init(of reader: FeedOwner, in programme: Programme) {
    let subject =
      switch reader {
      case .programme: "all visits"
      case .team(let id): programme.team(id)?.name ?? id.text
      case .person(let id): Self.person(id, in: programme)
      case .facilitator(let id): Self.facilitator(id, in: programme)
      case .room(let id): Self.room(id, in: programme)
      case .site(let id): "visits to \(programme.site(id)?.name ?? id.text)"
      }
    text = "\(programme.settings.name): \(subject)".onOneLine
  }

  private static func person(_ id: PersonID, in programme: Programme) -> String {
    guard let person = programme.person(id) else { return id.text }
    if programme.settings.publish.detail == .full { return person.name }
    let teams = person.teams.map { programme.team($0)?.name ?? $0.text }
    return "\(person.role.inTeam) at \(teams.joined(separator: " and "))"
  }

  private static func facilitator(_ id: FacilitatorID, in programme: Programme) -> String {
    guard programme.settings.publish.detail == .full, let facilitator = programme.facilitator(id) else {
      return "facilitator \(id.text)"
    }
    return facilitator.name
  }

  private static func room(_ id: RoomID, in programme: Programme) -> String {
    guard let room = programme.room(id) else { return id.text }
    return "\(room.name) at \(programme.site(room.site)?.name ?? room.site.text)"
  }
}

extension Role {
  /// The role as one says it of a member of a team.
  var inTeam: String { self == .other ? "team member" : title }
}
