import Domain

extension Links {
  /// What is allowed and yet seldom meant: no indicators, no rooms, no facilitators, a window in the past.
  func checkWhole(_ settings: Settings?, settingsFile: String?) {
    if let settings, let settingsFile {
      let top = Place.top(of: settingsFile)
      if settings.today >= settings.visitsTo {
        findings.warning(
          at: top,
          """
          today, \(settings.today), is not before visits_to, \(settings.visitsTo), so no visit can be \
          planned
          """,
          "correct visits_to or today")
      }
      if settings.pairing.indicators.isEmpty {
        findings.warning(
          at: top, "no indicators are named, so no team is seen to learn from another",
          "name them under pairing.indicators")
      }
    }
    if tables.facilitators.entries.isEmpty, !facilitators.isPartial {
      findings.warning(
        at: .top(of: TableKind.facilitators.file), "no facilitators are listed",
        "add them; visits are planned without until then")
    }
    guard !rooms.isPartial else { return }
    guard !tables.rooms.entries.isEmpty else {
      findings.warning(
        at: .top(of: TableKind.rooms.file), "no rooms are listed",
        "add them; visits are planned as if rooms were always free until then")
      return
    }
    let equipped = Set(roomSites.values)
    for entry in tables.teams.entries where entry.value.isEligible {
      guard let site = entry.value.site, sites.ids.contains(site), !equipped.contains(site) else { continue }
      findings.warning(
        at: entry.place(.site), "the site '\(site)' has no room in rooms.csv",
        "add one; visits there are planned as if rooms were always free until then")
    }
  }
}
