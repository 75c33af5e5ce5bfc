import Domain

/// When each learning event is best held, and who is there; those people are then busy.
struct EventTimes: Sendable {
  /// In the order of programme.yaml.
  let planned: [PlannedEvent]

  /// Counts for each event, one after the other, who could come to each of its times, and marks in `diaries` those who
  /// come to the one chosen.
  init(programme: Programme, diaries: inout Diaries) {
    let settings = programme.settings
    var planned: [PlannedEvent] = []
    let guests = Self.guests(of: programme)
    for event in settings.events {
      let turnouts = event.options.map { option in
        guests.filter { guest in
          guest.maxDays != 0 && diaries.obstacle(for: .person(guest.id), during: option) == nil
        }.map(\.id)
      }
      var choice: Int?
      for place in event.options.indices {
        guard let known = choice else {
          choice = place
          continue
        }
        let (option, other) = (event.options[place], event.options[known])
        let (lies, lay) = (option.start.day > settings.today, other.start.day > settings.today)
        if lies != lay {
          if lies { choice = place }
        } else if turnouts[place].count != turnouts[known].count {
          if turnouts[place].count > turnouts[known].count { choice = place }
        } else if (option.start, option.end) < (other.start, other.end) {
          choice = place
        }
      }
      guard let choice else { continue }
      let attending = turnouts[choice]
      for guest in attending {
        diaries.engage(.person(guest), during: event.options[choice], title: event.title)
      }
      planned.append(
        PlannedEvent(
          event: event.id, title: event.title, interval: event.options[choice], attending: attending.sorted(),
          missing: guests.map(\.id).filter { !attending.contains($0) }.sorted(),
          tallies: turnouts.map(\.count)))
    }
    self.planned = planned
  }

  /// Those whose coming counts: required by their row or by their role, of teams that take part.
  private static func guests(of programme: Programme) -> [Person] {
    let teams = programme.teams.filter { $0.arm == .visit && $0.isApproved }
    return programme.people.filter { person in
      let isNeeded =
        programme.settings.visits.requiredRoles.contains(person.role) || person.attendance == .required
      return isNeeded && teams.contains { person.teams.contains($0.id) }
    }
  }
}
