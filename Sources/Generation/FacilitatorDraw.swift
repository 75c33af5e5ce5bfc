import Domain

/// Facilitators, numbered FAC-01 on: based where they are near the teams, and independent of most.
///
/// Bases are chosen one after the other, each at the site that brings the teams' distances to their nearest
/// base down the most; every third gives the postcode instead of the site. Backgrounds alternate, clinical
/// first. Every fourth belongs to the network of the team nearest to the base and may not visit it; the others
/// to none. At most two (60 %) or three visits a week; 14 days of notice, of 30 % 28.
struct FacilitatorDraw {
  private(set) var table = Table(
    "facilitators.csv", "facilitator_id", "name", "base", "background", "organisation", "network",
    "max_visits_per_week", "max_visits", "notice_days")
  private(set) var ids: [String] = []

  init(count: Int, teams: [DiaryTeam], sites: [DiarySite], seed: UInt64) {
    for (index, site) in Self.bases(count, sites).enumerated() {
      let id = "FAC-" + (index < 9 ? "0" : "") + "\(index + 1)"
      var source = RandomSource(seed: seed, stream: "facilitator \(id)")
      let network = index % 4 == 3 ? teams.first { $0.site == site.id }?.network : nil
      let postcode = index % 3 == 2 ? site.postcode : nil
      let perWeek = source.chance(perMille: 600) ? "2" : "3"
      let notice = source.chance(perMille: 300) ? "28" : "14"
      ids.append(id)
      table.add(
        id, "Facilitator \(index + 1), \(site.name)", postcode ?? site.id.text,
        index % 2 == 0 ? "clinical" : "non_clinical", network == nil ? "Independent" : nil, network, perWeek,
        nil, notice)
    }
  }

  /// Greedy k-median: `count` sites, again from the start where there are fewer.
  private static func bases(_ count: Int, _ sites: [DiarySite]) -> [DiarySite] {
    let placed = sites.compactMap { site in site.place.map { (site: site, place: $0) } }
    guard !placed.isEmpty else { return (0..<count).compactMap { sites.isEmpty ? nil : sites[$0 % sites.count] } }
    var nearest = Array(repeating: Double.greatestFiniteMagnitude, count: placed.count)
    var chosen: [Int] = []
    while chosen.count < count {
      var best = (index: chosen.count % placed.count, sum: Double.greatestFiniteMagnitude)
      for index in placed.indices where !chosen.contains(index) {
        let sum = zip(nearest, placed).reduce(0) { $0 + min($1.0, $1.1.place.kilometres(to: placed[index].place)) }
        if sum < best.sum { best = (index, sum) }
      }
      chosen.append(best.index)
      nearest = zip(nearest, placed).map { min($0, $1.place.kilometres(to: placed[best.index].place)) }
    }
    return chosen.map { placed[$0].site }
  }
}
