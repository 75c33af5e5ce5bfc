import Domain

/// Gives the rows of a whatif.csv what they are about: visits, people, rooms, facilitators and teams that exist.
struct ChangeLinks {
  private let programme: Programme
  private let findings: Findings
  private let teams: KnownIDs<Team>
  /// Every leg of every pair and trio of the schedule, with or without a row of its own.
  private let legs: Set<VisitID>

  init(_ programme: Programme, _ findings: Findings) {
    self.programme = programme
    self.findings = findings
    teams = KnownIDs(programme.teams.map(\.id), isPartial: false, noun: "team", table: .teams)
    legs = Set(
      programme.schedule.flatMap { row in
        let group = [row.host] + row.visitors
        return group.map { host in VisitID(host: host, visitors: group.filter { $0 != host }) }
      })
  }

  /// The change that a row asks about; `nil` after reporting why there is none.
  func change(_ entry: Entry<WhatIfTable>) -> Change? {
    let record = entry.value
    return event(entry).map { Change($0, reason: record.reason) }
  }

  private func event(_ entry: Entry<WhatIfTable>) -> Change.Event? {
    let record = entry.value
    switch record.word {
    case .notBefore:
      return visit(entry).flatMap { visit in record.day.map { .notBefore(visit, $0) } }
    case .notOn:
      return visit(entry).flatMap { visit in
        record.day.map { .notOn(visit, $0, until: record.until ?? $0) }
      }
    case .moveTo:
      guard let visit = visit(entry), let day = record.day else { return nil }
      guard day > programme.settings.today else {
        findings.error(
          at: entry.place(.value), "\(day) is not after today, \(programme.settings.today)",
          "give a day to come")
        return nil
      }
      return .moveTo(visit, day)
    case .cancel: return visit(entry).map { .cancel($0) }
    case .away:
      return absentee(entry).flatMap { who in record.day.map { .away(who, $0, until: record.until ?? $0) } }
    case .withdraw:
      guard let team = TeamID(record.id), teams.ids.contains(team) else {
        unknown(entry, "team", "teams.csv", near: programme.teams.map(\.id.text))
        return nil
      }
      return .withdraw(team)
    case .join: return joining(entry).map { .join($0) }
    }
  }

  /// The visit that a row names, unless it is to stay as it is.
  private func visit(_ entry: Entry<WhatIfTable>) -> VisitID? {
    let id = VisitNames(teams: teams).visit(named: entry.value.id)
    guard let id, legs.contains(id) else {
      unknown(entry, "visit", "the schedule", near: legs.map(\.text))
      return nil
    }
    guard let row = programme.scheduledVisit(id), let day = row.interval?.start.day, row.status != .cancelled
    else { return id }
    if row.isPublished, day <= programme.settings.today {
      findings.error(
        at: entry.place(.id), "the visit '\(id)' has taken place, on \(day)", "take the row away")
      return nil
    }
    guard row.pin == nil, row.status != .held else {
      let word = row.pin == nil ? "held" : "pinned"
      findings.error(
        at: entry.place(.id), "the visit '\(id)' is \(word) and never moves",
        row.pin == nil ? "take the row away" : "take its pin away in visits.csv to ask, or take the row away")
      return nil
    }
    return id
  }

  /// Who or what is away: a person, a facilitator or a room.
  private func absentee(_ entry: Entry<WhatIfTable>) -> Resource? {
    let text = entry.value.id
    var found: [Resource] = []
    if let id = PersonID(text), programme.people.contains(where: { $0.id == id }) {
      found.append(.person(id))
    }
    if let id = FacilitatorID(text), programme.facilitators.contains(where: { $0.id == id }) {
      found.append(.facilitator(id))
    }
    if let id = RoomID(text), programme.rooms.contains(where: { $0.id == id }) { found.append(.room(id)) }
    switch found.count {
    case 1: return found[0]
    case 0:
      unknown(
        entry, "person, facilitator or room", "people.csv, facilitators.csv or rooms.csv",
        near: programme.people.map(\.id.text) + programme.facilitators.map(\.id.text)
          + programme.rooms.map(\.id.text))
    default:
      findings.error(
        at: entry.place(.id), "'\(text.shown)' is somebody's id and a room's", "give the room another id")
    }
    return nil
  }

  /// The facilitator who joins, and leads nothing yet.
  private func joining(_ entry: Entry<WhatIfTable>) -> FacilitatorID? {
    guard let id = FacilitatorID(entry.value.id), programme.facilitators.contains(where: { $0.id == id })
    else {
      findings.error(
        at: entry.place(.id), "no facilitator '\(entry.value.id.shown)' is described",
        "put a facilitators.csv with the facilitator's row beside this file")
      return nil
    }
    if let led = programme.schedule.first(where: { $0.facilitator == id }) {
      findings.error(
        at: entry.place(.id), "the facilitator '\(id)' leads the visit '\(led.id)' already",
        "name somebody new, or take the row away")
      return nil
    }
    return id
  }

  /// Rows that cannot all happen.
  func checkTogether(_ entries: [Entry<WhatIfTable>]) {
    var moved: [String: Entry<WhatIfTable>] = [:]
    let cancelled = Set(entries.filter { $0.value.word == .cancel }.map(\.value.id))
    for entry in entries {
      switch entry.value.word {
      case .moveTo:
        if let first = moved[entry.value.id] {
          findings.error(
            at: entry.place(.value),
            "\(first.row.where) moves the visit '\(entry.value.id.shown)' to another day",
            "keep one of the two rows, or write the other into a file of its own")
        }
        moved[entry.value.id] = moved[entry.value.id] ?? entry
        fallthrough
      case .notBefore, .notOn:
        guard cancelled.contains(entry.value.id) else { continue }
        findings.error(
          at: entry.place(.id), "the visit '\(entry.value.id.shown)' is cancelled in another row",
          "keep one of the two rows")
      case .cancel, .away, .withdraw, .join: continue
      }
    }
  }

  private func unknown(_ entry: Entry<WhatIfTable>, _ noun: String, _ table: String, near known: [String]) {
    let text = entry.value.id
    findings.error(
      at: entry.place(.id), "no \(noun) '\(text.shown)' is in \(table)",
      NearestName.of(text, among: known.sorted()).map { "write '\($0)' if that is meant" } ?? "correct the id"
    )
  }
}
