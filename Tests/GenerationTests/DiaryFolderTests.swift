import Domain
import Testing

@testable import Generation

@Suite struct DiaryFolderTests {
  @Test func teamsAndSitesAreReadByTheNamesOfTheirColumns() throws {
    let folder = try DiaryFolder(
      teamsCSV: "Team_Name,team_id,network,site_id\nWigan,RRF,\"Wigan, Leigh\",RRF02\n",
      sitesCSV: "site_id,site_name,postcode,latitude,longitude\nRRF02,Infirmary,WN1 2NN,53.5,-2.6\n")
    #expect(
      folder.teams == [
        DiaryTeam(
          id: try #require(TeamID("RRF")), name: "Wigan", site: try #require(SiteID("RRF02")),
          network: "Wigan, Leigh")
      ])
    #expect(
      folder.sites == [
        DiarySite(
          id: try #require(SiteID("RRF02")), name: "Infirmary", postcode: "WN1 2NN",
          coordinates: Coordinates(latitude: 53.5, longitude: -2.6))
      ])
  }

  @Test(arguments: [
    ("team_id,team_name\nA,A\n", "site_id,site_name\nS,S\n", "teams.csv: no column 'site_id'; add it"),
    (
      "team_id,team_name,site_id\nA,A,S\nB B,B,S\n", "site_id,site_name\nS,S\n",
      "teams.csv:3: 'B B' is no team_id; correct the cell"
    ),
    (
      "team_id,team_name,site_id\nA,A,T\n", "site_id,site_name\nS,S\n",
      "teams.csv: team A works at T, which sites.csv lacks; add it"
    ),
    (
      "team_id,team_name,site_id\nA,A,S\n", "site_id,site_name,latitude,longitude\nS,S,north,0\n",
      "sites.csv:2: 'north' is no latitude; correct the cell"
    ),
  ])
  func whatCannotBeReadIsRefused(teams: String, sites: String, message: String) {
    let rejection = #expect(throws: GenerationRejection.self) {
      try DiaryFolder(teamsCSV: teams, sitesCSV: sites)
    }
    #expect(rejection?.description == message)
  }
}
