import Domain

extension FeedOwner {
  /// Everybody who has a feed in the programme: also those without a visit yet, whose subscription must not
  /// break, in the order of the tables. A site has one where a team is.
  static func all(of programme: Programme) -> [FeedOwner] {
    let hosting = Set(programme.teams.map(\.site))
    return [.programme] + programme.teams.map { .team($0.id) } + programme.people.map { .person($0.id) }
      + programme.facilitators.map { .facilitator($0.id) } + programme.rooms.map { .room($0.id) }
      + programme.sites.filter { hosting.contains($0.id) }.map { .site($0.id) }
  }
}
