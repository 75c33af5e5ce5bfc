import Domain

extension Links {
  /// People are in known teams, deputies stand in for others of their team, and no id is two people's.
  func checkPeople() {
    let byID = Dictionary(tables.people.entries.map { ($0.value.id, $0.value) }) { first, _ in first }
    for entry in tables.people.entries {
      let person = entry.value
      for team in person.teams { teams.check(team, at: entry.place(.team), findings) }
      guard let deputyFor = person.deputyFor else { continue }
      let place = entry.place(.deputyFor)
      if deputyFor == person.id {
        findings.error(
          at: place, "'\(person.id)' is deputy for themselves", "name somebody else, or leave it blank")
      } else if people.check(deputyFor, at: place, findings), let other = byID[deputyFor],
        !other.teams.contains(where: person.teams.contains)
      {
        findings.error(
          at: place, "'\(person.id)' is deputy for '\(deputyFor)' of another team",
          "name somebody of \(person.teams.map(\.text).orList)")
      }
    }
    checkSizes()
    for entry in tables.facilitators.entries {
      guard let id = PersonID(entry.value.id.text), byID[id] != nil else { continue }
      findings.error(
        at: entry.place(.facilitator), "'\(id)' is a person's id in people.csv too",
        "give the facilitator another, so that diaries can be told apart")
    }
  }

  /// No team has more people than can be planned.
  private func checkSizes() {
    var counts: [TeamID: Int] = [:]
    for entry in tables.people.entries {
      for team in entry.value.teams {
        counts[team, default: 0] += 1
        guard counts[team] == Limits.people + 1 else { continue }
        findings.error(
          at: entry.place(.team), "the team '\(team)' has more than \(Limits.people) people",
          "list only those who may take part in visits")
      }
    }
  }

  /// The facilitators with their bases looked up.
  func linkedFacilitators() -> [Facilitator] {
    tables.facilitators.entries.compactMap { entry in
      entry.value.base.flatMap { base($0, at: entry.place(.base)) }.map { entry.value.facilitator(at: $0) }
    }.sorted { $0.id < $1.id }
  }

  private func base(_ text: String, at place: Place) -> Base? {
    if let site = SiteID(text), sites.ids.contains(site) { return .site(site) }
    // Whatever may be a site's id may be one of a site to come.
    let awaited = SiteID(text).map { Awaited.row(id: $0.text, of: [.sites]) }
    switch Outcodes.lookUp(text) {
    case .found(let centre, _):
      return .postcode(text, Location(coordinates: centre, isFromPostcode: true))
    case .unknown(let outcode):
      guard !sites.isPartial else { return nil }
      findings.error(
        at: place, awaiting: awaited,
        "'\(text.shown)' is no site of sites.csv, and no outward postcode '\(outcode)' is known",
        sites.nearest(to: text).map { "write '\($0)' if that is meant, or correct the postcode" }
          ?? "correct it")
    case .noPostcode:
      guard !sites.isPartial else { return nil }
      findings.error(
        at: place, awaiting: awaited, "'\(text.shown)' is neither a site of sites.csv nor a postcode",
        sites.nearest(to: text).map { "write '\($0)' if that is meant" } ?? "write a site_id or a postcode")
    }
    return nil
  }
}
