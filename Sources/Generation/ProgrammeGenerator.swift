import Domain

/// Draws a complete programme folder of made-up teams at sites across England.
///
/// The same number of teams, seed and dates give the same bytes for ever. Each distribution is stated where
/// it is drawn: `SiteDraw`, `ResultDraw`, `TravelDraw`, `RuleDraw` and those of `DiaryGenerator`; all of them
/// together in docs/generation.md.
public struct ProgrammeGenerator: Sendable {
  /// How many teams may be asked for.
  public static let teamCounts = 2...400

  /// How many teams are drawn.
  public let teams: Int
  /// The seed of everything drawn.
  public let seed: UInt64
  private let diaries: DiaryGenerator
  private let bench: BenchProfile?

  /// A programme from a seed.
  ///
  /// `facilitators` is how many are drawn, `DiaryGenerator.facilitators(forTeams:)` of them where absent.
  /// - Throws: `GenerationRejection` where a number or the dates cannot be used.
  public init(
    teams: Int, seed: UInt64, facilitators: Int? = nil, dates: ProgrammeDates = .standard
  ) throws(GenerationRejection) {
    guard Self.teamCounts.contains(teams) else { throw .teams(teams) }
    self.teams = teams
    self.seed = seed
    bench = nil
    diaries = try DiaryGenerator(
      seed: seed, facilitators: facilitators ?? DiaryGenerator.facilitators(forTeams: teams), dates: dates,
      emailDomain: "counterpart.example")
  }

  /// A programme to time the program on, from a seed.
  ///
  /// - Throws: `GenerationRejection`, as for any dates; the profile's own are never refused.
  public init(_ profile: BenchProfile, seed: UInt64) throws(GenerationRejection) {
    teams = profile.teams
    self.seed = seed
    bench = profile
    diaries = try DiaryGenerator(
      seed: seed, facilitators: profile.facilitators, dates: profile.dates, emailDomain: "counterpart.example"
    )
  }

  /// programme.yaml and every table that has rows, by name.
  public func files() -> [GeneratedFile] {
    let draw = SiteDraw(count: teams, seed: seed, from: bench == nil ? .towns : .outcodes)
    let rules = RuleDraw(draw: draw, seed: seed, dates: diaries.dates)
    let tables = [
      teamTable(draw.teams), siteTable(draw.sites),
      ResultDraw(teams: draw.teams, seed: seed, dates: diaries.dates).table,
      TravelDraw(sites: draw.sites, seed: seed).table, rules.pairRules, rules.closures,
    ]
    let diaryTeams = draw.teams.compactMap { team in
      TeamID(team.id).flatMap { id in
        SiteID(team.siteID).map { DiaryTeam(id: id, name: team.name, site: $0, network: team.town.network) }
      }
    }
    let diarySites = draw.sites.compactMap { team in
      SiteID(team.siteID).map {
        DiarySite(
          id: $0, name: team.town.name, postcode: team.town.outcode,
          coordinates: Coordinates(latitude: team.town.latitude, longitude: team.town.longitude))
      }
    }
    let programme = ProgrammeText(teams: teams, seed: seed, dates: diaries.dates, bench: bench).file
    let files = [programme] + tables.compactMap(\.file) + diaries.files(teams: diaryTeams, sites: diarySites)
    return files.sorted { $0.name < $1.name }
  }

  private func teamTable(_ teams: [DrawnTeam]) -> Table {
    var table = Table(
      "teams.csv", "team_id", "team_name", "site_id", "organisation", "network", "approved", "arm",
      "coordinator_email")
    for team in teams {
      table.add(
        team.id, team.name, team.siteID, "\(team.town.name) Hospitals", team.town.network, "yes", "visit",
        "coordinator.\(team.id.lowercased())@counterpart.example")
    }
    return table
  }

  private func siteTable(_ sites: [DrawnTeam]) -> Table {
    var table = Table("sites.csv", "site_id", "site_name", "postcode")
    for site in sites { table.add(site.siteID, site.siteName, site.town.outcode) }
    return table
  }
}
