/// Whose diary, meeting, room or rule an obstacle is: who is asked to lift it.
public enum Askee: Hashable, Sendable, Codable {
  case person(PersonID)
  case facilitator(FacilitatorID)
  case team(TeamID)
  /// Whoever looks after the rooms and days of a site.
  case site(SiteID)
  /// Whoever runs the programme, and decides it by themselves.
  case programme
}

extension Obstacle {
  /// Who is to be asked; `nil` where nobody can do anything. A room's site is looked up in `programme`.
  public func askee(in programme: Programme) -> Askee? {
    switch self {
    case .busy(.person(let id), _), .daysGiven(let id, _): .person(id)
    case .busy(.facilitator(let id), _), .noNotice(let id), .facilitatorWeekFull(let id, _, _),
      .facilitatorFull(let id, _):
      .facilitator(id)
    case .noMeeting(let team, _, _), .ownMeeting(let team, _), .roleVacant(let team, _),
      .closure(_, .team(let team)):
      .team(team)
    case .roomTaken(let room, _): programme.room(room).map { .site($0.site) } ?? .programme
    case .noRoom(let site), .closure(_, .site(let site)): .site(site)
    case .closure(_, .all), .closure(_, .visit), .visit, .gap, .sameFacilitator, .weekFull, .visitorLimit,
      .travelHours, .dayLength, .noFacilitator, .event:
      .programme
    case .bankHoliday, .past, .drive, .notIndependent: nil
    }
  }
}
