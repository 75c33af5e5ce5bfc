import Domain

/// Known drives: from each site to the two nearest, 90 to 120 % of the estimate; one in ten is given one way
/// only, with the way back up to 10 minutes longer. Every other drive is left to be estimated.
struct TravelDraw {
  private(set) var table = Table("travel.csv", "from_site", "to_site", "minutes", "mode", "both_ways")

  init(sites: [DrawnTeam], seed: UInt64) {
    var known: Set<String> = []
    for site in sites {
      var source = RandomSource(seed: seed, stream: "travel \(site.siteID)")
      let place = site.town.place
      let near = sites.filter { $0.siteID != site.siteID }
        .sorted {
          ($0.town.place.kilometres(to: place), $0.id) < ($1.town.place.kilometres(to: place), $1.id)
        }
      for other in near.prefix(2) {
        let percent = Double(90 + source.below(31))
        let minutes = Int((place.drive(to: other.town.place) * percent / 100).rounded())
        let isOneWay = source.chance(perMille: 100)
        let longer = source.below(11)
        let key = [site.siteID, other.siteID].sorted().joined(separator: " ")
        guard known.insert(key).inserted else { continue }
        table.add(site.siteID, other.siteID, "\(minutes)", "car", isOneWay ? "no" : "yes")
        if isOneWay { table.add(other.siteID, site.siteID, "\(minutes + longer)", "car", "no") }
      }
    }
  }
}
