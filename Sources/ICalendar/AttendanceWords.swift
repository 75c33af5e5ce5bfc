import Domain

/// Who comes to a visit, by team and role; by name where the programme publishes names.
struct AttendanceWords {
  private let visit: Visit
  private let programme: Programme

  /// The words for `visit`.
  init(of visit: Visit, in programme: Programme) {
    self.visit = visit
    self.programme = programme
  }

  /// A line for each team and the facilitator; whoever stays away is not mentioned.
  var lines: [String] {
    let present = (visit.detail?.attendance ?? []).filter { !$0.isAbsent }
    let hosts = line("Host", visit.host, present.filter { $0.side == .host })
    let visitors = visit.visitors.map { team in
      line("Visitors", team, present.filter { $0.side == .visitor && self.team(of: $0) == team })
    }
    return [hosts] + visitors + (visit.facilitator.map { [facilitatorLine($0)] } ?? [])
  }

  private func line(_ side: String, _ team: TeamID, _ present: [Attendance]) -> String {
    let name = programme.team(team)?.name ?? team.text
    let sorted = present.sorted {
      ($0.role ?? .other, $0.attendee.text) < ($1.role ?? .other, $1.attendee.text)
    }
    let listed = programme.settings.publish.detail == .full ? sorted.map(named) : counted(sorted)
    return "\(side), \(name): " + (listed.isEmpty ? "to be named" : listed.joined(separator: "; "))
  }

  private func named(_ attendance: Attendance) -> String {
    let role = (attendance.role ?? .other).inTeam
    guard case .person(let id) = attendance.attendee, let person = programme.person(id) else { return role }
    return "\(person.name) (\(role))"
  }

  private func counted(_ sorted: [Attendance]) -> [String] {
    Role.allCases.compactMap { role in
      let count = sorted.count { ($0.role ?? .other) == role }
      if count == 0 { return nil }
      return count == 1 ? role.inTeam : "\(role.inTeam) (\(count))"
    }
  }

  private func facilitatorLine(_ id: FacilitatorID) -> String {
    let words = "Facilitator: independent of \(visit.allTeams)"
    guard let facilitator = programme.facilitator(id) else { return words }
    let background =
      switch facilitator.background {
      case .clinical: "clinical background"
      case .nonClinical: "non-clinical background"
      }
    let name = programme.settings.publish.detail == .full ? ", \(facilitator.name)" : ""
    return "\(words), \(background)\(name)"
  }

  /// The visiting team that a person belongs to; in a trio a person of both counts with the first.
  private func team(of attendance: Attendance) -> TeamID? {
    guard case .person(let id) = attendance.attendee, let person = programme.person(id) else { return nil }
    return visit.visitors.first { person.teams.contains($0) }
  }
}
