import Domain

extension Links {
  /// Teams stand at known sites; every team that is to be paired has a meeting and somebody for each role.
  func checkTeams(_ settings: Settings?, keepApartPlace: Place?) {
    for entry in tables.teams.entries {
      if let site = entry.value.site { sites.check(site, at: entry.place(.site), findings) }
    }
    for entry in tables.rooms.entries {
      if let site = entry.value.site { sites.check(site, at: entry.place(.site), findings) }
    }
    checkMeetingsExist()
    if let file = files.files.first(where: { $0.kind == .teams }), teams.ids.isEmpty, !teams.isPartial {
      findings.error(
        at: .top(of: file.name), awaiting: .table(.teams), "the programme has no team",
        "add a row for each team")
    }
    guard let settings else { return }
    checkRoles(settings.visits.requiredRoles)
    checkWays(settings.visits.requiredRoles)
    checkKeepApart(settings.pairing.keepApart, keepApartPlace)
    let eligible = tables.teams.entries.count { $0.value.isEligible }
    if eligible < 2, !teams.isPartial, let first = tables.teams.entries.first {
      findings.warning(
        at: .top(of: first.row.source.file),
        "\(eligible.of("team")) is approved and in the visiting arm, and a pair needs two",
        "check the columns approved and arm")
    }
  }

  private func checkMeetingsExist() {
    guard !tables.meetings.isPartial, files.mayHold(.mdt) else { return }
    let meeting = Set(tables.meetings.entries.map(\.value.meeting.team))
    for entry in tables.teams.entries where entry.value.isEligible && !meeting.contains(entry.value.id) {
      findings.error(
        at: entry.place(.team), awaiting: .rows(ofTeam: entry.value.id, in: .mdt),
        "the team '\(entry.value.id)' has no meeting in mdt.csv",
        "add its meeting, or set approved to no")
    }
  }

  private func checkRoles(_ roles: [Role]) {
    guard !people.isPartial else { return }
    var held: [TeamID: Set<Role>] = [:]
    for entry in tables.people.entries {
      for team in entry.value.teams { held[team, default: []].insert(entry.value.role) }
    }
    for entry in tables.teams.entries where entry.value.isEligible {
      let missing = roles.filter { held[entry.value.id]?.contains($0) != true }
      guard !missing.isEmpty else { continue }
      findings.error(
        at: entry.place(.team),
        awaiting: .roles(missing, ofTeam: entry.value.id),
        "the team '\(entry.value.id)' has nobody in the required role \(missing.map(\.rawValue).andList)",
        "add the person to people.csv, or change required_roles in programme.yaml")
    }
  }

  /// No team's required roles can be filled in more ways than can be looked at: by each of those who may, and by who
  /// must come in any case.
  private func checkWays(_ roles: [Role]) {
    let roleOf = Dictionary(tables.people.entries.map { ($0.value.id, $0.value.role) }) { first, _ in first }
    var members: [TeamID: [Entry<PeopleTable>]] = [:]
    for entry in tables.people.entries {
      for team in entry.value.teams { members[team, default: []].append(entry) }
    }
    for entry in tables.teams.entries where entry.value.isEligible {
      let people = members[entry.value.id, default: []]
      var ways = 1
      var crowded: [Role] = []
      for role in roles {
        let able = people.filter {
          $0.value.role == role || $0.value.deputyFor.flatMap { roleOf[$0] } == role
        }
        guard able.count > 1, !able.contains(where: { $0.value.attendance == .required }) else { continue }
        crowded.append(role)
        ways = min(ways * able.count, Limits.ways + 1)
      }
      guard ways > Limits.ways else { continue }
      findings.error(
        at: entry.place(.team),
        "the team '\(entry.value.id)' can fill its required roles in more than \(Limits.ways) ways",
        "list only those who may take part in visits, or write required in the column attendance of somebody in the "
          + "role \(crowded.map(\.rawValue).orList)")
    }
  }

  private func checkKeepApart(_ columns: [String], _ place: Place?) {
    guard let place, !teams.isPartial else { return }
    let present = Set(tables.teams.entries.flatMap { $0.row.source.headers.map(\.name) })
    for column in columns where !present.contains(column) {
      let nearest = NearestName.of(column, among: present)
      findings.warning(
        at: place, "teams.csv has no column '\(column)', so it keeps nobody apart",
        nearest.map { "write '\($0)' if that is meant" } ?? "add the column, or take the name away")
    }
  }
}
