import Domain

/// For whom a feed is written; each reader sees what they need and nothing about who stays away.
enum Reader: Equatable {
  case everybody
  case team(TeamID)
  case person(PersonID)
  case facilitator(FacilitatorID)
  case room(RoomID)
  case site(SiteID)

  /// The feed's file name.
  var fileName: String {
    switch self {
    case .everybody: "programme.ics"
    case .team(let id): "team-\(id.text).ics"
    case .person(let id): "person-\(id.text).ics"
    case .facilitator(let id): "facilitator-\(id.text).ics"
    case .room(let id): "room-\(id.text).ics"
    case .site(let id): "site-\(id.text).ics"
    }
  }

  /// Everybody who has a feed in the programme: also those without a visit yet, whose subscription must not
  /// break, in the order of the tables. A site has one where a team is.
  static func all(of programme: Programme) -> [Reader] {
    let hosting = Set(programme.teams.map(\.site))
    return [.everybody] + programme.teams.map { .team($0.id) } + programme.people.map { .person($0.id) }
      + programme.facilitators.map { .facilitator($0.id) } + programme.rooms.map { .room($0.id) }
      + programme.sites.filter { hosting.contains($0.id) }.map { .site($0.id) }
  }
}
