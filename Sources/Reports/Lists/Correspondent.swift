import Domain

/// Whom to write to about something.
struct Correspondent: Equatable {
  /// The name for people.
  var name: String
  /// The id of a person or facilitator; `nil` of a whole team.
  var id: String?
  /// The team; `nil` of a facilitator.
  var team: TeamID?
  /// Their own address, else that of the team's coordinator.
  var email: String?
}

extension Programme {
  /// The address of a team: that in teams.csv, else of its first MDT coordinator with an address.
  func coordinatorEmail(of team: TeamID) -> String? {
    if let email = self.team(team)?.coordinatorEmail { return email }
    return people.first { $0.role == .mdtCoordinator && $0.teams.contains(team) && $0.email != nil }?.email
  }

  /// A whole team, through its coordinator.
  func correspondent(_ team: TeamID) -> Correspondent {
    Correspondent(
      name: self.team(team)?.name ?? team.text, team: team, email: coordinatorEmail(of: team))
  }

  /// A facilitator, whose address no table holds.
  func correspondent(_ facilitator: FacilitatorID) -> Correspondent {
    Correspondent(name: self.facilitator(facilitator)?.name ?? facilitator.text, id: facilitator.text)
  }

  /// A person, in the team for which they come.
  func correspondent(_ person: PersonID, of team: TeamID?) -> Correspondent {
    let known = self.person(person)
    let team = team ?? known?.teams.first
    return Correspondent(
      name: known?.name ?? person.text, id: person.text, team: team,
      email: known?.email ?? team.flatMap { coordinatorEmail(of: $0) })
  }

  /// Whoever is asked for something about a visit; of a site that is none of its teams', the programme.
  func correspondent(_ askee: Askee, about visit: UnscheduledVisit) -> Correspondent {
    switch askee {
    case .person(let person):
      let teams = self.person(person)?.teams ?? []
      return correspondent(person, of: ([visit.host] + visit.visitors).first(where: teams.contains))
    case .facilitator(let facilitator): return correspondent(facilitator)
    case .team(let team): return correspondent(team)
    case .site(let site):
      let team = ([visit.host] + visit.visitors).first { self.team($0)?.site == site }
      return team.map { correspondent($0) } ?? organiser
    case .programme: return organiser
    }
  }

  /// Whoever runs the programme.
  private var organiser: Correspondent {
    let publish = settings.publish
    return Correspondent(
      name: publish.organiserName.isEmpty ? "the programme's organiser" : publish.organiserName,
      email: publish.organiserEmail.isEmpty ? nil : publish.organiserEmail)
  }

  /// A traveller.
  func correspondent(_ traveller: Traveller) -> Correspondent {
    switch traveller {
    case .team(let team): correspondent(team)
    case .facilitator(let facilitator): correspondent(facilitator)
    }
  }
}
