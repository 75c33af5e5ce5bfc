import Domain

/// Facilitators, numbered FAC-01 on: based where they are near the teams, and independent of most.
///
/// Bases are sites such that the squares of all sites' distances to the nearest base are small; every third
/// gives the postcode instead of the site. Backgrounds alternate, clinical first. Every fourth belongs to the
/// network of the team at the base and may not visit it; the others to none. At most two (60 %) or three
/// visits a week; 14 days of notice, of 30 % 28.
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

  /// `count` sites of those with a known place, as k-medoids by squared distance; again from the start where
  /// there are fewer sites. Where no place is known, the sites in their order.
  private static func bases(_ count: Int, _ sites: [DiarySite]) -> [DiarySite] {
    let placed = sites.compactMap { site in site.place.map { (site: site, place: $0) } }
    guard !placed.isEmpty else {
      return sites.isEmpty ? [] : (0..<count).map { sites[$0 % sites.count] }
    }
    let map = DistanceMap(placed.map(\.place))
    let chosen = map.improved(map.greedy(min(count, placed.count)))
    return (0..<count).map { placed[chosen[$0 % chosen.count]].site }
  }
}

/// Squared distances between places, and the choice of bases among them.
private struct DistanceMap {
  private let squares: [[Double]]

  init(_ places: [Place]) {
    squares = places.map { from in
      places.map { to in
        let distance = from.kilometres(to: to)
        return distance * distance
      }
    }
  }

  /// One base after the other, each where it brings the sum of squares down the most.
  func greedy(_ count: Int) -> [Int] {
    var nearest = Array(repeating: Double.greatestFiniteMagnitude, count: squares.count)
    var chosen: [Int] = []
    while chosen.count < count {
      let free = squares.indices.filter { !chosen.contains($0) }
      guard
        let best = cheapest(
          of: free, { base in zip(nearest, squares[base]).reduce(0) { $0 + min($1.0, $1.1) } })
      else { break }
      chosen.append(best)
      nearest = zip(nearest, squares[best]).map { min($0, $1) }
    }
    return chosen
  }

  /// Each base moved to the middle of the places nearest to it, until none moves; at most 100 times.
  func improved(_ bases: [Int]) -> [Int] {
    var bases = bases
    for _ in 0..<100 {
      let homes = squares.indices.map { place in
        cheapest(of: Array(bases.indices)) { squares[place][bases[$0]] }
      }
      let moved = bases.indices.map { base in
        let members = squares.indices.filter { homes[$0] == base }
        return cheapest(of: members) { middle in members.reduce(0) { $0 + squares[$1][middle] } }
          ?? bases[base]
      }
      if moved == bases { return bases }
      bases = moved
    }
    return bases
  }

  /// The first of the candidates with the smallest cost.
  private func cheapest(of candidates: [Int], _ cost: (Int) -> Double) -> Int? {
    candidates.map { (candidate: $0, cost: cost($0)) }.min {
      ($0.cost, $0.candidate) < ($1.cost, $1.candidate)
    }?
    .candidate
  }
}
