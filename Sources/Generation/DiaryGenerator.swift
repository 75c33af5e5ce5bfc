import Domain

/// Draws what a programme needs beyond teams, sites and results: people, MDT meetings, rooms, facilitators
/// and everybody's diaries.
///
/// The same teams, sites, dates and seed give the same bytes for ever. What is drawn for a team depends on
/// its own id, name and site and the teams there, so that a team elsewhere leaves its diaries as they are.
/// Each distribution is stated where it is drawn: `PeopleDraw`, `MeetingDraw`, `RoomDraw`, `DiaryDraw`,
/// `FacilitatorDraw`; all of them together in docs/generation.md.
public struct DiaryGenerator: Sendable {
  /// How many facilitators may be asked for.
  public static let facilitatorCounts = 0...60

  /// The seed of everything drawn.
  public let seed: UInt64
  /// How many facilitators are drawn.
  public let facilitators: Int
  /// When visits may be.
  public let dates: ProgrammeDates
  /// What people's addresses end in, as `example.org`; people have no address without it.
  public let emailDomain: String?

  /// Diaries from a seed.
  ///
  /// - Throws: `GenerationRejection` where the number of facilitators or the dates cannot be used.
  public init(
    seed: UInt64, facilitators: Int, dates: ProgrammeDates = .standard, emailDomain: String? = nil
  ) throws(GenerationRejection) {
    guard Self.facilitatorCounts.contains(facilitators) else { throw .facilitators(facilitators) }
    self.seed = seed
    self.facilitators = facilitators
    self.dates = try dates.checked()
    self.emailDomain = emailDomain
  }

  /// One facilitator for every fifteen teams, rounded up; at least 2 and at most 24.
  public static func facilitators(forTeams count: Int) -> Int { min(24, max(2, (count + 14) / 15)) }

  /// people.csv, mdt.csv, mdt_exceptions.csv, rooms.csv, room_bookings.csv, facilitators.csv and
  /// availability.csv, in this order; a table without rows is left out.
  public func files(for folder: DiaryFolder) -> [GeneratedFile] {
    files(teams: folder.teams, sites: folder.sites)
  }

  /// The same for teams and sites that no file describes.
  public func files(teams: [DiaryTeam], sites: [DiarySite]) -> [GeneratedFile] {
    let calendar = EnglishCalendar(dates)
    let teams = teams.sorted { $0.id < $1.id }
    let sites = sites.sorted { $0.id < $1.id }
    let meetings = teams.map { MeetingDraw(team: $0, seed: seed, dates: dates, calendar: calendar) }
    let people = PeopleDraw(teams: teams, seed: seed, emailDomain: emailDomain)
    let rooms = RoomDraw(sites: sites, meetings: meetings, seed: seed, dates: dates)
    let leaders = FacilitatorDraw(count: facilitators, teams: teams, sites: sites, seed: seed)
    var diaries = DiaryDraw.table
    let draw = DiaryDraw(seed: seed, dates: dates, calendar: calendar)
    for person in people.people {
      let own = meetings.filter { person.teams.contains($0.team.id) }
      diaries.add(contentsOf: draw.rows(for: person, meetings: own))
    }
    for facilitator in leaders.ids { diaries.add(contentsOf: draw.rows(forFacilitator: facilitator)) }
    return [
      people.table, MeetingDraw.table(of: meetings), MeetingDraw.exceptions(of: meetings), rooms.table,
      rooms.bookings, leaders.table, diaries,
    ].compactMap(\.file)
  }
}
