import Domain

extension Links {
  /// Drives lead from known sites to known sites.
  func checkTravel() {
    for entry in tables.travel.entries {
      sites.check(entry.value.from, at: entry.place(.from), findings)
      sites.check(entry.value.to, at: entry.place(.to), findings)
    }
  }

  /// The closures with their scopes looked up.
  ///
  /// Where one id names a site and a team, both are closed.
  func linkedClosures() -> [Closure] {
    tables.closures.entries.map { ($0, $0.value) }.sorted { ClosuresTable.precedes($0.1, $1.1) }.flatMap {
      entry, row in
      scopes(entry).map { Closure(from: row.from, to: row.to, scope: $0, reason: row.reason) }
    }
  }

  private func scopes(_ entry: Entry<ClosuresTable>) -> [ClosureScope] {
    guard let text = entry.value.scope else { return [.all] }
    let site = SiteID(text).flatMap { sites.ids.contains($0) ? $0 : nil }
    let team = TeamID(text).flatMap { teams.ids.contains($0) ? $0 : nil }
    switch (site, team) {
    case (let site?, nil): return [.site(site)]
    case (nil, let team?): return [.team(team)]
    case (let site?, let team?):
      findings.warning(
        at: entry.place(.scope), "'\(text.shown)' is a site and a team",
        "both are closed; give one of them another id")
      return [.site(site), .team(team)]
    case (nil, nil):
      if let visit = VisitNames(teams: teams).visit(named: text) { return [.visit(visit)] }
      guard !sites.isPartial, !teams.isPartial else { return [] }
      let known = ["all"] + sites.ids.map(\.text) + teams.ids.map(\.text)
      findings.error(
        at: entry.place(.scope), awaiting: Self.awaited(text),
        "the scope '\(text.shown)' is neither all, nor a site, a team or a visit",
        NearestName.of(text, among: known).map { "write '\($0)' if that is meant" }
          ?? "write all, a site_id, a team_id or a visit as HOST--VISITOR")
      return []
    }
  }

  /// What a scope may name that is still to come: a site, a team, or the teams of a visit.
  private static func awaited(_ scope: String) -> Awaited? {
    if scope.contains("--") { return .visit(scope) }
    return SiteID(scope).map { .row(id: $0.text, of: [.sites, .teams]) }
  }
}
