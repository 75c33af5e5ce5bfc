import Domain
import Testing

@testable import Generation

@Suite struct ProgrammeGeneratorTests {
  @Test(
    arguments: [
      (2, 1, "ac74a74b2a967d13"), (4, 7, "8b0395eaa7aa496"), (30, 7, "532ed98275ec08e"),
      (61, .max, "2c446939bb10c11e"),
    ] as [(Int, UInt64, String)])
  func theSameSeedGivesTheSameBytesForEver(teams: Int, seed: UInt64, digest: String) throws {
    let drawn = try Folder(teams: teams, seed: seed).digest
    #expect(drawn == digest)
  }

  @Test func anotherSeedGivesAnotherProgramme() throws {
    let (a, b) = (try Folder(teams: 6, seed: 1), try Folder(teams: 6, seed: 2))
    for (one, other) in zip(a.files, b.files) where one.name == other.name { #expect(one.text != other.text) }
  }

  @Test func aFolderHoldsEveryTable() throws {
    #expect(
      try Folder(teams: 30, seed: 7).files.map(\.name) == [
        "availability.csv", "closures.csv", "facilitators.csv", "indicators.csv", "mdt.csv",
        "mdt_exceptions.csv", "pair_rules.csv", "people.csv", "programme.yaml", "room_bookings.csv",
        "rooms.csv", "sites.csv", "teams.csv", "travel.csv",
      ])
  }

  @Test(arguments: [2, 3, 4, 11, 12, 30, 400])
  func asManyTeamsAsAskedForAtSitesOfTheirOwnTown(teams: Int) throws {
    let folder = try Folder(teams: teams, seed: 3)
    let sites = try folder.column("sites.csv", "site_id")
    #expect(try folder.rows("teams.csv").count == teams)
    #expect(sites.count == teams - teams / 20)
    #expect(Set(sites).count == sites.count)
    #expect(Set(try folder.column("sites.csv", "postcode")).count == sites.count)
    #expect(Set(try folder.column("teams.csv", "team_name")).count == teams)
  }

  @Test(arguments: [(2, 1), (3, 1), (4, 1), (6, 2), (9, 3), (30, 5)])
  func noNetworkHasMoreThanItsShare(teams: Int, limit: Int) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let draw = SiteDraw(count: teams, seed: seed)
      let counts = Dictionary(grouping: draw.sites, by: \.town.network).mapValues(\.count)
      #expect(counts.values.allSatisfy { $0 <= limit })
      #expect(draw.teams.count == teams)
    }
  }

  @Test(arguments: [2, 4, 30, 60])
  func idsAreValidAndReferencesHold(teams: Int) throws {
    let folder = try Folder(teams: teams, seed: 11)
    let teamIDs = Set(try folder.column("teams.csv", "team_id"))
    let siteIDs = Set(try folder.column("sites.csv", "site_id"))
    let people = try folder.column("people.csv", "person_id")
    let facilitators = try folder.column("facilitators.csv", "facilitator_id")
    let rooms = try folder.column("rooms.csv", "room_id")
    for ids in [Array(teamIDs), Array(siteIDs), people, facilitators, rooms] {
      #expect(ids.allSatisfy { TeamID($0) != nil })
      #expect(Set(ids).count == ids.count)
    }
    #expect(siteIDs.isSuperset(of: try folder.column("teams.csv", "site_id")))
    #expect(siteIDs.isSuperset(of: try folder.column("rooms.csv", "site_id")))
    for cell in try folder.column("people.csv", "team_id") {
      #expect(teamIDs.isSuperset(of: cell.split(separator: ";").map(String.init)))
    }
    #expect(Set(people).union([""]).isSuperset(of: try folder.column("people.csv", "deputy_for")))
    #expect(Set(people + facilitators).isSuperset(of: try folder.column("availability.csv", "person_id")))
    #expect(Set(rooms).isSuperset(of: try folder.column("room_bookings.csv", "room_id")))
    #expect(Set(rooms).union([""]).isSuperset(of: try folder.column("mdt.csv", "room_id")))
    #expect(try folder.column("mdt.csv", "team_id").sorted() == teamIDs.sorted())
  }

  @Test func everyTeamHasSevenPeopleAndTheRequiredRoles() throws {
    let people = try Folder(teams: 60, seed: 2).rows("people.csv")
    for number in 1...60 {
      let id = "T" + (number < 10 ? "00" : "0") + "\(number)"
      let own = people.filter { ($0["team_id"] ?? "").split(separator: ";").contains(Substring(id)) }
      #expect(own.count == 7)
      let roles = Set(own.compactMap { $0["role"] })
      #expect(
        roles.isSuperset(of: [
          "clinical_lead", "physician", "nurse_specialist", "mdt_coordinator", "radiologist",
        ]))
    }
  }

  @Test func noTwoTeamsAreAlike() throws {
    let folder = try Folder(teams: 100, seed: 1)
    let results = Dictionary(grouping: try folder.rows("indicators.csv"), by: { $0["team_id"] ?? "" })
      .mapValues { rows in
        rows.map { "\($0["numerator"] ?? "")/\($0["denominator"] ?? "")" }.joined(separator: " ")
      }
    #expect(results.count == 100)
    #expect(Set(results.values).count == 100)
    let diaries = Dictionary(grouping: try folder.rows("availability.csv"), by: { $0["person_id"] ?? "" })
      .mapValues { rows in rows.map { "\($0["date"] ?? "")\($0["start"] ?? "")\($0["status"] ?? "")" } }
    #expect(diaries.count > 630)
    #expect(Set(diaries.values).count == diaries.count)
  }

  @Test func oneTeamMoreElsewhereLeavesADiaryAsItIs() throws {
    let (site, other) = (try #require(SiteID("S1")), try #require(SiteID("S2")))
    let team = DiaryTeam(id: try #require(TeamID("A")), name: "A", site: site)
    let sites = [DiarySite(id: site, name: "One"), DiarySite(id: other, name: "Two")]
    let more = DiaryTeam(id: try #require(TeamID("B")), name: "B", site: other)
    let generator = try DiaryGenerator(seed: 9, facilitators: 0)
    let alone = try Folder(generator.files(teams: [team], sites: sites)).rows("availability.csv")
    let both = try Folder(generator.files(teams: [more, team], sites: sites)).rows("availability.csv")
    #expect(both.filter { ($0["person_id"] ?? "").hasPrefix("A-") } == alone)
  }

  @Test(arguments: [(2, 2), (30, 2), (31, 3), (60, 4), (360, 24), (400, 24)])
  func facilitatorsGrowWithTheTeams(teams: Int, facilitators: Int) {
    #expect(DiaryGenerator.facilitators(forTeams: teams) == facilitators)
  }

  @Test func asManyFacilitatorsAsAskedForEvenAtOneSite() throws {
    let site = DiarySite(id: try #require(SiteID("S")), name: "One", postcode: "PR1")
    let rows = try Folder(DiaryGenerator(seed: 1, facilitators: 3).files(teams: [], sites: [site]))
      .rows("facilitators.csv")
    #expect(rows.map { $0["base"] } == ["S", "S", "PR1"])
    #expect(rows.map { $0["background"] } == ["clinical", "non_clinical", "clinical"])
  }

  @Test func whatCannotBeDrawnIsRefusedWithTheReason() throws {
    #expect(throws: GenerationRejection.teams(401)) { try ProgrammeGenerator(teams: 401, seed: 1) }
    #expect(GenerationRejection.teams(1).description == "1 teams cannot be drawn; ask for 2 to 400")
    #expect(throws: GenerationRejection.facilitators(61)) {
      try ProgrammeGenerator(teams: 4, seed: 1, facilitators: 61)
    }
    #expect(
      GenerationRejection.facilitators(61).description == "61 facilitators cannot be drawn; ask for 0 to 60")
    let standard = ProgrammeDates.standard
    let backwards = ProgrammeDates(
      today: standard.today, visitsFrom: standard.visitsTo, visitsTo: standard.visitsFrom)
    #expect(throws: GenerationRejection.dates(backwards)) {
      try ProgrammeGenerator(teams: 4, seed: 1, dates: backwards)
    }
    #expect(
      GenerationRejection.dates(backwards).description
        == "no visit fits between 2027-07-09 and 2027-01-11 after 2026-11-23; give a last day after today, "
        + "not before the first and at most two years after it")
  }
}
