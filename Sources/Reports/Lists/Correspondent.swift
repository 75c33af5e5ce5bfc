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

  /// A traveller.
  func correspondent(_ traveller: Traveller) -> Correspondent {
    switch traveller {
    case .team(let team): correspondent(team)
    case .facilitator(let facilitator): correspondent(facilitator)
    }
  }
}
