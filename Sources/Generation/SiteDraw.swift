import Domain

/// Where the teams of a drawn programme work.
///
/// Towns are drawn from the catalogue without repeating, a town of n outward codes n times as likely as one
/// of one (at most 5); or outward codes, each as likely. From 20 teams on, one in twenty shares the site of the
/// team before it. Fewer than 12
/// teams are drawn from the 4 towns a team (at least 24) nearest to one drawn town, so that they can visit
/// each other. No network has more than a third of fewer than 12 teams, or a sixth of more; at least one.
struct SiteDraw {
  let teams: [DrawnTeam]

  init(count: Int, seed: UInt64, from catalogue: SiteCatalogue = .towns) {
    var source = RandomSource(seed: seed, stream: "sites")
    let sharing = count / 20
    let limit = max(1, count < 12 ? count / 3 : count / 6)
    let towns =
      switch catalogue {
      case .towns: Self.towns(count - sharing, limit: limit, &source)
      case .outcodes: Self.spread(count - sharing, limit, over: source.shuffled(EnglishTown.outcodes))
      }
    let shared = source.shuffled(Array(towns.indices)).prefix(sharing)
    var teams: [DrawnTeam] = []
    for (index, town) in towns.enumerated() {
      teams.append(DrawnTeam(number: teams.count + 1, town: town, site: index + 1, isSecond: false))
      if shared.contains(index) {
        teams.append(DrawnTeam(number: teams.count + 1, town: town, site: index + 1, isSecond: true))
      }
    }
    self.teams = teams
  }

  /// Sites without the teams that share them.
  var sites: [DrawnTeam] { teams.filter { !$0.isSecond } }

  private static func towns(_ count: Int, limit: Int, _ source: inout RandomSource) -> [EnglishTown] {
    let all = drawn(EnglishTown.all, &source)
    guard count < 12, let centre = all.first?.place else { return spread(count, limit, over: all) }
    // Nearest first; wider only where the near towns are of too few networks.
    let near = all.sorted {
      ($0.place.kilometres(to: centre), $0.name) < ($1.place.kilometres(to: centre), $1.name)
    }
    var radius = max(24, 4 * count)
    while true {
      let towns = spread(count, limit, over: drawn(Array(near.prefix(radius)), &source))
      if towns.count == count || radius >= near.count { return towns }
      radius *= 2
    }
  }

  /// The first `count` towns of which no network has more than `limit`.
  private static func spread(_ count: Int, _ limit: Int, over towns: [EnglishTown]) -> [EnglishTown] {
    var used: [String: Int] = [:]
    return Array(
      towns.filter { town in
        used[town.network, default: 0] += 1
        return used[town.network, default: 0] <= limit
      }.prefix(count))
  }

  /// `towns` in an order drawn by weight, without repeating.
  private static func drawn(_ towns: [EnglishTown], _ source: inout RandomSource) -> [EnglishTown] {
    var left = towns
    var total = towns.reduce(0) { $0 + $1.weight }
    var result: [EnglishTown] = []
    while !left.isEmpty {
      var ticket = source.below(total)
      let index = left.firstIndex { town in
        ticket -= town.weight
        return ticket < 0
      }
      let town = left.remove(at: index ?? 0)
      total -= town.weight
      result.append(town)
    }
    return result
  }
}

/// What sites are drawn from.
enum SiteCatalogue: Sendable {
  /// `EnglishTown.all`.
  case towns
  /// `EnglishTown.outcodes`.
  case outcodes
}

/// A team as drawn, before anything is known of its people.
struct DrawnTeam {
  let id: String
  let name: String
  let siteID: String
  let town: EnglishTown
  let isSecond: Bool

  init(number: Int, town: EnglishTown, site: Int, isSecond: Bool) {
    id = "T" + Self.threeDigits(number)
    name = isSecond ? "\(town.name), second team" : town.name
    siteID = "S" + Self.threeDigits(site)
    self.town = town
    self.isSecond = isSecond
  }

  var siteName: String { "\(town.name) Hospital" }

  private static func threeDigits(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
  }
}
