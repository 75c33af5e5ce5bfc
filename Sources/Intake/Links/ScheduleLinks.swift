import Domain

/// Gives the rows of a visits.csv their visits: teams, rooms and facilitators that exist.
struct ScheduleLinks {
  let teams: KnownIDs<Team>
  let rooms: KnownIDs<Room>
  let facilitators: KnownIDs<Facilitator>
  let findings: Findings

  /// The visits, sorted by id.
  func linked(_ contents: TableContents<VisitsTable>) -> [ScheduledVisit] {
    var visits: [ScheduledVisit] = []
    var rows: [VisitID: Entry<VisitsTable>] = [:]
    for entry in contents.entries {
      guard let visit = visit(entry) else { continue }
      if let first = rows[visit.id] {
        findings.error(
          at: entry.row.place, "the visit '\(visit.id)' stands in \(first.row.where) too",
          "keep one of the two rows")
        continue
      }
      rows[visit.id] = entry
      visits.append(visit)
    }
    return visits.sorted { $0.id < $1.id }
  }

  private func visit(_ entry: Entry<VisitsTable>) -> ScheduledVisit? {
    let record = entry.value
    if let room = record.room { rooms.check(room, at: entry.place(.room), findings) }
    if let facilitator = record.facilitator {
      facilitators.check(facilitator, at: entry.place(.facilitator), findings)
    }
    guard let (host, visitors) = sides(entry) else { return nil }
    return ScheduledVisit(
      id: VisitID(host: host, visitors: visitors), host: host, visitors: visitors, interval: record.interval,
      room: record.room, facilitator: record.facilitator, status: record.status, pin: record.pin,
      reserveDate: record.reserveDate, release: record.release, sequence: record.sequence)
  }

  private func sides(_ entry: Entry<VisitsTable>) -> (host: TeamID, visitors: [TeamID])? {
    guard let host = entry.value.host, !entry.value.visitors.isEmpty else { return named(entry) }
    let hostID = team(host, at: entry.place(.host))
    let visitorIDs = entry.value.visitors.compactMap { team($0, at: entry.place(.visitor)) }
    guard let hostID, visitorIDs.count == entry.value.visitors.count else { return nil }
    guard isSound(hostID, visitorIDs, at: entry.place(.visitor)) else { return nil }
    let visitors = visitorIDs.sorted()
    let id = VisitID(host: hostID, visitors: visitors)
    if let written = entry.value.visit, written != id.text {
      findings.error(
        at: entry.place(.visit), "visit_id is '\(written)' and host and visitor make '\(id)'",
        "correct one of them, or leave visit_id blank")
    }
    return (hostID, visitors)
  }

  /// The sides that `visit_id` names.
  private func named(_ entry: Entry<VisitsTable>) -> (host: TeamID, visitors: [TeamID])? {
    let text = entry.value.visit ?? ""
    if let (host, ids) = VisitNames(teams: teams).sides(of: text) {
      return isSound(host, ids, at: entry.place(.visit)) ? (host, ids.sorted()) : nil
    }
    if !teams.isPartial {
      findings.error(
        at: entry.place(.visit),
        awaiting: text.contains("--") ? .visit(text) : nil,
        "'\(text.shown)' names no visit between teams of teams.csv",
        "write it as HOST--VISITOR, or fill in host and visitor")
    }
    return nil
  }

  private func isSound(_ host: TeamID, _ visitors: [TeamID], at place: Place) -> Bool {
    if visitors.contains(host) {
      findings.error(at: place, "the team '\(host)' visits itself", "correct host or visitor")
      return false
    }
    guard visitors.count <= 2, Set(visitors).count == visitors.count else {
      findings.error(
        at: place, "the visitors are '\(visitors.map(\.text).joined(separator: ";"))'",
        "name one team, or two different ones in a trio")
      return false
    }
    return true
  }

  private func team(_ text: String, at place: Place) -> TeamID? {
    guard let id = TeamID(text) else {
      findings.error(
        at: place, "'\(text.shown)' is no team id",
        "use 1 to 40 of the letters A-Z and a-z, digits, '.', '_' and '-'")
      return nil
    }
    return teams.check(id, at: place, findings) ? id : nil
  }
}
