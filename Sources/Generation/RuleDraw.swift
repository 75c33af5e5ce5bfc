import Domain

/// Pairs that may not be, and days on which nothing can be held.
///
/// One pair rule for every ten teams: a team and its nearest of another network were partners before; every
/// fifth is forbidden instead. In windows of 12 weeks or more two days in the week past 60 % of the window
/// are closed for all (a conference); 8 % of sites are closed for two or three days (an accreditation visit);
/// 5 % of teams for one (an away day).
struct RuleDraw {
  private(set) var pairRules = Table("pair_rules.csv", "team_a", "team_b", "rule", "reason")
  private(set) var closures = Table("closures.csv", "date_from", "date_to", "scope", "reason")

  init(draw: SiteDraw, seed: UInt64, dates: ProgrammeDates) {
    var source = RandomSource(seed: seed, stream: "pair rules")
    var ruled: Set<String> = []
    for team in source.shuffled(draw.teams).prefix(draw.teams.count / 10) {
      let others = draw.teams.filter { $0.town.network != team.town.network && !ruled.contains($0.id) }
      let place = team.town.place
      let nearest = others.min {
        ($0.town.place.kilometres(to: place), $0.id) < ($1.town.place.kilometres(to: place), $1.id)
      }
      guard let nearest, !ruled.contains(team.id) else { continue }
      ruled.formUnion([team.id, nearest.id])
      let isForbidden = pairRules.rows.count % 5 == 4
      pairRules.add(
        team.id, nearest.id, isForbidden ? "forbid" : "previous",
        isForbidden ? "joint services" : "partners in an earlier round")
    }
    drawClosures(draw, seed, dates)
  }

  private mutating func drawClosures(_ draw: SiteDraw, _ seed: UInt64, _ dates: ProgrammeDates) {
    let weeks = dates.weeks
    if weeks.count >= 12 {
      let monday = weeks[weeks.count * 6 / 10].monday
      closures.add(
        monday.advanced(by: 2).iso, monday.advanced(by: 3).iso, "all", "national conference")
    }
    let days = dates.weekdays
    guard !days.isEmpty else { return }
    for site in draw.sites {
      var source = RandomSource(seed: seed, stream: "closures \(site.siteID)")
      guard source.chance(perMille: 80) else { continue }
      let first = days[source.below(days.count)]
      let last = first.advanced(by: 1 + source.below(2))
      closures.add(first.iso, last.iso, site.siteID, "accreditation visit")
    }
    for team in draw.teams {
      var source = RandomSource(seed: seed, stream: "closures \(team.id)")
      guard source.chance(perMille: 50) else { continue }
      let day = days[source.below(days.count)]
      closures.add(day.iso, nil, team.id, "away day")
    }
  }
}
